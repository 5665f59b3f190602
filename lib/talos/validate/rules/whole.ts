import type { Problem } from '../../../cluster';
import { nameOf, ofKind, type Configuration, type ConfigRule } from '../configuration';
import { discovers } from './discovery';
import { isEncrypted } from './name-services';

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
const controlPlaneOnly: ConfigRule = ({ documents, isControlPlane }) =>
  (isControlPlane ? [] : documents)
    .filter(({ kind }) => typeof kind === 'string' && controlPlaneKinds.includes(kind))
    .map((document) => ({
      path: nameOf(document),
      what: 'a worker with a part of the control plane',
      fix: 'keep it to control planes',
    }));

/** KubeSpan finds its peers through the discovery service. */
const peers: ConfigRule = (configuration) => {
  const [document] = ofKind(configuration, 'KubeSpanConfig');
  const enabled = (document ?? configuration.main.at('machine.network.kubespan')).at('enabled');
  if (!enabled.isOn || discovers(configuration)) return [];
  return [enabled.wrong('no discovery of peers', 'turn discovery on')];
};

/** Encrypted DNS is asked by the resolver on the host. */
const encryptedDns: ConfigRule = (configuration) => {
  const servers = ofKind(configuration, 'ResolverConfig').flatMap((document) => document.at('nameservers').items);
  if (resolves(configuration)) return [];
  return servers
    .filter(isEncrypted)
    .map((server): Problem => server.at('protocol').wrong('encrypted DNS without a resolver', 'set hostDNS.enabled'));
};

/** Whether the host has a resolver of its own. */
function resolves(configuration: Configuration): boolean {
  const [document] = ofKind(configuration, 'ResolverConfig');
  const legacy = configuration.main.at('machine.features.hostDNS.enabled').isOn;
  return legacy || document?.at('hostDNS.enabled').isOn === true;
}

/** What documents have to do with each other. Source: Talos `config/container/validate.go`. */
export const wholeRules: readonly ConfigRule[] = [controlPlaneOnly, peers, encryptedDns];
