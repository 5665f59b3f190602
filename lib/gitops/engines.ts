import { runsArgoCd, runsFlux, type Cluster } from '../cluster';
import { argoCdEngine } from './argocd/engine';
import type { GitOpsEngine } from './engine';
import { fluxEngine } from './flux/engine';

/** The engine of a cluster, with every question it answers already put to that cluster. */
export type ClusterEngine = { readonly [Question in keyof GitOpsEngine]: () => ReturnType<GitOpsEngine[Question]> };

/** The engine that carries the platform of a cluster. One line per engine. */
export function engineOf(cluster: Cluster): ClusterEngine {
  if (runsArgoCd(cluster)) return ask(argoCdEngine, cluster);
  if (runsFlux(cluster)) return ask(fluxEngine, cluster);
  throw new Error(`${cluster.id}: no engine of that kind, got ${cluster.gitops.kind}; use argoCd() or flux()`);
}

function ask<C extends Cluster>(engine: GitOpsEngine<C['gitops']>, cluster: C): ClusterEngine {
  return {
    problems: () => engine.problems(cluster),
    deliveries: () => engine.deliveries(cluster),
    files: () => engine.files(cluster),
    charts: () => engine.charts(cluster),
    needs: () => engine.needs(cluster),
    secrets: () => engine.secrets(cluster),
  };
}
