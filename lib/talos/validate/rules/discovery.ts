import type { Problem } from '../../../cluster';
import { ofKind, type Configuration, type ConfigRule, type DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isBase64Of } from '../values/base64';
import { parseUrl } from '../values/url';

const identity: DocumentRule = (document) => {
  const secret = document.at('clusterSecret');
  const isRight = !secret.isSet || isBase64Of(secret.text, 32);
  return [
    ...missing(document, 'clusterID', 'clusterSecret'),
    ...(isRight
      ? []
      : [secret.problem('no secret of a cluster', 'make one with plinth secrets init', 'Base64 of 32 bytes')]),
  ];
};

const service: DocumentRule = (document) => [
  ...missing(document, 'name'),
  ...eachWrong(
    [document.at('endpoint')],
    ({ text }) => {
      const url = parseUrl(text);
      return url !== undefined && ['http', 'https', 'grpc'].includes(url.scheme) && url.hostname !== '';
    },
    'no URL of a discovery service',
    'correct it',
    'https://host',
  ),
];

/** Discovery by documents of its own. */
export const discoveryRules: Readonly<Record<string, DocumentRule>> = {
  DiscoveryIdentityConfig: identity,
  DiscoveryServiceConfig: service,
};

/** Discovery by the main document: the service has a URL without a path, and the cluster an identity. */
export const legacyDiscovery: ConfigRule = ({ main }) => {
  const endpoint = main.at('cluster.discovery.registries.service.endpoint');
  if (!isLegacyOn(main)) return [];
  const allowed = 'a URL without a path';
  return [
    ...eachWrong(
      [endpoint],
      ({ text }) => text === '' || isServiceUrl(text),
      'no discovery service',
      'correct it',
      allowed,
    ),
    ...missing(main.at('cluster'), 'id', 'secret'),
  ];
};

/** The discovery service knows a cluster by its identity. Source: Talos `config/container/validate.go`. */
export const discoveryIdentity: ConfigRule = (configuration) => {
  const cluster = configuration.main.at('cluster');
  if (isLegacyOn(configuration.main) || !discovers(configuration)) return [];
  const isLegacy = cluster.at('id').isSet || cluster.at('secret').isSet;
  const [document] = ofKind(configuration, 'DiscoveryIdentityConfig');
  if (!isLegacy && document !== undefined) return [];
  return ['id', 'secret']
    .map((key) => cluster.at(key))
    .filter(({ isSet }) => !isSet)
    .map((place): Problem => place.problem('discovery without an identity', 'set it, or turn discovery off'));
};

/** Whether machines find each other by a discovery service. */
export function discovers(configuration: Configuration): boolean {
  return isLegacyOn(configuration.main) || ofKind(configuration, 'DiscoveryServiceConfig').length > 0;
}

function isLegacyOn(main: Place): boolean {
  const discovery = main.at('cluster.discovery');
  return discovery.at('enabled').isOn && !discovery.at('registries.service.disabled').isOn;
}

/** A URL from its scheme or an absolute path on. Source: Go `url.ParseRequestURI`. */
function isServiceUrl(text: string): boolean {
  const url = parseUrl(text.replaceAll('#', '%23'));
  if (url === undefined || (url.scheme === '' && !text.startsWith('/'))) return false;
  return url.path === '' || url.path === '/';
}
