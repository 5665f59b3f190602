import { Duration, type Cluster, type Flux, type FluxController } from '../../cluster';
import type { CarriedComponent } from './carried';
import { kustomizeFile } from './kustomize-file';
import { fluxPath, fluxPaths, own, rootName, treeSource } from './names';
import { fluxNamespace } from './objects/api';
import { fluxInstanceObject, type FluxInstanceProps } from './objects/flux-instance';
import { gitRepositoryObject, type GitRepositoryProps } from './objects/git-repository';
import { kustomizationObject, type KustomizationProps } from './objects/kustomization';
import { ociRepositoryObject, type OciRepositoryProps } from './objects/oci-repository';
import { installPatches } from './patches';
import {
  accessSecret,
  ageSecret,
  decryptsFiles,
  fluxSecretFile,
  secretFileName,
  writtenFluxSecrets,
} from './secret-files';
import type { FluxFile, FluxTree } from './tree';
import { reconcileInterval, retryInterval } from './unit-kustomization';

/** Flux's own releases are looked at seldom: their tags do not move. */
const releaseInterval = Duration.hours(12);
const installTimeout = Duration.minutes(10);

/** The Kustomize folder of a Flux release. Source: fluxcd/flux2, `manifests/install` */
function releaseFolder(version: string): string {
  return `github.com/fluxcd/flux2/manifests/install?ref=${version}`;
}

/** Full reference of a repository's revision; a name by itself is a branch. */
function gitReference(revision: string): string {
  return revision.startsWith('refs/') ? revision : `refs/heads/${revision}`;
}

/** Whether any component's manifests are cut out of another project's repository. */
export function usesArtifacts(components: readonly CarriedComponent[]): boolean {
  return components.some(({ parts }) => parts.upstream !== undefined);
}

/** Flux's own installation, and what makes it follow the tree. */
export function installTree(cluster: Cluster<Flux>, components: readonly CarriedComponent[]): FluxTree {
  return cluster.gitops.install.kind === 'operator'
    ? operatorTree(cluster, components)
    : manifestsTree(cluster, components);
}

/** What of the installation the root Kustomization applies: files and folders, relative to its own folder. */
export function installResources({ gitops: { install } }: Cluster<Flux>): readonly string[] {
  return [install.kind === 'operator' ? `${own.instance}.yaml` : 'sync'];
}

function operatorTree(cluster: Cluster<Flux>, components: readonly CarriedComponent[]): FluxTree {
  const { entry, instance } = fluxPaths(cluster);
  const access = accessFiles(cluster, instance);
  return {
    objects: [
      { path: `${entry}/${own.instance}.yaml`, objects: [kustomizationObject(instanceKustomization(cluster))] },
      { path: `${instance}/fluxinstance.yaml`, objects: [fluxInstanceObject(instanceProps(cluster, components))] },
    ],
    files: [kustomizeFile(cluster.id, instance, { resources: ['fluxinstance.yaml', ...access.names] })],
    secrets: access.artifacts,
  };
}

/** The FluxInstance of a cluster: one list of patches, and every controller that its platform needs. */
export function instanceProps(cluster: Cluster<Flux>, components: readonly CarriedComponent[]): FluxInstanceProps {
  const { install, repository, version, interval, access } = cluster.gitops;
  if (install.kind !== 'operator')
    throw new Error(`${cluster.id}: a FluxInstance is the operator's, got ${install.kind}; use fluxOperator()`);
  const artifacts = usesArtifacts(components);
  return {
    version,
    registry: install.registry,
    artifact: install.artifact,
    components: install.controllers ?? controllers(artifacts),
    networkPolicy: install.networkPolicy,
    domain: cluster.network.dnsDomain,
    sync: {
      url: repository.url,
      ref: gitReference(repository.revision),
      path: fluxPath(cluster, fluxPaths(cluster).entry),
      interval,
      pullSecret: access === undefined ? undefined : accessSecret,
    },
    patches: installPatches(cluster, artifacts),
  };
}

