import { compareMinor, minorOf } from '../../cluster';
import { newAuthority } from '../pki/authority';
import { draw, type Issuance } from '../pki/issuance';
import { encodeKey, generateKey, type KeyAlgorithm } from '../pki/private-key';
import type { SecretsBundle } from './bundle';
import { newToken } from './token';

export interface BundleOptions {
  /** Version of Talos that the cluster is born with: `v1.13.2`, or its minor `1.13`. */
  readonly talos: string;
  /**
   * Kind of the service account key. An RSA key takes seconds; Kubernetes works with either, but what trusts the cluster's
   * service accounts from outside may read RSA only.
   *
   * @default - `rsa-4096`; `ecdsa-p256` before Talos 1.7
   */
  readonly serviceAccountKey?: Exclude<KeyAlgorithm, 'ed25519'> | undefined;
}

/**
 * New secrets for a new cluster, with the algorithms that this version of Talos generates. Running clusters keep theirs:
 * import them with `parseBundle`. Source: Talos `config/generate/secrets/bundle.go`.
 *
 * @throws Error for what is no version
 */
export function generateBundle(options: BundleOptions, issuance: Issuance): SecretsBundle {
  const { entropy } = issuance;
  const contract = contractOf(options.talos);
  return {
    cluster: { id: clusterId(draw(entropy, 32), contract), secret: draw(entropy, 32).toString('base64') },
    secrets: {
      bootstrapToken: newToken(entropy),
      encryption: { provider: encryptionProvider(contract), secret: draw(entropy, 32).toString('base64') },
    },
    trustdInfo: { token: newToken(entropy) },
    certs: {
      etcd: newAuthority({ organization: 'etcd', algorithm: 'ecdsa-p256' }, issuance),
      k8s: newAuthority({ organization: 'kubernetes', algorithm: 'ecdsa-p256' }, issuance),
      k8sAggregator: newAuthority({ algorithm: 'ecdsa-p256' }, issuance),
      k8sServiceAccount: {
        key: encodeKey(generateKey(options.serviceAccountKey ?? serviceAccountAlgorithm(contract), entropy)),
      },
      os: newAuthority({ organization: 'talos', algorithm: 'ed25519' }, issuance),
    },
  };
}

/** A text without numbers would compare as older than everything, and get old algorithms. */
function contractOf(talos: string): string {
  if (/^v?\d+\.\d+(\.|$)/.test(talos)) return minorOf(talos);
  throw new Error(`not a version of Talos, got ${JSON.stringify(talos)}; write it like v1.13.2 or 1.13`);
}

/** Talos 1.14 moved to the alphabet of its other secrets; both keep the padding. */
function clusterId(bytes: Buffer, contract: string): string {
  const standard = bytes.toString('base64');
  return since(contract, '1.14') ? standard : standard.replaceAll('+', '-').replaceAll('/', '_');
}

function encryptionProvider(contract: string): 'secretbox' | 'aescbc' {
  return since(contract, '1.3') ? 'secretbox' : 'aescbc';
}

function serviceAccountAlgorithm(contract: string): KeyAlgorithm {
  return since(contract, '1.7') ? 'rsa-4096' : 'ecdsa-p256';
}

function since(contract: string, first: string): boolean {
  return compareMinor(contract, first) >= 0;
}
