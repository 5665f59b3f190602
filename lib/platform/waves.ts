import type { Cluster, Stage } from '../cluster';

/** The stages that the GitOps engine carries, in order; what Cluster API installs is there before the engine is. */
export function engineStages(cluster: Pick<Cluster, 'platform'>): readonly Stage[] {
  return cluster.platform.filter((stage) => stage.carrier === 'engine');
}

/**
 * What must stand before the first stage: the objects by which the engine lets a stage in at all. Stages count from 0, so
 * that a wave nobody set (0 for Argo CD) never comes before it.
 */
export const beforeStages = -1;

/** Wave of each stage that the engine carries, by name: 0 for the first, one more for each that follows. */
export function stageWaves(cluster: Pick<Cluster, 'platform'>): ReadonlyMap<string, number> {
  return new Map(engineStages(cluster).map((stage, wave) => [stage.name, wave]));
}
