import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isSubdomain } from '../values/label';
import { isEndpoint, parseUrl } from '../values/url';
import { wrongNodeFields } from './node-fields';
import { fixedKubeletFields } from './kubelet';

/** Arguments of the API server that documents of their own take the place of. Source: Talos `config/types/k8s/apiserver.go`. */
const takenArguments = [
  'anonymous-auth',
  'authentication-config',
  'authorization-config',
  'authorization-mode',
  'authorization-webhook-',
  'oidc-',
];

const apiServer: DocumentRule = (document) => [
  ...missing(document, 'image'),
  ...resources(document.at('resources')),
  ...document
    .at('extraArgs')
    .entries.filter(([key]) => takenArguments.some((taken) => key.startsWith(taken)))
    .map(([, place]) =>
      place.problem(
        'an argument that a document takes the place of',
        'use KubeAuthenticationConfig or KubeAuthorizerConfig',
      ),
    ),
];

/** A component that can be switched off, and then needs nothing. */
const component: DocumentRule = (document) =>
  document.at('enabled').isOff ? [] : [...missing(document, 'image'), ...resources(document.at('resources'))];

/** Modes of kube-proxy. */
export const proxyModes = ['nftables', 'iptables', 'ipvs'];

const proxy: DocumentRule = (document) => {
  const mode = document.at('mode');
  const isKnown = mode.text === '' || proxyModes.includes(mode.text) || document.at('enabled').isOff;
  const allowed = proxyModes.join(', ');
  return [...component(document), ...(isKnown ? [] : [mode.wrong('no mode of kube-proxy', 'use nftables', allowed)])];
};

const flannel: DocumentRule = (document) => [
  ...missing(document, 'backendType'),
  ...resources(document.at('resources')),
];

/** A component asks for memory and processors, and for nothing else. */
export function resources(place: Place): readonly Problem[] {
  return ['requests', 'limits'].flatMap((key) =>
    place
      .at(key)
      .entries.filter(([name]) => name !== 'cpu' && name !== 'memory')
      .map(([, entry]) => entry.problem('a resource that Talos does not set', 'leave it out', 'cpu, memory')),
  );
}

const kubelet: DocumentRule = (document) => [
  ...missing(document, 'image'),
  ...fixedKubeletFields(document.at('config')),
];

const cluster: DocumentRule = (document) => [
  ...missing(document, 'clusterName'),
  ...eachWrong(
    [document.at('endpoint')],
    ({ text }) => isEndpoint(text),
    'not the URL of an API',
    'correct it',
    'https://host:port',
  ),
];

const node: DocumentRule = (document) =>
  wrongNodeFields(document, 'nodeIP.validSubnets', ['labels', 'annotations', 'taints']);

/** Ways to decide what a client may do. */
const authorizers = ['Node', 'RBAC', 'Webhook'];

const authorizer: DocumentRule = (document) => {
  const [type, webhook] = [document.at('type'), document.at('webhook')];
  return [
    ...missing(document, 'name'),
    ...authorizerType(type),
    ...(type.text === 'Webhook' && !webhook.isSet ? missing(document, 'webhook') : []),
  ];
};

/** What decides is one of the ways that Talos knows. */
export function authorizerType(type: Place): readonly Problem[] {
  const allowed = authorizers.join(', ');
  return eachWrong(
    [type],
    ({ text }) => authorizers.includes(text),
    'no type of authorizer',
    'use one of them',
    allowed,
  );
}

/** A document that becomes an object of Kubernetes is named like one. */
const named: DocumentRule = (document) =>
  eachWrong([document.at('name')], ({ text }) => isSubdomain(text), 'no name of an object', 'rename it', 'a DNS name');

const externalManifest: DocumentRule = (document) => [
  ...named(document),
  ...eachWrong(
    [document.at('url')],
    ({ text }) => ['http', 'https'].includes(parseUrl(text)?.scheme ?? ''),
    'no URL of a manifest',
    'correct it',
    'http or https',
  ),
];

const kubePrism: DocumentRule = (document) =>
  eachWrong(
    [document.at('port')],
    ({ number }) => number >= 1 && number <= 65535,
    'no port',
    'correct it',
    '1 to 65535',
  );

/** Components and objects of Kubernetes. */
export const kubernetesRules: Readonly<Record<string, DocumentRule>> = {
  KubeAPIServerConfig: apiServer,
  KubeAdmissionControlConfig: (document) => missing(document, 'name'),
  KubeAuthorizerConfig: authorizer,
  KubeClusterConfig: cluster,
  KubeControllerManagerConfig: component,
  KubeEtcdEncryptionConfig: (document) => missing(document, 'config'),
  KubeExternalManifestConfig: externalManifest,
  KubeFlannelCNIConfig: flannel,
  KubeInlineManifestConfig: named,
  KubeNodeConfig: node,
  KubePrismConfig: kubePrism,
  KubeProxyConfig: proxy,
  KubeSchedulerConfig: component,
  KubeStaticPodConfig: (document) => [...named(document), ...missing(document, 'pod')],
  KubeletConfig: kubelet,
};
