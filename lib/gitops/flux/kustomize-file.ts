import type { Artifact } from '../../artifact';
import type { FluxPatch, JsonObject } from '../../cluster';

export interface KustomizeFileOptions {
  /** Files and folders, relative to the file's own folder. */
  readonly resources: readonly string[];
  /** @default 'Kustomization' */
  readonly kind?: 'Kustomization' | 'Component';
  /** Namespace of all that it names. @default - that of the files */
  readonly namespace?: string | undefined;
  /** Folders of components. @default - none */
  readonly components?: readonly string[];
  /** @default - none */
  readonly patches?: readonly FluxPatch[];
}

/** The `kustomization.yaml` of a folder, which Kustomize reads; not to be mixed up with Flux's Kustomization. */
export function kustomizeFile(owner: string, directory: string, options: KustomizeFileOptions): Artifact {
  const { kind = 'Kustomization', namespace, components = [], patches = [], resources } = options;
  const document: JsonObject = {
    apiVersion: kind === 'Component' ? 'kustomize.config.k8s.io/v1alpha1' : 'kustomize.config.k8s.io/v1beta1',
    kind,
    namespace,
    resources,
    components: components.length === 0 ? undefined : components,
    patches: patches.length === 0 ? undefined : patches.map((patch) => ({ ...patch })),
  };
  return { path: `${directory}/kustomization.yaml`, owner, body: { format: 'yaml', documents: [document] } };
}
