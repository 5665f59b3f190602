import type { Artifact, SecretArtifact } from '../../artifact';
import { DefinitionError, type Cluster, type Flux } from '../../cluster';
import type { Delivery, GitOpsEngine } from '../engine';
import { sopsRules, valueRules } from '../sops-rules';
import { layoutTree } from './layouts';
import { fluxNeeds } from './needs';
import { fluxProblems } from './problems';
import { secretsByHand } from './secret-files';
import type { FluxFile } from './tree';

/** Flux as a GitOps engine, in the layout that the cluster names. */
export const fluxEngine: GitOpsEngine<Flux> = {
  problems: fluxProblems,
  deliveries: fluxDeliveries,
  files: fluxFiles,
  charts: (cluster) => layoutTree(cluster).charts ?? [],
  needs: fluxNeeds,
  secrets: fluxSecretFiles,
};

/** One for each component that has anything to apply, in order: its Kustomization, and the folder that this reads. */
function fluxDeliveries(cluster: Cluster<Flux>): readonly Delivery[] {
  return layoutTree(cluster)
    .units.filter(({ part }) => part === 'main')
    .map(({ carried: { component, stage }, name, directory }) => ({ component, stage, name, directory }));
}

/**
 * The files beside Flux's own objects: Kustomize's, Namespaces, components' objects, `.sops.yaml`.
 *
 * @throws DefinitionError with everything that the layout cannot carry
 */
export function fluxFiles(cluster: Cluster<Flux>): readonly Artifact[] {
  requireCarried(cluster);
  return [sopsRules(cluster), ...valueRules(cluster, fluxSecretFiles(cluster)), ...layoutTree(cluster).files];
}

/** The encrypted files of a cluster: those that Flux decrypts, and those for a person. */
function fluxSecretFiles(cluster: Cluster<Flux>): readonly SecretArtifact[] {
  return [...layoutTree(cluster).secrets, ...secretsByHand(cluster)];
}

/**
 * Flux's own objects, by the files that hold them.
 *
 * @throws DefinitionError with everything that the layout cannot carry
 */
export function fluxObjectFiles(cluster: Cluster<Flux>): readonly FluxFile[] {
  requireCarried(cluster);
  return layoutTree(cluster).objects;
}

function requireCarried(cluster: Cluster<Flux>): void {
  const problems = fluxProblems(cluster);
  if (problems.length > 0) throw new DefinitionError(cluster.name, problems);
}
