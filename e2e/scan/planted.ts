import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { formatBundle, generateBundle, generateIdentity, newKubeconfig, newTalosconfig } from '../../lib/secrets';
import { vsphereCluster } from '../../test/support/clusters-terraform';

/** Secrets of every kind that this project handles, made for this run, each in a form in which it could get loose. */
export async function planted(): Promise<ReadonlyMap<string, string>> {
  const cluster = vsphereCluster();
  const issuance = { entropy: randomBytes, now: new Date() };
  const bundle = generateBundle({ talos: cluster.versions.talos, serviceAccountKey: 'ecdsa-p256' }, issuance);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  return new Map([
    ['key.pem', pem],
    ['talos-key.yaml', `key: |\n${bundle.certs.os.key.replaceAll(/^/gm, '  ')}\n`],
    ['log.txt', `error: cannot read ${JSON.stringify(pem)}\n`],
    ['keys.txt', `${await generateIdentity()}\n`],
    ['secrets.yaml', formatBundle(bundle)],
    ['talosconfig', newTalosconfig(cluster, bundle, { endpoints: ['192.0.2.11'] }, issuance)],
    ['kubeconfig', newKubeconfig(cluster, bundle, {}, issuance)],
  ]);
}
