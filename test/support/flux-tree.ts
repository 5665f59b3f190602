import { App } from 'cdk8s';
import { fluxCharts } from '../../charts/flux';
import { isKubernetesObject, type Artifact, type KubernetesObject } from '../../lib/artifact';
import type { Cluster, Flux, JsonObject } from '../../lib/cluster';
import { fluxEngine, fluxFiles } from '../../lib/gitops/flux';

/** Every readable file that Flux is given, in path order. */
export function fluxArtifacts(cluster: Cluster<Flux>): readonly Artifact[] {
  const charts = fluxCharts(new App(), cluster).map((file) => file.toArtifact());
  return [...fluxFiles(cluster), ...charts].sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function documentsOf({ path, body }: Artifact): readonly JsonObject[] {
  if (body.format !== 'yaml') throw new Error(`not YAML: ${path}`);
  return body.documents;
}

/** Every object of the files, encrypted ones left out. */
export function fluxObjects(cluster: Cluster<Flux>): readonly KubernetesObject[] {
  return fluxArtifacts(cluster).flatMap(documentsOf).filter(isKubernetesObject);
}

/** Paths of all files, encrypted ones included. */
export function fluxPathsOf(cluster: Cluster<Flux>): ReadonlySet<string> {
  return new Set([...fluxArtifacts(cluster), ...fluxEngine.secrets(cluster)].map(({ path }) => path));
}

/** The one object of a kind and name. */
export function objectOf(
  cluster: Cluster<Flux>,
  kind: string,
  name: string,
): KubernetesObject & { readonly spec: JsonObject } {
  const [found, ...others] = fluxObjects(cluster).filter(
    (object) => object.kind === kind && object.metadata.name === name,
  );
  if (found === undefined || others.length > 0)
    throw new Error(`${kind} ${name}: wanted one, got ${String(others.length + (found === undefined ? 0 : 1))}`);
  return found as KubernetesObject & { readonly spec: JsonObject };
}
