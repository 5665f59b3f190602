import {
  type ArgoCd,
  deliveredSecrets,
  isManaged,
  secretDelivery,
  treePaths,
  type Cluster,
  type Component,
  type Stage,
} from '../../cluster';
import { engineStages, stageWaves } from '../../platform';
import type { Delivery } from '../engine';
import { accessComponent } from './access';
import { appId } from './app-id';
import { argoCdNamespace } from './application';
import { generatedSecretsFolder, generatedSecretsName } from './component-folder';
import { isInstalledByPlatform } from './install';
import { namespaceLabels, namespaceLevels } from './pod-security';

/** What a child app holds. */
export type ChildContent =
  /** A component, as a wrapper chart. */
  | { readonly kind: 'component'; readonly component: Component; readonly stage: Stage }
  /** The Secrets of a component, which Kustomize decrypts: a folder of the component's. */
  | { readonly kind: 'secrets'; readonly component: Component }
  /** What lets people in to Argo CD. */
  | { readonly kind: 'access'; readonly component: Component }
  /** Argo CD's own installation, as a Kustomize folder. */
  | { readonly kind: 'install' }
  /** The machines, where Cluster API manages them: a folder outside the root apps. */
  | { readonly kind: 'cluster-api'; readonly namespace: string }
  /** What makes the root apps' Applications, as plain objects. */
  | { readonly kind: 'root-apps' };

export interface ChildApp {
  readonly name: string;
  /** App ID, `<directory>.<root>.<child>`. */
  readonly id: string;
  /** Folder of the tree. */
  readonly directory: string;
  readonly namespace: string;
  /** Labels of the namespace. @default - none */
  readonly namespaceLabels?: Readonly<Record<string, string>> | undefined;
  readonly content: ChildContent;
}

export interface RootApp {
  readonly name: string;
  /** App ID, `<directory>.<root>`. */
  readonly id: string;
  /** Folder of the tree. */
  readonly directory: string;
  /** Wave of its children. */
  readonly wave: number;
  readonly children: readonly ChildApp[];
}

/** Root app that holds Argo CD itself, and its own children there. */
export const self = { root: 'argocd', install: 'argocd', clusterApi: 'cluster-api', rootApps: 'root-apps' } as const;

/** Folder of the root apps: the cluster directory, whose name begins every App ID. */
export function rootAppsDirectory(cluster: Cluster<ArgoCd>): { readonly name: string; readonly path: string } {
  const { layout } = cluster.gitops;
  if (layout.kind !== 'app-of-apps')
    throw new Error(`${cluster.id}: root apps need another layout, got ${layout.kind}; use appOfApps()`);
  return { name: layout.directory, path: `${treePaths(cluster).root}/${layout.directory}` };
}

/** Each stage that the engine carries as a root app, and one for Argo CD itself unless a stage has its name. */
export function rootApps(cluster: Cluster<ArgoCd>): readonly RootApp[] {
  const waves = stageWaves(cluster);
  const levels = namespaceLevels(cluster);
  const generating = generatingComponents(cluster);
  const stages = engineStages(cluster).map((stage) =>
    rootApp(cluster, stage.name, waves.get(stage.name) ?? 0, contentsOf(cluster, stage, generating), levels),
  );
  if (stages.some((root) => root.name === self.root)) return stages;
  return [rootApp(cluster, self.root, 0, withSelf(cluster, []), levels), ...stages];
}

function contentsOf(
  cluster: Cluster<ArgoCd>,
  stage: Stage,
  generating: ReadonlySet<Component>,
): readonly ChildContent[] {
  const contents = stage.components.flatMap((component): ChildContent[] => [
    { kind: 'component', component, stage },
    ...(generating.has(component) ? [{ kind: 'secrets', component } as const] : []),
  ]);
  return stage.name === self.root ? withSelf(cluster, contents) : contents;
}

/** The components for which Kustomize decrypts. */
function generatingComponents(cluster: Cluster<ArgoCd>): ReadonlySet<Component> {
  if (secretDelivery(cluster) !== 'ksops') return new Set();
  const generated = deliveredSecrets(cluster).filter(({ form }) => form === 'ksops');
  return new Set(generated.map(({ by }) => by.component));
}

/** Adds what Argo CD needs to manage itself. */
function withSelf(cluster: Cluster<ArgoCd>, contents: readonly ChildContent[]): readonly ChildContent[] {
  // a component of that name is the user's own way to install Argo CD
  const installed = isInstalledByPlatform(cluster) || contents.some((content) => nameOf(content) === self.install);
  const access = accessComponent(cluster);
  return [
    ...(installed ? [] : [{ kind: 'install' } as const]),
    ...(access === undefined ? [] : [{ kind: 'access', component: access } as const]),
    ...contents,
    ...(isManaged(cluster) ? [{ kind: 'cluster-api', namespace: cluster.machines.managedBy.namespace } as const] : []),
    { kind: 'root-apps' },
  ];
}

function rootApp(
  cluster: Cluster<ArgoCd>,
  name: string,
  wave: number,
  contents: readonly ChildContent[],
  levels: ReturnType<typeof namespaceLevels>,
): RootApp {
  const top = rootAppsDirectory(cluster);
  return {
    name,
    id: appId(top.name, name),
    directory: `${top.path}/${name}`,
    wave,
    children: contents.map((content) => {
      const child = nameOf(content);
      return {
        name: child,
        id: appId(top.name, name, child),
        directory: directoryOf(cluster, content, (app) => childDirectory(top.path, name, app)),
        namespace: namespaceOf(content),
        namespaceLabels: namespaceLabels(levels, namespaceOf(content)),
        content,
      };
    }),
  };
}

function directoryOf(cluster: Cluster<ArgoCd>, content: ChildContent, folder: (child: string) => string): string {
  if (content.kind === 'cluster-api') return treePaths(cluster).clusterApi;
  if (content.kind === 'secrets') return `${folder(content.component.name)}/${generatedSecretsFolder}`;
  return folder(nameOf(content));
}

function nameOf(content: ChildContent): string {
  switch (content.kind) {
    case 'component':
    case 'access':
      return content.component.name;
    case 'secrets':
      return generatedSecretsName(content.component.name);
    case 'install':
      return self.install;
    case 'cluster-api':
      return self.clusterApi;
    case 'root-apps':
      return self.rootApps;
  }
}

function namespaceOf(content: ChildContent): string {
  switch (content.kind) {
    case 'component':
    case 'secrets':
    case 'access':
      return content.component.namespace;
    case 'cluster-api':
      return content.namespace;
    case 'install':
    case 'root-apps':
      return argoCdNamespace;
  }
}

function childDirectory(top: string, root: string, child: string): string {
  return `${top}/${root}/apps/${child}`;
}

/** File with what makes the root apps' Applications: a person applies it once, and the rest follows. */
export function rootAppsFile(cluster: Cluster<ArgoCd>): string {
  const directory = childDirectory(rootAppsDirectory(cluster).path, self.root, self.rootApps);
  return `${directory}/${self.rootApps}.yaml`;
}

/** Each component that the engine carries, in the order of the stages. */
export function appOfAppsDeliveries(cluster: Cluster<ArgoCd>): readonly Delivery[] {
  return rootApps(cluster).flatMap(({ children }) =>
    children.flatMap(({ id, directory, content }) =>
      content.kind === 'component' ? [{ component: content.component, stage: content.stage, name: id, directory }] : [],
    ),
  );
}
