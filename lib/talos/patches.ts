import { DefinitionError, type Cluster, type Machine, type MachinePool } from '../cluster';
import { apiServer } from './aspects/api-server';
import { cloudProvider } from './aspects/cloud-provider';
import { clusterNetwork } from './aspects/cluster-network';
import { clusterDns } from './aspects/cluster-dns';
import { cni } from './aspects/cni';
import { etcd } from './aspects/etcd';
import { hostname } from './aspects/hostname';
import { imageLayers } from './aspects/image-layers';
import { install } from './aspects/install';
import { kubelet } from './aspects/kubelet';
import { links } from './aspects/links';
import { loadBalancers } from './aspects/load-balancers';
import { node } from './aspects/node';
import { resolver } from './aspects/resolver';
import { rolloutTrigger } from './aspects/rollout-trigger';
import { scheduling } from './aspects/scheduling';
import { sharedAddress } from './aspects/shared-address';
import { staticLink } from './aspects/static-link';
import { talosApiAccess } from './aspects/talos-api-access';
import { contractOf, type Contract } from './contract';
import { mergeDocuments, type Patch, type PatchDocument } from './document';
import { layered, machineDocuments, poolDocuments } from './documents/definition';
import type { WrittenDocuments } from './documents/documents-for';

/** The patches of a pool, in order: what each is about, and the aspects that it is made of. */
const poolPatchPlan = {
  'rollout-trigger': [rolloutTrigger],
  'load-balancers': [loadBalancers],
  machine: [links, kubelet, resolver, talosApiAccess, imageLayers, install],
  cluster: [scheduling, clusterNetwork, cni, clusterDns, etcd, cloudProvider, apiServer],
  node: [node],
  'shared-address': [sharedAddress],
} as const;

/** The same for one machine. */
const machinePatchPlan = { hostname: [hostname], network: [staticLink] } as const;

/**
 * Strategic merge patches of the machines of a control plane pool, over the configuration that Talos generates.
 * Patches that would be empty are left out.
 */
export function controlPlanePatches(
  cluster: Cluster,
  pool: MachinePool,
  contract: Contract = contractOf(cluster.versions.talos),
): readonly Patch[] {
  assertRole(pool, 'control-plane');
  return [
    ...plan(poolPatchPlan, (aspect) => aspect({ cluster, pool, contract })),
    ...documentsPatch(cluster, poolDocuments(cluster, pool, contract)),
  ];
}

/** Strategic merge patches of the machines of a worker pool. */
export function workerPatches(
  cluster: Cluster,
  pool: MachinePool,
  contract: Contract = contractOf(cluster.versions.talos),
): readonly Patch[] {
  assertRole(pool, 'worker');
  return [
    ...plan(poolPatchPlan, (aspect) => aspect({ cluster, pool, contract })),
    ...documentsPatch(cluster, poolDocuments(cluster, pool, contract)),
  ];
}

/** Strategic merge patches of one machine, on top of those of its pool: its name and its link. */
export function nodePatches(
  cluster: Cluster,
  machine: Machine,
  contract: Contract = contractOf(cluster.versions.talos),
): readonly Patch[] {
  return [
    ...plan(machinePatchPlan, (aspect) => aspect({ cluster, machine, contract })),
    ...documentsPatch(cluster, machineDocuments(cluster, machine, contract)),
  ];
}

/** Strategic merge patches of the machines of any pool. */
export function poolPatches(cluster: Cluster, pool: MachinePool, contract?: Contract): readonly Patch[] {
  return pool.role === 'control-plane'
    ? controlPlanePatches(cluster, pool, contract)
    : workerPatches(cluster, pool, contract);
}

/** The definition's own documents come last, over what it makes by itself. */
function documentsPatch({ name }: Cluster, { documents, problems }: WrittenDocuments): readonly Patch[] {
  if (problems.length > 0) throw new DefinitionError(name, problems);
  return documents.length > 0 ? [{ name: 'documents', documents: layered(documents), overrides: true }] : [];
}

/** A pool's aspects ask for the role themselves; a pool handed to the wrong function is a mistake of the caller. */
function assertRole(pool: MachinePool, role: MachinePool['role']): void {
  if (pool.role !== role) {
    throw new Error(`pool ${pool.name} has another role, got ${pool.role}; pass a pool with role ${role}`);
  }
}

function plan<A>(
  patches: Readonly<Record<string, readonly A[]>>,
  documentsOf: (aspect: A) => readonly PatchDocument[],
): readonly Patch[] {
  return Object.entries(patches)
    .map(([name, aspects]) => ({ name, documents: mergeDocuments(aspects.flatMap((aspect) => documentsOf(aspect))) }))
    .filter((patch) => patch.documents.length > 0);
}
