import type { DocumentRule } from '../configuration';
import { eachWrong, missing } from '../place';
import { isQualifiedName } from '../values/label';
import { parseUrl } from '../values/url';
import { hasCertificate, wrongPair } from './certificates';

const credentials: DocumentRule = (document) => {
  const ways = ['username', 'identityToken', 'auth'].filter((key) => document.at(key).isSet);
  return [
    ...missing(document, 'name'),
    ...(ways.length > 1 ? [document.problem(`${ways.join(' and ')} together`, 'keep one of them')] : []),
  ];
};

const mirror: DocumentRule = (document) => [
  ...missing(document, 'name'),
  ...eachWrong(
    document.at('endpoints').items.map((endpoint) => endpoint.at('url')),
    ({ text }) => ['http', 'https'].includes(parseUrl(text)?.scheme ?? ''),
    'no URL of a registry',
    'correct it',
    'http://host or https://host',
  ),
];

const tls: DocumentRule = (document) => {
  const authority = document.at('ca');
  return [
    ...missing(document, 'name'),
    ...(authority.isSet && !hasCertificate(authority.text)
      ? [authority.problem('no certificate', 'give it as PEM')]
      : []),
    ...wrongPair(document.at('clientIdentity'), { isRead: false }),
  ];
};

/** Name of the customization that the main document makes. Source: Talos `config/config/cri.go`. */
const legacyName = 'customization';

const runtimePart: DocumentRule = (document) =>
  eachWrong(
    [document.at('name')],
    ({ text }) => isQualifiedName(text) && text !== legacyName,
    'no name of a part of the configuration',
    'rename it',
    `letters, digits, ., - and _, but not ${legacyName}`,
  );

/** Registries, and the container runtime. */
export const registryRules: Readonly<Record<string, DocumentRule>> = {
  CRICustomizationConfig: runtimePart,
  RegistryAuthConfig: credentials,
  RegistryMirrorConfig: mirror,
  RegistryTLSConfig: tls,
};
