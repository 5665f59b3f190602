import type { KubernetesObject } from '../../lib/artifact';
import type { Cluster, Flux, JsonObject } from '../../lib/cluster';
import { parseDocuments } from '../../lib/yaml';
import { QuestionProcess } from '../question-process';
import type { Sources } from './written-tree';

interface Answer {
  readonly objects: readonly KubernetesObject[];
  readonly error?: string;
}

/** kustomize-controller's way to build, with its own packages. */
export class Builder extends QuestionProcess<Answer> {}

export interface KustomizationObject extends KubernetesObject {
  readonly spec: JsonObject & {
    readonly path?: string;
    readonly sourceRef: { readonly kind: string; readonly name: string };
    readonly dependsOn?: readonly { readonly name: string; readonly namespace?: string }[];
    readonly decryption?: JsonObject;
    readonly patches?: readonly JsonObject[];
    readonly postBuild?: { readonly substituteFrom?: readonly { readonly kind: string; readonly name: string }[] };
  };
}

/** One Kustomization, and what came of it. */
export interface Built {
  readonly kustomization: KustomizationObject;
  readonly objects: readonly KubernetesObject[];
  readonly error?: string;
}

export const idOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/** Everything that Flux would apply, beginning with the root: each Kustomization that a build gives is built in turn. */
export async function reconcile(
  builder: Builder,
  sources: Sources,
  root: KustomizationObject,
): Promise<readonly Built[]> {
  const built = new Map<string, Built>();
  const applied: KubernetesObject[] = [];
  let waiting: KustomizationObject[] = [root];
  for (let progress = true; progress && waiting.length > 0;) {
    progress = false;
    const next: KustomizationObject[] = [];
    for (const kustomization of waiting) {
      const variables = variablesOf(kustomization, applied);
      // tried again once more is there, as Flux does
      if (typeof variables === 'string') {
        built.set(idOf(kustomization), { kustomization, objects: [], error: variables });
        next.push(kustomization);
        continue;
      }
      progress = true;
      const { objects, error } = await builder.ask({
        operation: 'build',
        root: rootOf(kustomization, sources),
        kustomization: { ...kustomization, spec: { ...kustomization.spec, postBuild: { substitute: variables } } },
      });
      built.set(idOf(kustomization), { kustomization, objects, ...(error !== undefined && { error }) });
      applied.push(...objects);
      next.push(...objects.filter(isKustomization).filter((object) => !built.has(idOf(object))));
    }
    waiting = next;
  }
  return [...built.values()];
}

export function isKustomization(object: KubernetesObject): object is KustomizationObject {
  return object.kind === 'Kustomization' && object.apiVersion.startsWith('kustomize.toolkit.fluxcd.io/');
}

function rootOf({ spec: { sourceRef } }: KustomizationObject, sources: Sources): string {
  switch (sourceRef.kind) {
    case 'ExternalArtifact':
      return `${sources.artifacts}/${sourceRef.name}`;
    case 'OCIRepository':
      return sources.flux;
    default:
      return sources.repository;
  }
}

/** The variables of a Kustomization, out of what is applied in its namespace; or what is missing. */
function variablesOf(
  { metadata, spec }: KustomizationObject,
  applied: readonly KubernetesObject[],
): JsonObject | string {
  const variables: Record<string, string> = {};
  for (const { kind, name } of spec.postBuild?.substituteFrom ?? []) {
    const found = applied.find(
      (object) =>
        object.kind === kind && object.metadata.name === name && object.metadata.namespace === metadata.namespace,
    );
    if (found === undefined) return `no ${kind} ${metadata.namespace ?? ''}/${name}`;
    Object.assign(variables, found.data, found.stringData);
  }
  return variables;
}

/** The Kustomization that begins: of the operator's making, with the FluxInstance's patches of it, or of the tree's. */
export function rootOfTree({ gitops }: Cluster<Flux>, objects: readonly KubernetesObject[]): KustomizationObject {
  if (gitops.install.kind === 'manifests') {
    const name = gitops.layout.kind === 'stages' ? 'cluster' : 'flux-system';
    const root = objects.filter(isKustomization).find(({ metadata }) => metadata.name === name);
    if (root === undefined) throw new Error(`no Kustomization ${name}`);
    return root;
  }
  const instance = objects.find(({ kind }) => kind === 'FluxInstance')?.spec as unknown as InstanceSpec;
  const own = instance.kustomize?.patches.find(({ target }) => target?.kind === 'Kustomization');
  const patch = own && (parseDocuments(own.patch)[0] as { spec: JsonObject });
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'flux-system', namespace: 'flux-system' },
    spec: { path: instance.sync.path, sourceRef: { kind: 'GitRepository', name: 'flux-system' }, ...patch?.spec },
  };
}

interface InstanceSpec {
  readonly sync: { readonly path: string };
  readonly kustomize?: {
    readonly patches: readonly { readonly patch: string; readonly target?: { readonly kind?: string } }[];
  };
}
