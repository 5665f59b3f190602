import type { Artifact } from '../../artifact';
import type { JsonObject } from '../../cluster';

/** Name of the generator's program, on the path of whoever runs Kustomize. */
export const ksopsProgram = 'ksops';

/** Flags without which Kustomize runs no program. Source: kustomize-sops, README. */
export const ksopsBuildOptions = '--enable-alpha-plugins --enable-exec';

/**
 * A Kustomize folder whose generator decrypts SOPS files that lie beside it.
 *
 * @param name of the generator, which none other of the tree has
 * @param files names of the encrypted files in the folder
 */
export function ksopsFolder(
  owner: string,
  directory: string,
  name: string,
  files: readonly string[],
): readonly Artifact[] {
  const generator = 'ksops.yaml';
  const file = (path: string, document: JsonObject): Artifact => ({
    path: `${directory}/${path}`,
    owner,
    body: { format: 'yaml', documents: [document] },
  });
  return [
    file('kustomization.yaml', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      generators: [generator],
    }),
    file(generator, {
      apiVersion: 'viaduct.ai/v1',
      kind: 'ksops',
      metadata: {
        name,
        annotations: { 'config.kubernetes.io/function': `exec:\n  path: ${ksopsProgram}\n` },
      },
      files: files.map((path) => `./${path}`),
    }),
  ];
}
