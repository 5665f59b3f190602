import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export interface SopsSecretsOperatorSettings extends ChartSettings {
  /** Secret in the operator's namespace that holds the private age key, and the key in it. */
  readonly ageKey?: {
    /** @default 'sops-age' */
    readonly secret?: string;
    /** @default 'keys.txt' */
    readonly key?: string;
  };
}

// The chart for Kubernetes 1.35. Source: version table in the project's README
const chart: HelmChart = {
  name: 'sops-secrets-operator',
  version: '0.26.0',
  repository: 'https://isindir.github.io/sops-secrets-operator',
};

/** Makes Secrets of SopsSecrets: the platform's own decryption, with the age key that bootstrap puts there. */
export function sopsSecretsOperator(settings: SopsSecretsOperatorSettings = {}): Component {
  return {
    name: 'sops-secrets-operator',
    namespace: 'sops-secrets-operator',
    chart: chartAt(chart, settings),
    values: () => mergeValues(ageKeyValues(settings.ageKey), settings.values),
    provides: ['crd/isindir.github.com'],
    requires: [],
  };
}

function ageKeyValues({
  secret = 'sops-age',
  key = 'keys.txt',
}: SopsSecretsOperatorSettings['ageKey'] = {}): JsonObject {
  const folder = '/etc/sops-age';
  return {
    secretsAsFiles: [{ name: 'age-key', secretName: secret, mountPath: folder }],
    extraEnv: [{ name: 'SOPS_AGE_KEY_FILE', value: `${folder}/${key}` }],
  };
}
