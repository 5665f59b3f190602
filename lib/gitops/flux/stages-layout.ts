import { Duration, type Cluster, type Flux, type Stage } from '../../cluster';
import { carriedComponents, type CarriedComponent } from './carried';
import { entryDocuments, entryObjects, entrySecret, entryTree } from './entry';
import { installTree } from './install';
import { kustomizeFile } from './kustomize-file';
import type { LayoutTree } from './layout';
import { fluxPath, fluxPaths, own, treeSource } from './names';
import { madeNamespaces } from './namespaces';
import { fluxNamespace } from './objects/api';
import { kustomizationObject, type KustomizationProps } from './objects/kustomization';
import { requirementOrder } from './order';
import { childPatches } from './patches';
import { settings, settingsObject } from './substitution';
import { joined, type FluxTree } from './tree';
import { unitFiles } from './unit-files';
import { reconcileInterval, retryInterval, unitKustomization } from './unit-kustomization';
import { partSuffix, unitsOf, type Place, type Unit, type UnitPart } from './units';

/** For all components of a stage to become ready, one after the other. */
const stageTimeout = Duration.minutes(30);

/**
 * One Kustomization per stage, after the one before; below it one per component, `<stage>-<component>`, to which the stage
 * pushes the key to encrypted files and the variables.
 */
export function stagesLayout(cluster: Cluster<Flux>): LayoutTree {
  const components = carriedComponents(cluster);
  const place = (carried: CarriedComponent, part: UnitPart) => placeOf(cluster, carried, part);
  const units = unitsOf(components, requirementOrder(components), place);
  const namespaces = madeNamespaces(cluster, components);
  const variables = settingsObject(cluster.gitops, fluxNamespace);
  const stages = [...new Set(components.map(({ stage }) => stage))];
  const entry = entryTree(cluster, components, [
    entryDocuments(cluster, 'namespaces.yaml', [...namespaces.values()]),
    entryDocuments(cluster, `${settings.values}.yaml`, variables === undefined ? [] : [variables]),
    entrySecret(cluster, settings.secrets),
    ...stages.map((stage, index) =>
      entryObjects(cluster, {
        [`stages/${stage.name}.yaml`]: [kustomizationObject(stageKustomization(cluster, stage, stages[index - 1]))],
      }),
    ),
  ]);
  return {
    ...joined([
      installTree(cluster, components),
      entry,
      ...stages.map((stage) => stageTree(cluster, stage, units, new Set(namespaces.keys()))),
      ...units.map((unit) => unitFiles(cluster, unit)),
    ]),
    units,
  };
}

function stageKustomization(cluster: Cluster<Flux>, stage: Stage, before: Stage | undefined): KustomizationProps {
  // the first waits for Flux itself, where the tree installs it: its kinds may be newer than what runs
  const flux = cluster.gitops.install.kind === 'manifests' ? [{ name: own.flux }] : [];
  return {
    name: stage.name,
    source: treeSource,
    path: fluxPath(cluster, stageFolder(cluster, stage)),
    interval: reconcileInterval,
    retryInterval,
    timeout: stageTimeout,
    prune: true,
    wait: true,
    dependsOn: before === undefined ? flux : [{ name: before.name }],
    patches: childPatches(cluster, { keyOfController: false }),
  };
}

/** The folder of a stage: a Kustomization for each unit, beside the unit's own folder. */
function stageTree(cluster: Cluster<Flux>, stage: Stage, units: readonly Unit[], made: ReadonlySet<string>): FluxTree {
  const folder = stageFolder(cluster, stage);
  const own = units.filter(({ carried }) => carried.stage === stage);
  const path = (unit: Unit) => `${unit.carried.component.name}/ks${partSuffix(unit.part)}.yaml`;
  return {
    objects: own.map((unit) => ({
      path: `${folder}/${path(unit)}`,
      objects: [kustomizationObject(unitKustomization(cluster, unit, { decryption: true, variables: true }, made))],
    })),
    files: [kustomizeFile(cluster.id, folder, { resources: own.map(path) })],
    secrets: [],
  };
}

function stageFolder(cluster: Cluster<Flux>, { name }: Stage): string {
  return `${fluxPaths(cluster).stages}/${name}`;
}

function placeOf(cluster: Cluster<Flux>, { component, stage }: CarriedComponent, part: UnitPart): Place {
  return {
    name: `${stage.name}-${component.name}${partSuffix(part)}`,
    namespace: fluxNamespace,
    directory: `${stageFolder(cluster, stage)}/${component.name}/${folderOf(part)}`,
  };
}

/** Folder of a unit below its component's. */
export function folderOf(part: UnitPart): string {
  return part === 'main' ? 'app' : part;
}
