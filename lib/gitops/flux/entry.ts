import { Duration, isManaged, treePaths, type Cluster, type Flux, type JsonObject } from '../../cluster';
import type { CarriedComponent } from './carried';
import { installResources } from './install';
import { kustomizeFile } from './kustomize-file';
import { fluxPath, fluxPaths, own, treeSource } from './names';
import { fluxNamespace, sourceApi } from './objects/api';
import { artifactGeneratorObject } from './objects/artifact-generator';
import { gitRepositoryObject } from './objects/git-repository';
import { kustomizationObject } from './objects/kustomization';
import { pushEvents, receiverObject } from './objects/receiver';
import { fluxSecretFile, secretFileName, webhookSecret, writtenFluxSecrets } from './secret-files';
import { joined, type FluxFile, type FluxTree } from './tree';
import { reconcileInterval, retryInterval } from './unit-kustomization';
import { upstreamSources } from './upstream';

/** For a large repository to be cloned and cut. */
const sourcesTimeout = Duration.minutes(10);

/** A part of what the root Kustomization applies, by the names under which its folder lists it. */
export interface EntryPart extends FluxTree {
  readonly resources: readonly string[];
}

/** The folder that the root Kustomization applies: what every layout has, and what the layout adds. */
export function entryTree(
  cluster: Cluster<Flux>,
  components: readonly CarriedComponent[],
  parts: readonly EntryPart[],
): FluxTree {
  const { entry } = fluxPaths(cluster);
  const all = [sourcesPart(cluster, components), machinesPart(cluster), webhookPart(cluster), ...parts];
  const resources = [...installResources(cluster), ...all.flatMap((part) => part.resources)];
  return joined([...all, { objects: [], files: [kustomizeFile(cluster.id, entry, { resources })], secrets: [] }]);
}

/** Flux's own objects as files of the root folder. */
export function entryObjects(cluster: Cluster<Flux>, files: Readonly<Record<string, FluxFile['objects']>>): EntryPart {
  const { entry } = fluxPaths(cluster);
  const names = Object.keys(files);
  return {
    objects: names.map((name) => ({ path: `${entry}/${name}`, objects: files[name] ?? [] })),
    files: [],
    secrets: [],
    resources: names,
  };
}

/** Other objects as a file of the root folder; none where there are no objects. */
export function entryDocuments(cluster: Cluster<Flux>, name: string, documents: readonly JsonObject[]): EntryPart {
  if (documents.length === 0) return nothing;
  const { entry } = fluxPaths(cluster);
  return {
    objects: [],
    files: [{ path: `${entry}/${name}`, owner: cluster.id, body: { format: 'yaml', documents } }],
    secrets: [],
    resources: [name],
  };
}

/** One of Flux's own secrets as a file of the root folder; none where the cluster has no such secret. */
export function entrySecret(cluster: Cluster<Flux>, name: string): EntryPart {
  const secrets = writtenFluxSecrets(cluster).filter((secret) => secret.name === name);
  return {
    objects: [],
    files: [],
    secrets: secrets.map((secret) => fluxSecretFile(cluster, secret, fluxPaths(cluster).entry)),
    resources: secrets.map(secretFileName),
  };
}

const nothing: EntryPart = { objects: [], files: [], secrets: [], resources: [] };

/**
 * Other projects' repositories, and the artifacts that are cut out of them: a Kustomization of their own, which is tried
 * again until Flux knows their kinds. In the root they would keep it from bringing the Flux that does.
 */
function sourcesPart(cluster: Cluster<Flux>, components: readonly CarriedComponent[]): EntryPart {
  const { sources } = fluxPaths(cluster);
  const all = upstreamSources(components);
  if (all.length === 0) return nothing;
  const kustomization = kustomizationObject({
    name: own.sources,
    source: treeSource,
    path: fluxPath(cluster, sources),
    interval: reconcileInterval,
    retryInterval,
    timeout: sourcesTimeout,
    prune: true,
    wait: true,
  });
  const entry = entryObjects(cluster, { [`${own.sources}.yaml`]: [kustomization] });
  const files = all.flatMap(({ name, repository, generator }): FluxFile[] => [
    { path: `${sources}/${name}/gitrepository.yaml`, objects: [gitRepositoryObject(repository)] },
    { path: `${sources}/${name}/artifactgenerator.yaml`, objects: [artifactGeneratorObject(generator)] },
  ]);
  const resources = files.map(({ path }) => path.slice(sources.length + 1));
  return {
    ...entry,
    objects: [...entry.objects, ...files],
    files: [kustomizeFile(cluster.id, sources, { resources })],
  };
}

/** The machines, where Cluster API manages them: a file that is lost from Git must not take a cluster with it. */
function machinesPart(cluster: Cluster<Flux>): EntryPart {
  if (!isManaged(cluster)) return nothing;
  const kustomization = kustomizationObject({
    name: own.clusterApi,
    source: treeSource,
    path: fluxPath(cluster, treePaths(cluster).clusterApi),
    interval: reconcileInterval,
    retryInterval,
    prune: false,
  });
  return entryObjects(cluster, { [`${own.clusterApi}.yaml`]: [kustomization] });
}

/** Where a push is told, so that Flux need not wait for its next look. */
function webhookPart(cluster: Cluster<Flux>): EntryPart {
  const { webhook } = cluster.gitops;
  if (webhook === undefined) return nothing;
  const receiver = receiverObject({
    name: 'push',
    type: webhook.type,
    secretRef: { name: webhookSecret },
    events: webhook.events ?? pushEvents[webhook.type],
    resources: [{ apiVersion: sourceApi, kind: treeSource.kind, name: treeSource.name, namespace: fluxNamespace }],
  });
  const file = entryObjects(cluster, { 'receiver.yaml': [receiver] });
  const token = entrySecret(cluster, webhookSecret);
  return { ...joined([file, token]), resources: [...file.resources, ...token.resources] };
}
