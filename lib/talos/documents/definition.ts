import {
  machineScopes,
  placedDocuments,
  poolScopes,
  type Cluster,
  type Machine,
  type MachinePool,
} from '../../cluster';
import { keptLayers, sharesFile } from '../aspects/image-layers';
import type { Contract } from '../contract';
import { mergeOver, type PatchDocument } from '../document';
import { writeDocuments, type WrittenDocuments } from './documents-for';

/** What the definition's own documents say for the machines of a pool; problems' paths lead into the definition. */
export function poolDocuments(cluster: Cluster, pool: MachinePool, contract: Contract): WrittenDocuments {
  const placed = placedDocuments(poolScopes(cluster.system.documents, pool));
  const shared = sharesFile(cluster, pool, contract) ? [{ path: 'all', document: keptLayers() }] : [];
  return inDefinition(writeDocuments({ contract, role: pool.role }, [...shared, ...placed]));
}

/** What they say for one machine, over those of its pool. */
export function machineDocuments(cluster: Cluster, machine: Machine, contract: Contract): WrittenDocuments {
  const { documents, keepImageLayers } = cluster.system;
  const pool = cluster.pools.find(({ name }) => name === machine.pool);
  const earlier =
    pool === undefined ? [] : placedDocuments(poolScopes(documents, pool)).map(({ document }) => document);
  const placed = placedDocuments(machineScopes(documents, machine));
  const target = { contract, role: machine.role };
  return inDefinition(writeDocuments(target, placed, keepImageLayers ? [keptLayers(), ...earlier] : earlier));
}

/**
 * Documents one over another as Talos merges them, so that each is there once.
 *
 * @throws PatchError where Talos would refuse one after another
 */
export function layered(documents: readonly PatchDocument[]): readonly PatchDocument[] {
  return documents.reduce<readonly PatchDocument[]>((merged, next) => mergeOver(merged, [next]), []);
}

function inDefinition({ documents, problems }: WrittenDocuments): WrittenDocuments {
  return {
    documents,
    problems: problems.map((problem) => ({ ...problem, path: `system.documents.${problem.path}` })),
  };
}
