import type { Problem } from '../../../cluster';
import { ofKind, type Configuration, type ConfigRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isEndpoint } from '../values/url';
import { authorizerType, resources } from './kubernetes';
import { wrongFilters } from './name-services';

/** The URL of the Kubernetes API has a host and a usable port. */
const endpoint: ConfigRule = (configuration) => {
  const controlPlane = configuration.main.at('cluster.controlPlane');
  const place = controlPlane.at('endpoint');
  const isMissing = controlPlane.isThere && !place.isThere;
  const needed =
    runsKubernetes(configuration) && !place.isThere && ofKind(configuration, 'KubeClusterConfig').length === 0;
  const account = configuration.main.at('cluster.serviceAccount');
  return [
    ...(isMissing || needed ? [place.problem('no URL of the API', 'set it')] : []),
    ...(account.isThere && !place.isThere
      ? [account.problem('no URL of the API beside it', 'use KubeServiceAccountConfig')]
      : []),
    ...eachWrong(
      place.isThere ? [place] : [],
      ({ text }) => isEndpoint(text),
      'not the URL of an API',
      'correct it',
      'https://host:port',
    ),
  ];
};

/** Whether Kubernetes runs on the machine: it has an authority. */
function runsKubernetes(configuration: Configuration): boolean {
  const cluster = configuration.main.at('cluster');
  const isLegacy = cluster.at('ca').isThere || cluster.at('acceptedCAs').isThere;
  return isLegacy || ofKind(configuration, 'KubeAPIServerCAConfig').length > 0;
}

/** Secrets in etcd are encrypted. */
const etcdEncryption: ConfigRule = (configuration) => {
  if (!configuration.isControlPlane || !runsKubernetes(configuration)) return [];
  const cluster = configuration.main.at('cluster');
  const isLegacy = cluster.at('secretboxEncryptionSecret').isSet || cluster.at('aescbcEncryptionSecret').isSet;
  if (isLegacy || ofKind(configuration, 'KubeEtcdEncryptionConfig').length > 0) return [];
  return [{ path: 'KubeEtcdEncryptionConfig', what: 'no key for the secrets in etcd', fix: 'give it one' }];
};

const DNS_NAME = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;

/** The DNS domain of services is a name. */
const dnsDomain: ConfigRule = ({ main }) =>
  eachWrong(
    [main.at('cluster.network.dnsDomain')],
    ({ text }) => text === '' || (DNS_NAME.test(text) && text.replaceAll('.', '').length <= 255),
    'not a DNS name',
    'use one such as cluster.local',
  );

const cniNames = ['flannel', 'custom', 'none'];

/** The pod network is Talos's own, one from manifests, or none. */
const cni: ConfigRule = ({ main, isControlPlane }) => {
  const place = main.at('cluster.network.cni');
  if (!isControlPlane || !place.isThere) return [];
  const name = place.at('name');
  const allowed = cniNames.join(', ');
  if (!cniNames.includes(name.text)) return [name.wrong('no pod network of Talos', 'use one of them', allowed)];
  const [urls, flannel] = [place.at('urls'), place.at('flannel')];
  const policies = flannel.at('kubeNetworkPoliciesEnabled');
  const ofFlannel = [
    ...(flannel.at('extraArgs').isSet ? [flannel.at('extraArgs')] : []),
    ...(policies.isOn ? [policies] : []),
  ];
  return [
    ...(urls.isSet && name.text !== 'custom' ? [urls.wrong(`manifests beside ${name.text}`, 'set name: custom')] : []),
    ...(name.text === 'custom' ? eachWrong(urls.items, ({ text }) => isEndpoint(text), 'no URL', 'correct it') : []),
    ...(name.text === 'flannel' ? [] : ofFlannel).map((field) =>
      field.wrong('a field of flannel', 'leave it out, or set name: flannel'),
    ),
  ];
};

/** etcd has an authority, and listens on networks. */
const etcd: ConfigRule = ({ main, isControlPlane }) => {
  const place = main.at('cluster.etcd');
  if (!place.isThere) return [];
  if (!isControlPlane) return [place.problem('a worker with a part of the control plane', 'keep it to control planes')];
  const [subnet, advertised, listening] = ['subnet', 'advertisedSubnets', 'listenSubnets'].map((key) => place.at(key));
  const isTwice = subnet?.isSet === true && advertised?.isSet === true;
  return [
    ...(place.at('ca').isThere ? [] : [place.at('ca').problem('no authority of etcd', 'give it one')]),
    ...(isTwice ? [subnet.wrong('networks in two fields', 'move it to advertisedSubnets')] : []),
    ...wrongFilters([
      ...(advertised?.items ?? []),
      ...(listening?.items ?? []),
      ...(subnet?.isSet && !isTwice ? [subnet] : []),
    ]),
  ];
};

/** Manifests in the configuration have a name each. */
const inlineManifests: ConfigRule = ({ main }) => {
  const names = main.at('cluster.inlineManifests').items.map((manifest) => manifest.at('name'));
  const texts = names.map(({ text }) => text);
  return names
    .filter(({ text }, index) => text.trim() === '' || texts.indexOf(text) !== index)
    .map((name) => name.wrong('a manifest without a name of its own', 'name it'));
};

const cloudProvider: ConfigRule = ({ main }) => {
  const place = main.at('cluster.externalCloudProvider');
  const manifests = place.at('manifests');
  if (!place.at('enabled').isOn && manifests.isSet) {
    return [manifests.problem('manifests of a cloud provider that is off', 'set enabled, or leave them out')];
  }
  return eachWrong(manifests.items, ({ text }) => isEndpoint(text), 'no URL', 'correct it', 'https://host/path');
};

/** Components of the control plane. */
const components: ConfigRule = ({ main }) => {
  const cluster = main.at('cluster');
  const all = ['apiServer', 'controllerManager', 'scheduler'].map((name) => cluster.at(name));
  return [...all.flatMap((place) => resources(place.at('resources'))), ...authorization(cluster.at('apiServer'))];
};

/** Who decides is said in the configuration or by arguments, not both. */
function authorization(place: Place): readonly Problem[] {
  const configured = place.at('authorizationConfig');
  const isTaken = (key: string) => key === 'authorization-mode' || key.startsWith('authorization-webhook-');
  return [
    ...(configured.isThere ? place.at('extraArgs').entries : [])
      .filter(([key]) => isTaken(key))
      .map(([, argument]) => argument.problem('an argument beside authorizationConfig', 'keep one of the two')),
    ...configured.items.flatMap((item) => [...missing(item, 'name'), ...authorizerType(item.at('type'))]),
  ];
}

/** The `cluster` section of the main document. */
export const clusterRules: readonly ConfigRule[] = [
  endpoint,
  etcdEncryption,
  dnsDomain,
  cni,
  etcd,
  inlineManifests,
  cloudProvider,
  components,
];
