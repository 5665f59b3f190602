import type { JsonObject, Problem } from '../../cluster';
import { isObject, textOf, type Value } from '../merge/plain';
import { field, hasField, items, nameOf, ofKind, type ConfigRule, type Configuration } from './configuration';

/** Documents that make sense on control planes alone. Source: Talos `config/types/k8s`, `ControlplaneOnlyDocument`. */
const controlPlaneKinds = [
  'KubeAPIServerConfig',
  'KubeAdmissionControlConfig',
  'KubeAggregatorCAConfig',
  'KubeAuditPolicyConfig',
  'KubeAuthenticationConfig',
  'KubeAuthorizerConfig',
  'KubeControllerManagerConfig',
  'KubeCoreDNSConfig',
  'KubeEtcdEncryptionConfig',
  'KubeFlannelCNIConfig',
  'KubeProxyConfig',
  'KubeSchedulerConfig',
  'KubeServiceAccountConfig',
  'KubeTalosAPIAccessConfig',
];

/** Workers are no control planes. */
const controlPlaneOnly: ConfigRule = (configuration) => {
  if (configuration.isControlPlane) return [];
  const documents = controlPlaneKinds.flatMap((kind) => ofKind(configuration, kind)).map(nameOf);
  const fields = ['cluster.etcd'].filter((path) => hasField(configuration, path));
  const access = 'machine.features.kubernetesTalosAPIAccess';
  if (field(configuration, `${access}.enabled`) === true) fields.push(access);
  return [...documents, ...fields].map((path) => ({
    path,
    what: 'a worker with a part of the control plane',
    fix: 'keep it to control planes',
  }));
};

const endpointPath = 'cluster.controlPlane.endpoint';

/** The URL of the Kubernetes API has a host and a usable port. */
const endpoint: ConfigRule = (configuration) => {
  const sources = [
    { path: endpointPath, url: field(configuration, endpointPath) },
    ...ofKind(configuration, 'KubeClusterConfig').map((document) => ({
      path: 'KubeClusterConfig.endpoint',
      url: document.endpoint ?? '',
    })),
  ];
  const problems: Problem[] = sources
    .filter(({ url }) => url !== undefined && !isEndpoint(url))
    .map(({ path, url }) => ({
      path,
      what: 'not the URL of an API',
      got: url,
      allowed: 'https://host:port',
      fix: 'correct it',
    }));
  const isThere = hasField(configuration, endpointPath) || ofKind(configuration, 'KubeClusterConfig').length > 0;
  if (runsKubernetes(configuration) && !isThere)
    problems.push({ path: endpointPath, what: 'no URL of the API', fix: 'set it' });
  return problems;
};

function runsKubernetes(configuration: Configuration): boolean {
  const fields = ['cluster.ca', 'cluster.acceptedCAs'];
  return (
    fields.some((path) => hasField(configuration, path)) || ofKind(configuration, 'KubeAPIServerCAConfig').length > 0
  );
}

/** Secrets in etcd are encrypted. */
const etcdEncryption: ConfigRule = (configuration) => {
  if (!configuration.isControlPlane || !runsKubernetes(configuration)) return [];
  const fields = ['cluster.secretboxEncryptionSecret', 'cluster.aescbcEncryptionSecret'];
  const isThere =
    fields.some((path) => hasField(configuration, path)) ||
    ofKind(configuration, 'KubeEtcdEncryptionConfig').length > 0;
  return isThere
    ? []
    : [{ path: 'KubeEtcdEncryptionConfig', what: 'no key for the secrets in etcd', fix: 'give it one' }];
};

