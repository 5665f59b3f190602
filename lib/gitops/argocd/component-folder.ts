import type { Artifact, SecretArtifact } from '../../artifact';
import type { Cluster, Component, DeliveredSecret, JsonObject } from '../../cluster';
import { externalSecretObject, ksopsFolder, secretFile, sopsSecretEnding, sopsSecretFile } from '../secrets';
import { manifestsFolder } from './manifests-folder';
import { renderedFolder } from './rendered-folder';
import { wrapperChart } from './wrapper-chart';

/** What Argo CD takes a component's folder for: a chart, something for Kustomize, or YAML as it stands. */
export type FolderKind = 'chart' | 'kustomize' | 'plain';

export function folderKind({ manifests, rendered }: Component): FolderKind {
  if (manifests !== undefined) return 'kustomize';
  return rendered === true ? 'plain' : 'chart';
}

/** Folder of what Kustomize decrypts for a component; Argo CD reads it as an Application of its own. */
export const generatedSecretsFolder = 'secrets';

/** Name of that Application, after the component's. */
export function generatedSecretsName(name: string): string {
  return `${name}-secrets`;
}

/** A component, where it goes, and the Secrets that it is given. */
export interface PlacedFolder {
  readonly component: Component;
  readonly directory: string;
  readonly secrets: readonly DeliveredSecret[];
}

/** The files of a component that anyone may read. */
export function componentFolder(
  cluster: Cluster,
  { component, directory, secrets }: PlacedFolder,
): readonly Artifact[] {
  const external = secrets
    .filter(({ form }) => form === 'external-secrets')
    .map(({ secret }) => externalSecretObject(cluster, secret));
  const generated = secrets
    .filter(({ form }) => form === 'ksops')
    .map((secret) => `${fileName(component, secret)}.sops.yaml`);
  const { namespace, name } = component;
  const folder = `${directory}/${generatedSecretsFolder}`;
  return [
    ...parts(cluster, { component, directory, secrets }, [...(component.objects?.(cluster) ?? []), ...external]),
    ...(generated.length === 0 ? [] : ksopsFolder(cluster.id, folder, `${namespace}.${name}`, generated)),
  ];
}

function parts(
  cluster: Cluster,
  { component, directory, secrets }: PlacedFolder,
  objects: readonly JsonObject[],
): readonly Artifact[] {
  if (component.manifests !== undefined) {
    const beside = secrets
      .filter(({ form }) => form === 'sops-secrets')
      .map((secret) => `${fileName(component, secret)}${sopsSecretEnding}`);
    return manifestsFolder(cluster, component.manifests, directory, objects, beside);
  }
  if (folderKind(component) === 'plain') return renderedFolder(cluster, directory, objects);
  return wrapperChart({ ...component, objects: () => objects }, cluster, directory);
}

/** The encrypted files of a component. Helm finds nothing to read in them: base64 and names have no braces. */
export function componentSecrets(
  cluster: Cluster,
  { component, directory, secrets }: PlacedFolder,
): readonly SecretArtifact[] {
  return secrets.flatMap((delivered): SecretArtifact[] => {
    const name = fileName(component, delivered);
    switch (delivered.form) {
      case 'sops-secrets': {
        const folder = folderKind(component) === 'chart' ? `${directory}/templates` : directory;
        return [sopsSecretFile(cluster, delivered.secret, `${folder}/${name}${sopsSecretEnding}`)];
      }
      case 'ksops': {
        const path = `${directory}/${generatedSecretsFolder}/${name}.sops.yaml`;
        return [secretFile(cluster, component, delivered.secret, path)];
      }
      // an object like others, or where no engine reads
      case 'external-secrets':
      case 'by-hand':
      case 'files':
        return [];
    }
  });
}

function fileName({ namespace }: Component, { secret }: DeliveredSecret): string {
  return secret.namespace === namespace ? secret.name : `${secret.namespace}.${secret.name}`;
}
