import {
  defineCluster,
  deployKey,
  flux,
  fluxApps,
  fluxComponents,
  fluxManifests,
  fluxOperator,
  fluxStages,
  gitToken,
  secret,
  sops,
  stage,
  addons,
  type Cluster,
  type ClusterDefinition,
  type Component,
  type Flux,
  type FluxOptions,
  type JsonObject,
  type Stage,
} from '../../lib/cluster';
import { component, definition, hetznerDefinition } from './definition';

/** Flux with nothing said that need not be. */
export function fluxOf(options: Partial<FluxOptions> = {}): ReturnType<typeof flux> {
  return flux({
    version: 'v2.7.3',
    repository: { url: 'https://git.example.com/teams/platform.git' },
    layout: fluxComponents(),
    secrets: sops({ recipients: ['ops'] }),
    ...options,
  });
}

/** A cluster that Flux carries. */
export function fluxCluster(
  options: Partial<FluxOptions> = {},
  platform: Stage[] = [stage('apps', site())],
  overrides: Partial<Omit<ClusterDefinition, 'gitops'>> = {},
): Cluster<Flux> {
  return defineCluster({ ...definition(), ...overrides, platform, gitops: fluxOf(options) });
}

const crd = (group: string, kind: string): string => `crd/${group}/${kind}`;

/** Two components whose manifests are cut out of one repository, as those of the Gateway API are. */
export function cutOut(): readonly Component[] {
  const manifests = { repository: 'https://git.example.com/upstream/widgets.git', tag: 'v1.3.0' };
  const definitionOf = (name: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    name,
  });
  return [
    component('widgets-standard', {
      namespace: 'kube-system',
      manifests: { ...manifests, path: 'config/crd/standard' },
      provides: [crd('widgets.example.com', 'Widget')],
      health: () => [definitionOf('widgets.widgets.example.com')],
    }),
    component('widgets-experimental', {
      namespace: 'kube-system',
      manifests: { ...manifests, path: 'config/crd/experimental' },
      provides: [crd('widgets.example.com', 'Gadget')],
      requires: [crd('widgets.example.com', 'Widget')],
      health: () => [definitionOf('gadgets.widgets.example.com')],
    }),
  ];
}

/** A pod network: a chart that says when it runs. */
export function network(): Component {
  return component('network', {
    namespace: 'kube-system',
    chart: { name: 'network', version: '1.19.0', repository: 'https://charts.example.com/network' },
    values: ({ network: { pods } }) => ({ podCIDR: pods.text }),
    provides: ['cni'],
    health: () => [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'network', namespace: 'kube-system' }],
  });
}

/** A chart that brings the kinds of cert-manager, and says nothing of its health. */
export function certificates(): Component {
  return component('certificates', {
    namespace: 'certificates',
    chart: { name: 'certs', version: 'v1.19.2', repository: 'https://charts.example.com/certs' },
    values: () => ({ crds: { enabled: true } }),
    provides: ['crd/cert-manager.io'],
  });
}

/** A small application in a chart of a registry. */
export function site(values: JsonObject = {}): Component {
  return component('site', {
    namespace: 'demo',
    chart: { name: 'site', version: '6.7.1', repository: 'oci://registry.example.com/charts' },
    values: () => values,
  });
}

/** A controller out of another project's repository, with a Secret of its own and an object of the kind that it brings. */
export function controller(): Component {
  return component('controller', {
    namespace: 'controller-system',
    manifests: {
      repository: 'https://git.example.com/upstream/controller',
      tag: 'v2.0.1',
      path: 'config',
      overlay: 'overlays/standard',
      images: { 'registry.example.com/controller': 'v2.0.1', 'registry.example.com/agent': 'v2.0.1' },
    },
    objects: () => [
      {
        apiVersion: 'control.example.com/v1',
        kind: 'Catalog',
        metadata: { name: 'all' },
        spec: { script: 'echo ${HOME}' },
      },
    ],
    secrets: () => [{ name: 'pull', data: { token: secret('controller-token') } }],
    provides: ['crd/control.example.com', 'catalogs'],
    requires: ['crd/cert-manager.io'],
    health: () => [
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'controller', namespace: 'controller-system' },
      { apiVersion: 'control.example.com/v1', kind: 'Catalog', name: 'all' },
    ],
    podSecurity: 'restricted',
  });
}

