import type { Artifact, ChartArtifact, KubernetesObject, SecretArtifact } from '../../artifact';

/** A file of Flux's own objects. */
export interface FluxFile {
  readonly path: string;
  readonly objects: readonly KubernetesObject[];
}

/** What Flux is given of a cluster, or of a part of it. */
export interface FluxTree {
  /** Its own objects, which the charts compose. */
  readonly objects: readonly FluxFile[];
  /** What stands beside them. */
  readonly files: readonly Artifact[];
  readonly secrets: readonly SecretArtifact[];
  /** Manifests of charts. @default - none */
  readonly charts?: readonly ChartArtifact[];
}

/** Several parts as one. */
export function joined(parts: readonly FluxTree[]): FluxTree {
  return {
    objects: parts.flatMap(({ objects }) => objects),
    files: parts.flatMap(({ files }) => files),
    secrets: parts.flatMap(({ secrets }) => secrets),
    charts: parts.flatMap(({ charts = [] }) => charts),
  };
}
