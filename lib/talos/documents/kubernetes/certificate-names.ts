import type { PatchDocument } from '../../document';
import { mainPatch } from '../typed-document';
import { apiServer } from './api-server';

/** More names, DNS names or addresses, for the certificates of the two APIs. */
export interface CertificateNames {
  /** Of the Kubernetes API; on control planes alone. */
  readonly kubernetes?: readonly string[];
  /** Of the Talos API. */
  readonly talos?: readonly string[];
}

/** Names for certificates: `KubeAPIServerConfig`, and `machine.certSANs` under every contract. */
export function certificateNames({ kubernetes, talos }: CertificateNames): readonly PatchDocument[] {
  return [
    ...(kubernetes === undefined ? [] : [apiServer({ certExtraSANs: kubernetes })]),
    ...(talos === undefined ? [] : [mainPatch('machine', { certSANs: talos })]),
  ];
}
