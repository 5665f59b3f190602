import { emitValue } from '../../yaml';
import type { CertificateAndKey } from '../pki/certificate-and-key';
import type { SecretsBundle } from './bundle';

/** A tree of texts, in the order in which it is written. */
interface Tree {
  readonly [key: string]: string | Tree;
}

/** The bundle as `talosctl gen secrets` writes it, byte for byte: the keys in its order, four spaces a level. */
export function formatBundle(bundle: SecretsBundle): string {
  return lines(treeOf(bundle), '').join('');
}

/** The names are those of upstream's Go fields in lower case. Source: Talos `config/generate/secrets/secrets.go`. */
function treeOf({ cluster, secrets, trustdInfo, certs }: SecretsBundle): Tree {
  const { provider, secret } = secrets.encryption;
  return {
    cluster: { id: cluster.id, secret: cluster.secret },
    secrets: { bootstraptoken: secrets.bootstrapToken, [`${provider}encryptionsecret`]: secret },
    trustdinfo: { token: trustdInfo.token },
    certs: {
      etcd: pair(certs.etcd),
      k8s: pair(certs.k8s),
      k8saggregator: pair(certs.k8sAggregator),
      k8sserviceaccount: { key: base64(certs.k8sServiceAccount.key) },
      os: pair(certs.os),
    },
  };
}

function pair({ crt, key }: CertificateAndKey): Tree {
  return { crt: base64(crt), key: base64(key) };
}

function base64(pem: string): string {
  return Buffer.from(pem, 'latin1').toString('base64');
}

function lines(tree: Tree, indent: string): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${indent}${key}: ${scalar(value)}\n`]
      : [`${indent}${key}:\n`, ...lines(value, `${indent}    `)],
  );
}

/** Go's emitter quotes a text that could be the start of a document as our own does not. */
function scalar(text: string): string {
  return text.startsWith('---') ? `'${text}'` : emitValue(text).trimEnd();
}
