import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

/** The operator as an extension of Operator Lifecycle Manager v1, in place of its chart. */
export interface FluxOperatorExtension {
  /** Version, or a range of them such as `^0.33.0`, of which the catalog's newest is taken. @default - the chart's version */
  readonly version?: string;
  /** @default 'stable' */
  readonly channel?: string;
  /** Name of the ClusterCatalog. @default 'operatorhubio' */
  readonly catalog?: string;
}

export interface FluxOperatorSettings extends ChartSettings {
  /** @default - the chart */
  readonly extension?: FluxOperatorExtension;
}

const chart: HelmChart = {
  name: 'flux-operator',
  version: '0.33.0',
  repository: 'oci://ghcr.io/controlplaneio-fluxcd/charts',
};

const name = 'flux-operator';
const namespace = 'flux-system';
const installer = `${name}-installer`;
const extensionKind = { apiVersion: 'olm.operatorframework.io/v1', kind: 'ClusterExtension' } as const;

/** Flux Operator, by its chart or by Operator Lifecycle Manager; what it installs is a component of its own. */
export function fluxOperator(settings: FluxOperatorSettings = {}): Component {
  const { extension } = settings;
  const common = {
    name,
    namespace,
    provides: ['crd/fluxcd.controlplane.io'],
    podSecurity: 'restricted',
    traffic: {
      // the manifests of Flux come from a registry
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'cluster', ports: [{ port: 8080 }, { port: 8081 }, { port: 9080 }] }],
    },
  } as const;
  if (extension !== undefined) {
    return {
      ...common,
      objects: () => [...installerAccess(), clusterExtension(extension)],
      requires: ['crd/olm.operatorframework.io/ClusterExtension', `olm-catalog/${extension.catalog ?? defaultCatalog}`],
      health: () => [{ ...extensionKind, name }],
    };
  }
  return {
    ...common,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // the release is named by the engine; the objects are not
    values: () => mergeValues({ fullnameOverride: name }, settings.values),
    requires: [],
    health: () => [deployment(namespace, name)],
  };
}

const defaultCatalog = 'operatorhubio';

function clusterExtension({
  version = chart.version,
  channel = 'stable',
  catalog = defaultCatalog,
}: FluxOperatorExtension): JsonObject {
  return {
    ...extensionKind,
    metadata: { name },
    spec: {
      namespace,
      // newer releases of Operator Lifecycle Manager pass over it
      serviceAccount: { name: installer },
      source: {
        sourceType: 'Catalog',
        catalog: {
          packageName: name,
          version,
          channels: [channel],
          // the label that Operator Lifecycle Manager itself gives a catalog
          selector: { matchLabels: { 'olm.operatorframework.io/metadata.name': catalog } },
        },
      },
    },
  };
}

/** The operator may do everything, so who installs it must be able to grant that. Source: Flux Operator, "Installation" */
function installerAccess(): readonly JsonObject[] {
  const group = 'rbac.authorization.k8s.io';
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: installer, namespace } },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRole',
      metadata: { name: installer },
      rules: [
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
        { nonResourceURLs: ['*'], verbs: ['*'] },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: installer },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name: installer },
      subjects: [{ kind: 'ServiceAccount', name: installer, namespace }],
    },
  ];
}
