import type { Cluster, ComponentSecret, Flux, JsonObject } from '../../cluster';
import { carriedComponents, type CarriedComponent } from './carried';
import { entryObjects, entryTree } from './entry';
import { installTree } from './install';
import { kustomizeFile } from './kustomize-file';
import type { LayoutTree } from './layout';
import { fluxPath, fluxPaths, own, treeSource } from './names';
import { isGiven, madeNamespaces } from './namespaces';
import { fluxNamespace } from './objects/api';
import { kustomizationObject, type KustomizationProps } from './objects/kustomization';
import { stageOrder } from './order';
import { childPatches, releasePatch } from './patches';
import { fluxSecretFile, secretFileName, writtenFluxSecrets } from './secret-files';
import { folderOf } from './stages-layout';
import { settings, settingsObject } from './substitution';
import { joined, type FluxTree } from './tree';
import { unitFiles } from './unit-files';
import { reconcileInterval, retryInterval, unitKustomization } from './unit-kustomization';
import { partSuffix, unitsOf, type Place, type Unit, type UnitPart } from './units';

/** Nothing goes on while what is deleted is still there, such as a volume that another release will want. */
const deletionPolicy = 'WaitForTermination';

/**
 * A folder per namespace, and in it one per component with its Kustomization beside its files; one Kustomization applies
 * them all, and pushes to them what they have in common.
 */
export function appsLayout(cluster: Cluster<Flux>): LayoutTree {
  const components = carriedComponents(cluster);
  const namespaces = madeNamespaces(cluster, components);
  const place = (carried: CarriedComponent, part: UnitPart) => placeOf(cluster, carried, part, namespaces);
  const units = unitsOf(components, stageOrder(components), place);
  const folders = [...new Set(units.map(({ namespace }) => namespace))].sort();
  const all = kustomizationObject(appsKustomization(cluster));
  const entry = entryTree(
    cluster,
    components,
    // Kustomize builds no folder without resources
    folders.length === 0 ? [] : [entryObjects(cluster, { [`${own.apps}.yaml`]: [all] })],
  );
  return {
    ...joined([
      installTree(cluster, components),
      entry,
      appsFolder(cluster, folders),
      variablesFolder(cluster),
      ...folders.map((namespace) => namespaceFolder(cluster, namespace, namespaces, units)),
      ...units.map((unit) => unitFiles(cluster, unit)),
    ]),
    units,
  };
}

function appsKustomization(cluster: Cluster<Flux>): KustomizationProps {
  const decrypted = variablesIn(cluster).secrets.length > 0;
  return {
    name: own.apps,
    source: treeSource,
    path: fluxPath(cluster, fluxPaths(cluster).apps),
    interval: reconcileInterval,
    retryInterval,
    prune: true,
    // the key is the controller's own
    decryption: decrypted ? {} : undefined,
    deletionPolicy,
    patches: [...childPatches(cluster, { keyOfController: true, deletionPolicy }), releasePatch(cluster)],
  };
}

function appsFolder(cluster: Cluster<Flux>, folders: readonly string[]): FluxTree {
  if (folders.length === 0) return nothing;
  return { ...nothing, files: [kustomizeFile(cluster.id, fluxPaths(cluster).apps, { resources: folders })] };
}

function namespaceFolder(
  cluster: Cluster<Flux>,
  namespace: string,
  namespaces: ReadonlyMap<string, JsonObject>,
  units: readonly Unit[],
): FluxTree {
  const folder = `${fluxPaths(cluster).apps}/${namespace}`;
  const object = namespaces.get(namespace);
  const apps = new Map<string, Unit[]>();
  for (const unit of units.filter((candidate) => candidate.namespace === namespace)) {
    const { name } = unit.carried.component;
    apps.set(name, [...(apps.get(name) ?? []), unit]);
  }
  const made = new Set(namespaces.keys());
  const shared = variablesIn(cluster).resources.length > 0;
  return {
    objects: [...apps].map(([name, parts]) => ({
      path: `${folder}/${name}/ks.yaml`,
      objects: parts.map((unit) =>
        kustomizationObject(unitKustomization(cluster, unit, { decryption: true, variables: true }, made)),
      ),
    })),
    files: [
      ...(object === undefined
        ? []
        : [
            {
              path: `${folder}/namespace.yaml`,
              owner: cluster.id,
              body: { format: 'yaml', documents: [object] } as const,
            },
          ]),
      kustomizeFile(cluster.id, folder, {
        // the variables get their namespace here
        namespace: shared ? namespace : undefined,
        resources: [
          ...(object === undefined ? [] : ['namespace.yaml']),
          ...[...apps.keys()].map((name) => `${name}/ks.yaml`),
        ],
        components: shared ? ['../../components/variables'] : [],
      }),
    ],
    secrets: [],
  };
}

/** What every namespace needs for Flux to fill in variables there. */
function variablesIn(cluster: Cluster<Flux>) {
  const object = settingsObject(cluster.gitops);
  const secrets: readonly ComponentSecret[] = writtenFluxSecrets(cluster).filter(
    ({ name }) => name === settings.secrets,
  );
  const objectFile = `${settings.values}.yaml`;
  return {
    object,
    objectFile,
    secrets,
    resources: [...(object === undefined ? [] : [objectFile]), ...secrets.map(secretFileName)],
  };
}

function variablesFolder(cluster: Cluster<Flux>): FluxTree {
  const { object, objectFile, secrets, resources } = variablesIn(cluster);
  if (resources.length === 0) return nothing;
  const { shared } = fluxPaths(cluster);
  return {
    objects: [],
    files: [
      ...(object === undefined
        ? []
        : [
            {
              path: `${shared}/${objectFile}`,
              owner: cluster.id,
              body: { format: 'yaml', documents: [object] } as const,
            },
          ]),
      kustomizeFile(cluster.id, shared, { kind: 'Component', resources }),
    ],
    secrets: secrets.map((secret) => fluxSecretFile(cluster, secret, shared)),
  };
}

const nothing: FluxTree = { objects: [], files: [], secrets: [] };

function placeOf(
  cluster: Cluster<Flux>,
  { component: { name, namespace } }: CarriedComponent,
  part: UnitPart,
  made: ReadonlyMap<string, JsonObject>,
): Place {
  // a namespace that the component itself brings cannot hold what applies it
  const home = made.has(namespace) || isGiven(namespace) ? namespace : fluxNamespace;
  const directory = `${fluxPaths(cluster).apps}/${home}/${name}/${folderOf(part)}`;
  return { name: `${name}${partSuffix(part)}`, namespace: home, directory };
}