/** A chart with a Secret, with objects of common kinds and of its own, and with what Flux could take for variables. */
export function operator(): Component {
  return component('operator', {
    namespace: 'operator-system',
    chart: { name: 'operator', version: '1.2.3+build.4', repository: 'oci://registry.example.com/charts/' },
    values: () => ({ host: '${domain}', command: 'exec ${SHELL} $$1 a$b', nested: ['$${x}'] }),
    objects: () => [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'script', namespace: 'operator-system' },
        data: { 'run.sh': '#!/bin/sh\necho "${1:-none}" ${domain}\n' },
      },
      {
        apiVersion: 'operator.example.com/v1',
        kind: 'Instance',
        metadata: { name: 'main', namespace: 'operator-system' },
      },
    ],
    secrets: () => [{ name: 'access', data: { password: secret('operator-password'), user: 'operator' } }],
    provides: ['crd/operator.example.com', 'operator'],
    requires: ['catalogs'],
    health: () => [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'operator', namespace: 'operator-system' }],
    podSecurity: 'privileged',
  });
}

/** A component that is one object. */
export function small(name: string, more: Partial<Component> = {}): Component {
  const objects = () => [{ apiVersion: 'example.com/v1', kind: 'Any', metadata: { name } }];
  return component(name, { objects, ...more });
}

/** Something of everything that Flux carries. */
export function wholePlatform(): Stage[] {
  return [
    stage('crds', ...cutOut()),
    stage('base', network(), certificates(), controller(), component('nothing', { requires: ['cni'] })),
    stage('apps', operator(), site({ ui: { message: 'hello' } })),
  ];
}

/** One flat list, the operator, a private repository over HTTPS with a webhook; the tree in a folder of the repository. */
export function componentsCluster(): Cluster<Flux> {
  return fluxCluster(
    {
      repository: { url: 'https://git.example.com/teams/platform.git', path: 'gitops' },
      access: gitToken({ token: secret('git-token') }),
      webhook: { type: 'github', token: secret('webhook') },
      install: fluxOperator({
        patches: [
          {
            patch: '- op: add\n  path: /spec/template/spec/containers/0/args/-\n  value: --concurrent=10\n',
            target: { kind: 'Deployment', name: '(kustomize-controller|helm-controller)' },
          },
        ],
      }),
    },
    wholePlatform(),
  );
}

/** Stages, Flux's own manifests, variables and a tag. */
export function stagesCluster(): Cluster<Flux> {
  return fluxCluster(
    {
      version: 'v2.9.0',
      repository: { url: 'https://git.example.com/teams/platform.git', revision: 'refs/tags/v1.2.0' },
      layout: fluxStages(),
      install: fluxManifests({ networkPolicy: false }),
      driftDetection: 'enabled',
      substitution: { values: { domain: 'example.com', replicas: 2 }, secrets: { api_key: secret('api-key') } },
    },
    wholePlatform(),
  );
}

/** Folders by namespace on machines that Cluster API manages, over SSH. */
export function appsCluster(): Cluster<Flux> {
  return fluxCluster(
    {
      repository: { url: 'ssh://git@git.example.com/teams/platform.git', revision: 'live', path: 'gitops' },
      access: deployKey({ identity: secret('deploy-key'), knownHosts: 'git.example.com ssh-ed25519 AAAA' }),
      layout: fluxApps(),
      substitution: { values: { domain: 'example.com' }, secrets: { api_key: secret('api-key') } },
    },
    [addons(network()), ...wholePlatform().map(withoutNetwork)],
    hetznerDefinition(),
  );
}

function withoutNetwork(one: Stage): Stage {
  return { ...one, components: one.components.filter(({ name }) => name !== 'network') };
}

export const fluxClusters: readonly (readonly [string, Cluster<Flux>])[] = [
  ['flux-components', componentsCluster()],
  ['flux-stages', stagesCluster()],
  ['flux-apps', appsCluster()],
];