function controllers(artifacts: boolean): readonly FluxController[] {
  return [
    'source-controller',
    ...(artifacts ? (['source-watcher'] as const) : []),
    'kustomize-controller',
    'helm-controller',
    'notification-controller',
  ];
}

/**
 * It waits for nobody, not even for the operator where that is a component: what the operator waits for may need a
 * controller that only this instance has.
 */
function instanceKustomization(cluster: Cluster<Flux>): KustomizationProps {
  return {
    name: own.instance,
    source: treeSource,
    path: fluxPath(cluster, fluxPaths(cluster).instance),
    interval: reconcileInterval,
    retryInterval,
    timeout: installTimeout,
    // Flux must not take itself away because a file is lost
    prune: false,
    wait: true,
    decryption: decryptionWith(cluster, accessFiles(cluster, '').names.length > 0),
  };
}

function manifestsTree(cluster: Cluster<Flux>, components: readonly CarriedComponent[]): FluxTree {
  const { sync, bootstrap } = fluxPaths(cluster);
  const { version } = cluster.gitops;
  const patches = installPatches(cluster, usesArtifacts(components));
  const access = accessFiles(cluster, sync);
  const file = (name: string, ...objects: FluxFile['objects']): FluxFile => ({ path: `${sync}/${name}.yaml`, objects });
  const objects = [
    file('gitrepository', gitRepositoryObject(repositoryProps(cluster))),
    file(rootName(cluster), kustomizationObject(rootKustomization(cluster))),
    file(
      own.flux,
      ociRepositoryObject(manifestsSource(cluster)),
      kustomizationObject({
        name: own.flux,
        source: { kind: 'OCIRepository', name: manifestsName },
        path: './',
        interval: reconcileInterval,
        retryInterval,
        timeout: installTimeout,
        prune: false,
        wait: true,
        patches,
      }),
    ),
  ];
  const names = objects.map(({ path }) => path.slice(sync.length + 1));
  return {
    objects,
    files: [
      kustomizeFile(cluster.id, bootstrap, { resources: [releaseFolder(version)], patches }),
      kustomizeFile(cluster.id, sync, { resources: [...names, ...access.names] }),
    ],
    secrets: access.artifacts,
  };
}

const manifestsName = 'flux-manifests';

function manifestsSource({ gitops: { install, version } }: Cluster<Flux>): OciRepositoryProps {
  return { name: manifestsName, url: install.artifact ?? '', ref: { tag: version }, interval: releaseInterval };
}

function repositoryProps({ gitops: { repository, interval, access } }: Cluster<Flux>): GitRepositoryProps {
  return {
    name: treeSource.name,
    namespace: fluxNamespace,
    url: repository.url,
    ref: { name: gitReference(repository.revision) },
    interval,
    secretRef: access === undefined ? undefined : { name: accessSecret },
  };
}

/** It waits for nobody, not even for Flux's own release: a mistake in that is mended by what it applies. */
function rootKustomization(cluster: Cluster<Flux>): KustomizationProps {
  return {
    name: rootName(cluster),
    source: treeSource,
    path: fluxPath(cluster, fluxPaths(cluster).entry),
    interval: reconcileInterval,
    retryInterval,
    prune: true,
    decryption: decryptionWith(cluster, true),
  };
}

function decryptionWith(cluster: Cluster<Flux>, wanted: boolean): KustomizationProps['decryption'] {
  return wanted && decryptsFiles(cluster) ? { secretRef: { name: ageSecret.name } } : undefined;
}

/** The key to the repository, as a file of a folder. */
function accessFiles(cluster: Cluster<Flux>, directory: string) {
  const secrets = writtenFluxSecrets(cluster).filter(({ name }) => name === accessSecret);
  return {
    names: secrets.map(secretFileName),
    artifacts: secrets.map((secret) => fluxSecretFile(cluster, secret, directory)),
  };
}
