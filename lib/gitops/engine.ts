import type { Artifact, ChartArtifact, SecretArtifact } from '../artifact';
import type { Cluster, Component, Engine, Problem, Stage } from '../cluster';
import type { EngineNeeds } from '../platform';

/** What an engine makes of one component. */
export interface Delivery {
  readonly component: Component;
  readonly stage: Stage;
  /** Name of the object by which the engine carries the component, e.g. of its Application. */
  readonly name: string;
  /** Folder of the tree that the engine reads for it. */
  readonly directory: string;
}

/**
 * A GitOps engine. It carries every component the same way and knows none by name; its own Kubernetes objects are the
 * charts' business, so that they can be composed before they become files.
 */
export interface GitOpsEngine<E extends Engine = Engine> {
  /** What the engine cannot carry, though the definition is sound by itself. */
  problems(cluster: Cluster<E>): readonly Problem[];
  /** One for each component of the stages that the engine carries, in order. */
  deliveries(cluster: Cluster<E>): readonly Delivery[];
  /** The files beside the engine's own objects: wrapper charts, kustomizations, encryption rules. */
  files(cluster: Cluster<E>): readonly Artifact[];
  /** The files that hold the manifests of charts, where a component asks for that. */
  charts(cluster: Cluster<E>): readonly ChartArtifact[];
  /** What the engine waits for before it carries anything. */
  needs(cluster: Cluster<E>): EngineNeeds;
  /** The files by which secrets reach the cluster, encrypted. */
  secrets(cluster: Cluster<E>): readonly SecretArtifact[];
}
