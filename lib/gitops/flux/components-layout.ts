import type { Cluster, Flux } from '../../cluster';
import { carriedComponents, type CarriedComponent } from './carried';
import { entryDocuments, entryObjects, entrySecret, entryTree } from './entry';
import { installTree } from './install';
import { fluxPaths } from './names';
import { madeNamespaces } from './namespaces';
import { fluxNamespace } from './objects/api';
import { kustomizationObject } from './objects/kustomization';
import { stageOrder } from './order';
import { settings, settingsObject } from './substitution';
import type { LayoutTree } from './layout';
import { unitFiles } from './unit-files';
import { unitKustomization } from './unit-kustomization';
import { joined } from './tree';
import { partSuffix, unitsOf, type Place, type UnitPart } from './units';

/**
 * One flat list of Kustomizations below the root, each with a folder of its own. It is ordered by what components require;
 * one that requires nothing waits for the stage before its own.
 */
export function componentsLayout(cluster: Cluster<Flux>): LayoutTree {
  const components = carriedComponents(cluster);
  const place = (carried: CarriedComponent, part: UnitPart) => placeOf(cluster, carried, part);
  const units = unitsOf(components, stageOrder(components), place);
  const namespaces = madeNamespaces(cluster, components);
  const made = new Set(namespaces.keys());
  const variables = settingsObject(cluster.gitops, fluxNamespace);
  const entry = entryTree(cluster, components, [
    entryDocuments(cluster, 'namespaces.yaml', [...namespaces.values()]),
    entryDocuments(cluster, `${settings.values}.yaml`, variables === undefined ? [] : [variables]),
    entrySecret(cluster, settings.secrets),
    ...units.map((unit) =>
      entryObjects(cluster, {
        [`kustomizations/${unit.name}.yaml`]: [
          kustomizationObject(unitKustomization(cluster, unit, { decryption: false, variables: false }, made)),
        ],
      }),
    ),
  ]);
  return {
    ...joined([installTree(cluster, components), entry, ...units.map((unit) => unitFiles(cluster, unit))]),
    units,
  };
}

function placeOf(cluster: Cluster<Flux>, { component }: CarriedComponent, part: UnitPart): Place {
  const name = `${component.name}${partSuffix(part)}`;
  return { name, namespace: fluxNamespace, directory: `${fluxPaths(cluster).base}/${name}` };
}
