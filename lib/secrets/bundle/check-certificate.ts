import { tryParseKey } from '../pki/private-key';
import { tryReadCertificate } from '../pki/read-certificate';
import type { CertificateAndKey } from '../pki/certificate-and-key';
import type { BundleProblem } from './bundle-error';
import { tryDecodePem } from './base64';
import type { Field, Fields } from './read-fields';

type Authority = 'certs.etcd' | 'certs.k8s' | 'certs.k8saggregator' | 'certs.os';

/** An authority with the key that signs for it. */
export function readAuthority(fields: Fields, path: Authority, problems: BundleProblem[]): CertificateAndKey {
  const crt = pemOf(fields, `${path}.crt`, problems);
  const key = pemOf(fields, `${path}.key`, problems);
  const facts = crt === '' ? undefined : tryReadCertificate(crt);
  const privateKey = key === '' ? undefined : tryParseKey(key);
  const report = (field: Field, what: string, fix: string) => problems.push({ path: field, what, fix });
  if (crt !== '' && facts === undefined) report(`${path}.crt`, 'not a certificate in PEM', TAKE_IT_OVER);
  if (facts?.isAuthority === false) report(`${path}.crt`, 'not the certificate of an authority', TAKE_IT_OVER);
  if (key !== '' && privateKey === undefined)
    report(`${path}.key`, 'not an unencrypted private key in PEM', TAKE_IT_OVER);
  if (facts !== undefined && privateKey !== undefined && !facts.x509.checkPrivateKey(privateKey)) {
    report(`${path}.key`, `not the key of ${path}.crt`, 'give the certificate and the key of one authority');
  }
  return { crt, key };
}

/** The key that signs the tokens of service accounts; Kubernetes reads RSA and EC. */
export function readServiceAccountKey(fields: Fields, problems: BundleProblem[]): string {
  const path = 'certs.k8sserviceaccount.key';
  const pem = pemOf(fields, path, problems);
  const type = tryParseKey(pem)?.asymmetricKeyType;
  if (pem !== '' && type !== 'rsa' && type !== 'ec') {
    problems.push({ path, what: 'not an unencrypted RSA or EC private key in PEM', fix: TAKE_IT_OVER });
  }
  return pem;
}

const TAKE_IT_OVER = 'take the field over from the original secrets.yaml';

/** The text behind Base64; empty where there is none, which has then been reported. */
function pemOf(fields: Fields, path: Field, problems: BundleProblem[]): string {
  const encoded = fields.get(path);
  if (encoded === undefined) {
    problems.push({ path, what: 'missing', fix: TAKE_IT_OVER });
    return '';
  }
  const pem = tryDecodePem(encoded);
  if (pem === undefined) problems.push({ path, what: 'not the Base64 of PEM', fix: TAKE_IT_OVER });
  return pem ?? '';
}
