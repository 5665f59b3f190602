import type { Artifact, Body } from '../../artifact';
import { treePaths, type Cluster, type Machine, type MachinePool } from '../../cluster';
import { emitDocuments } from '../../yaml';
import { mergePatches, type PatchDocument } from '../document';
import { nodePatches, poolPatches } from '../patches';
import { escapeTemplates, escapeVariables, holdsTemplates, holdsVariables } from './escape';

/** A patch as talhelper takes it. */
export interface TalhelperPatch {
  /** How `talconfig.yaml` names it. */
  readonly reference: string;
  /** A file of its own, where talhelper would not read the plain one as it stands. */
  readonly file?: Artifact;
}

/** The patch of a pool's machines. */
export function poolPatch(cluster: Cluster, pool: MachinePool): TalhelperPatch {
  return patchOf(cluster, `${pool.name}.yaml`, mergePatches(poolPatches(cluster, pool)));
}

/** The patch of one machine, on top of its pool's. */
export function machinePatch(cluster: Cluster, machine: Machine): TalhelperPatch {
  return patchOf(cluster, `nodes/${machine.name}.yaml`, mergePatches(nodePatches(cluster, machine)));
}

function patchOf(cluster: Cluster, name: string, documents: readonly PatchDocument[]): TalhelperPatch {
  const body = escapedBody(documents);
  if (body === undefined) return { reference: `@./patches/${name}` };
  const path = `${treePaths(cluster).talos}/talhelper/${name}`;
  return { reference: `@./talhelper/${name}`, file: { path, owner: cluster.id, body } };
}

function escapedBody(documents: readonly PatchDocument[]): Body | undefined {
  const text = emitDocuments(documents);
  if (!holdsVariables(text) && !holdsTemplates(text)) return undefined;
  const written = documents.map(escapeVariables);
  return holdsTemplates(text)
    ? { format: 'text', text: written.map(escapeTemplates).join('---\n') }
    : { format: 'yaml', documents: written };
}
