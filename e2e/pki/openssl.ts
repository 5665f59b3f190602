import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBundle } from '../../lib/secrets/bundle/parse';
import { parseDocuments } from '../../lib/yaml';

/** What `openssl verify` says of every certificate of our bundles, by the name of the proof; undefined where it held. */
export function opensslProofs(root: string): ReadonlyMap<string, string | undefined> {
  const results = new Map<string, string | undefined>();
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    const bundle = parseBundle(readFileSync(join(folder, 'bundle.yaml'), 'utf8'));
    const authorities = {
      etcd: bundle.certs.etcd,
      k8s: bundle.certs.k8s,
      aggregator: bundle.certs.k8sAggregator,
      os: bundle.certs.os,
    };
    for (const [authority, { crt }] of Object.entries(authorities)) {
      const file = save(folder, authority, crt);
      results.set(`${name}: openssl verifies ${authority}`, verify(file, file, 'any'));
    }
    const pem = (file: string) => save(folder, `${file}-client`, clientCertificate(folder, file));
    const signers = { talosconfig: 'os', kubeconfig: 'k8s' };
    for (const [file, signer] of Object.entries(signers)) {
      const client = pem(file);
      const ca = join(folder, `${signer}.pem`);
      results.set(`${name}: openssl verifies the client of ${file}`, verify(ca, client, 'sslclient'));
      results.set(`${name}: openssl takes it for no server`, refused(verify(ca, client, 'sslserver')));
      results.set(
        `${name}: openssl refuses it under etcd's authority`,
        refused(verify(join(folder, 'etcd.pem'), client, 'sslclient')),
      );
    }
  }
  return results;
}

function verify(ca: string, certificate: string, purpose: string): string | undefined {
  const { status, stderr } = spawnSync('openssl', [
    'verify',
    '-x509_strict',
    '-purpose',
    purpose,
    '-CAfile',
    ca,
    certificate,
  ]);
  return status === 0 ? undefined : stderr.toString().trim().replaceAll('\n', ' ');
}

function refused(failure: string | undefined): string | undefined {
  return failure === undefined ? 'accepted' : undefined;
}

interface Credentials {
  readonly contexts: Readonly<Record<string, { readonly crt: string }>>;
  readonly users: readonly { readonly user: Readonly<Record<'client-certificate-data', string>> }[];
}

function clientCertificate(folder: string, file: string): string {
  const [document] = parseDocuments(readFileSync(join(folder, file), 'utf8')) as Credentials[];
  const base64 =
    file === 'talosconfig' ? document?.contexts.demo?.crt : document?.users[0]?.user['client-certificate-data'];
  return Buffer.from(base64 ?? '', 'base64').toString();
}

function save(folder: string, name: string, pem: string): string {
  const path = join(folder, `${name}.pem`);
  writeFileSync(path, pem);
  return path;
}
