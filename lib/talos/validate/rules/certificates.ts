import type { Problem } from '../../../cluster';
import { placeholderSecrets } from '../../placeholder-secrets';
import type { DocumentRule } from '../configuration';
import { missing, type Place } from '../place';
import { isCertificate, isPrivateKey, pemBlocks } from '../values/pem';

const CERTIFICATE = 'CERTIFICATE';

/** What stands for a secret is as good as the secret: the configuration is only looked at. */
const { etcd, k8s, k8sAggregator, k8sServiceAccount, os } = placeholderSecrets.certs;
const placeholders = [etcd, k8s, k8sAggregator, os].flatMap(({ crt, key }) => [crt, key]).concat(k8sServiceAccount.key);

/** A certificate and its key. Source: Talos `config/types/meta/certificate_key.go`. */
export function wrongPair(place: Place, { isRead }: { readonly isRead: boolean }): readonly Problem[] {
  if (!place.isThere) return [];
  const [certificate, key] = [place.at('cert'), place.at('key')];
  const absent = missing(place, 'cert', 'key');
  if (absent.length > 0) return absent;
  return [
    ...(isAllOf(certificate, CERTIFICATE) && (!isRead || isKept(certificate) || isCertificate(certificate.text))
      ? []
      : [certificate.problem('no certificate', 'give it as PEM')]),
    ...(isKey(key, isRead) ? [] : [key.problem('no private key', 'give it as PEM')]),
  ];
}

function isKey(place: Place, isRead: boolean): boolean {
  if (isKept(place)) return true;
  return isRead ? isPrivateKey(place.text) : pemBlocks(place.text).length > 0;
}

/** Certificates that are none. */
export function wrongCertificates(places: readonly Place[]): readonly Problem[] {
  return places
    .filter((place) => !isAllOf(place, CERTIFICATE))
    .map((place) => place.problem('no certificate', 'give it as PEM'));
}

function isAllOf(place: Place, type: string): boolean {
  const blocks = pemBlocks(place.text);
  return isKept(place) || (blocks.length > 0 && blocks.every((block) => block.type === type));
}

function isKept({ text }: Place): boolean {
  return placeholders.includes(text);
}

/** Whether there is a certificate in a PEM text, beside other things or not. Source: Go `AppendCertsFromPEM`. */
export function hasCertificate(text: string): boolean {
  return text.split(/(?=-----BEGIN )/).some((part) => pemBlocks(part)[0]?.type === CERTIFICATE && isCertificate(part));
}

/** The authority of the Kubernetes API; machines that only trust it hold no key. */
const apiServer: DocumentRule = (document) => [
  ...wrongPair(document.at('issuingCA'), { isRead: true }),
  ...wrongCertificates(document.at('acceptedCAs').items),
];

const aggregator: DocumentRule = (document) => [
  ...(document.at('issuingCA').isThere ? [] : missing(document, 'issuingCA')),
  ...apiServer(document),
];

const serviceAccount: DocumentRule = (document) => {
  const key = document.at('issuer.privateKey');
  const isGiven = key.isSet && !isKept(key);
  return [
    ...missing(document, 'issuer.privateKey', 'issuer.issuerURL'),
    ...(isGiven && !isPrivateKey(key.text) ? [key.problem('no private key', 'give it as PEM')] : []),
  ];
};

/** Authorities of Kubernetes. */
export const certificateRules: Readonly<Record<string, DocumentRule>> = {
  KubeAPIServerCAConfig: apiServer,
  KubeAggregatorCAConfig: aggregator,
  KubeServiceAccountConfig: serviceAccount,
};
