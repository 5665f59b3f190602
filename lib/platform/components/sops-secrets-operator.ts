import {
  ageIdentity,
  type Component,
  type ComponentSecret,
  type HelmChart,
  type JsonObject,
  type SecretRef,
} from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface SopsSecretsOperatorSettings extends ChartSettings {
  /** Secret in the operator's namespace that holds the private age key, and the key in it. */
  readonly ageKey?: {
    /** @default 'sops-age' */
    readonly secret?: string;
    /** @default 'keys.txt' */
    readonly key?: string;
  };
  /**
   * Credentials of the registry that holds the operator's image, as the JSON of a `.dockerconfigjson`. The operator cannot
   * decrypt them itself, so they come with the bootstrap. @default - the image is public
   */
  readonly pullSecret?: SecretRef;
}

// The chart for Kubernetes 1.35. Source: version table in the project's README
const chart: HelmChart = {
  name: 'sops-secrets-operator',
  version: '0.26.0',
  repository: 'https://isindir.github.io/sops-secrets-operator',
};

const name = 'sops-secrets-operator';
const pullSecretName = `${name}-registry`;

/** Makes Secrets of SopsSecrets: the platform's own decryption, with the age key that bootstrap puts there. */
export function sopsSecretsOperator(settings: SopsSecretsOperatorSettings = {}): Component {
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    secrets: () => secrets(settings),
    provides: ['crd/isindir.github.com'],
    requires: [],
    decrypts: 'sops-secrets',
    health: () => deployments(name, name),
    podSecurity: 'baseline',
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}

// keys: isindir/sops-secrets-operator, chart/helm3/sops-secrets-operator/values.yaml
function ownValues(settings: SopsSecretsOperatorSettings): JsonObject {
  const { secret, key } = ageKeyOf(settings);
  const folder = '/etc/sops-age';
  return {
    secretsAsFiles: [{ name: 'age-key', secretName: secret, mountPath: folder }],
    extraEnv: [{ name: 'SOPS_AGE_KEY_FILE', value: `${folder}/${key}` }],
    ...(settings.pullSecret === undefined ? {} : { imagePullSecrets: [{ name: pullSecretName }] }),
  };
}

function secrets(settings: SopsSecretsOperatorSettings): readonly ComponentSecret[] {
  const { secret, key } = ageKeyOf(settings);
  const { pullSecret } = settings;
  return [
    { name: secret, data: { [key]: ageIdentity() } },
    ...(pullSecret === undefined
      ? []
      : [{ name: pullSecretName, type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': pullSecret } }]),
  ];
}

function ageKeyOf({ ageKey = {} }: SopsSecretsOperatorSettings): { readonly secret: string; readonly key: string } {
  return { secret: ageKey.secret ?? 'sops-age', key: ageKey.key ?? 'keys.txt' };
}