function isEndpoint(url: Value): boolean {
  if (typeof url !== 'string') return false;
  const parts = /^[a-z][a-z0-9+.-]*:\/\/(\[[0-9a-f:.]+\]|[^:/?#[\]]+)(?::([0-9]*))?(?:[/?#]|$)/i.exec(url);
  if (parts === null) return false;
  return !parts[2] || (Number(parts[2]) >= 1 && Number(parts[2]) <= 65535);
}

const DNS_NAME = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;

/** The DNS domain of services is a name. */
const dnsDomain: ConfigRule = (configuration) => {
  const path = 'cluster.network.dnsDomain';
  const got = field(configuration, path);
  if (got === undefined || got === '' || DNS_NAME.test(textOf(got))) return [];
  return [{ path, what: 'not a DNS name', got, fix: 'use one such as cluster.local' }];
};

const cniNames = ['flannel', 'custom', 'none'];

/** The pod network is Talos's own, one from manifests, or none. */
const cni: ConfigRule = (configuration) => {
  const path = 'cluster.network.cni';
  const value = field(configuration, path);
  if (!configuration.isControlPlane || !isObject(value)) return [];
  const name = value.name ?? '';
  if (!cniNames.includes(textOf(name))) {
    return [
      {
        path: `${path}.name`,
        what: 'no pod network of Talos',
        got: name,
        allowed: cniNames.join(', '),
        fix: 'use one of them',
      },
    ];
  }
  const hasUrls = Array.isArray(value.urls) && value.urls.length > 0;
  if (name === 'custom' || !hasUrls) return [];
  return [{ path: `${path}.urls`, what: `manifests beside ${textOf(name)}`, got: value.urls, fix: 'set name: custom' }];
};

/** Fields of the kubelet's configuration that Talos sets itself. Source: Talos `machinery/kubelet`, spelled as there. */
const fixedKubeletFields = [
  'apiVersion',
  'authentication',
  'authorization',
  'cgroupRoot',
  'kind',
  'kubeletCgroups',
  'port',
  'protectKernelDefaults',
  'resolvConf',
  'rotateCertificates',
  'systemCgroups',
  'staticPodPath',
  'seccompDefault',
];

/** What Talos sets of the kubelet stays as it is. */
const kubelet: ConfigRule = (configuration) => {
  const legacy = 'machine.kubelet.extraConfig';
  const sources: readonly { readonly path: string; readonly config: Value }[] = [
    { path: legacy, config: field(configuration, legacy) },
    ...ofKind(configuration, 'KubeletConfig').map(({ config }) => ({ path: 'KubeletConfig.config', config })),
  ];
  return sources.flatMap(({ path, config }) =>
    Object.keys(isObject(config) ? config : {})
      .filter((key) => fixedKubeletFields.includes(key))
      .map((key) => ({ path: `${path}.${key}`, what: 'a field that Talos sets itself', fix: 'leave it out' })),
  );
};

/** The discovery service knows a cluster by its identity. */
const discovery: ConfigRule = (configuration) => {
  const [identity] = ofKind(configuration, 'DiscoveryIdentityConfig');
  const isOn =
    ofKind(configuration, 'DiscoveryServiceConfig').length > 0 ||
    (field(configuration, 'cluster.discovery.enabled') === true &&
      field(configuration, 'cluster.discovery.registries.service.disabled') !== true);
  if (!isOn) return [];
  return (['id', 'secret'] as const)
    .filter(
      (name) => !field(configuration, `cluster.${name}`) && !identity?.[name === 'id' ? 'clusterID' : 'clusterSecret'],
    )
    .map((name) => ({
      path: `cluster.${name}`,
      what: 'discovery without an identity',
      fix: 'set it, or turn discovery off',
    }));
};

/** Manifests in the configuration have a name each. */
const inlineManifests: ConfigRule = (configuration) => {
  const path = 'cluster.inlineManifests';
  const names = items(field(configuration, path)).map(({ name }: JsonObject) => textOf(name));
  return names
    .filter((name, index) => name.trim() === '' || names.indexOf(name) !== index)
    .map((got) => ({ path, what: 'a manifest without a name of its own', got, fix: 'name it' }));
};

/** Kubernetes as the machine sees it. */
export const kubernetesRules: readonly ConfigRule[] = [
  controlPlaneOnly,
  endpoint,
  etcdEncryption,
  dnsDomain,
  cni,
  kubelet,
  discovery,
  inlineManifests,
];
