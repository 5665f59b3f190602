import type { Component, ComponentSecret, ObjectReference } from '../../cluster';
import type { Issuer } from '../issuers';
import { certManagerNamespace } from './cert-manager';

export interface ClusterIssuersSettings {
  /** Issuers by name, e.g. `{ 'letsencrypt-prod': letsEncrypt({ email: 'ops@example.com' }) }`. */
  readonly issuers: Readonly<Record<string, Issuer>>;
}

const apiVersion = 'cert-manager.io/v1';
const kind = 'ClusterIssuer';

/** Who signs the cluster's certificates; apart from cert-manager, whose CRDs and webhook must be there first. */
export function clusterIssuers(settings: ClusterIssuersSettings): Component {
  const issuers = Object.entries(settings.issuers).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: 'cluster-issuers',
    namespace: certManagerNamespace,
    objects: () => issuers.map(([name, issuer]) => ({ apiVersion, kind, metadata: { name }, spec: issuer.spec(name) })),
    secrets: () => once(issuers.flatMap(([name, issuer]) => issuer.secrets(name))),
    provides: issuers.map(([name]) => `cluster-issuer/${name}`),
    requires: ['crd/cert-manager.io/ClusterIssuer', 'certificates'],
    health: () => issuers.map(([name]): ObjectReference => ({ apiVersion, kind, name })),
  };
}

/** The secrets without those that several issuers read. Throws an Error for one name with two contents. */
function once(secrets: readonly ComponentSecret[]): readonly ComponentSecret[] {
  const byName = new Map<string, ComponentSecret>();
  for (const secret of secrets) {
    const known = byName.get(secret.name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(secret)) {
      throw new Error(
        `issuers read one Secret with one content, got two contents of ${secret.name}; let them name the same secret`,
      );
    }
    byName.set(secret.name, secret);
  }
  return [...byName.values()];
}
