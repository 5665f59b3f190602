import type { KubernetesObject } from '../../artifact';
import { referenceOf, type Release } from './releases';

const apiVersion = 'olm.operatorframework.io/v1';

/** Minutes between two looks for a newer catalog. */
const pollIntervalMinutes = 60;

/** The catalog that OLM finds packages in. Source: operator-controller, ClusterCatalog CRD. */
export function catalogObject(name: string, release: Release): KubernetesObject {
  // a digest names one image for ever, and OLM refuses to look for another
  const isPinned = release.version.startsWith('sha256:');
  const image = { ref: referenceOf(release), ...(!isPinned && { pollIntervalMinutes }) };
  return { apiVersion, kind: 'ClusterCatalog', metadata: { name }, spec: { source: { type: 'Image', image } } };
}

export interface ExtensionOptions {
  readonly catalog: string;
  readonly namespace: string;
  readonly installer: string;
  readonly release: Release;
}

/** An operator that OLM installs and keeps. Source: operator-controller, ClusterExtension CRD. */
export function extensionObject(
  name: string,
  { catalog, namespace, installer, release }: ExtensionOptions,
): KubernetesObject {
  return {
    apiVersion,
    kind: 'ClusterExtension',
    metadata: { name },
    spec: {
      namespace,
      // required before OLM 1.11, ignored since
      serviceAccount: { name: installer },
      source: {
        sourceType: 'Catalog',
        catalog: {
          packageName: release.source,
          version: release.version,
          channels: ['stable'],
          // the label that OLM itself gives every catalog
          selector: { matchLabels: { 'olm.operatorframework.io/metadata.name': catalog } },
        },
      },
    },
  };
}

/** What OLM installs an operator as: it may grant only what it has, and an operator of everything needs everything. */
export function installerObjects(name: string, namespace: string): readonly KubernetesObject[] {
  const rbac = 'rbac.authorization.k8s.io';
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
        { nonResourceURLs: ['*'], verbs: ['*'] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
