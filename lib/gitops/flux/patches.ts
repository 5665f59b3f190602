import type { Cluster, Flux, FluxPatch, JsonObject } from '../../cluster';
import { emitValue } from '../../yaml';
import { releaseDefaults } from './component-parts';
import { rootName } from './names';
import { helmApi, kustomizeApi } from './objects/api';
import { decryptionSpec, postBuildSpec, type DeletionPolicy } from './objects/kustomization';
import { ageSecret, decryptsFiles } from './secret-files';
import { variablesOf } from './substitution';
import { childLabels } from './unit-kustomization';

/** Name in a patch that its target selects for; Kustomize wants one, and does not read it. */
const anyName = 'all';

const kustomizations = { group: kustomizeApi.split('/')[0], kind: 'Kustomization' } as const;

/** What every child Kustomization gets: the key to encrypted files, and the variables unless it wants none. */
export function childPatches(
  cluster: Cluster<Flux>,
  options: { readonly keyOfController: boolean; readonly deletionPolicy?: DeletionPolicy },
): readonly FluxPatch[] {
  const decryption = decryptsFiles(cluster)
    ? decryptionSpec(options.keyOfController ? {} : { secretRef: { name: ageSecret.name } })
    : undefined;
  const variables = variablesOf(cluster.gitops);
  const everywhere: JsonObject = { decryption, deletionPolicy: options.deletionPolicy };
  return [
    ...(decryption === undefined && options.deletionPolicy === undefined
      ? []
      : [{ patch: merge(kustomizeApi, 'Kustomization', everywhere), target: kustomizations }]),
    ...(variables === undefined
      ? []
      : [
          {
            patch: merge(kustomizeApi, 'Kustomization', { postBuild: postBuildSpec(variables) }),
            target: { ...kustomizations, labelSelector: `${childLabels.variables} notin (disabled)` },
          },
        ]),
  ];
}

/**
 * What every HelmRelease of a child gets, by a patch that the child applies. A child with patches of its own is left out,
 * since pushing a list replaces the one that is there; it has no release either.
 */
export function releasePatch({ gitops }: Pick<Cluster<Flux>, 'gitops'>): FluxPatch {
  const [group] = helmApi.split('/');
  const inner = {
    patch: merge(helmApi, 'HelmRelease', releaseDefaults(gitops)),
    target: { group, kind: 'HelmRelease' },
  };
  return {
    patch: merge(kustomizeApi, 'Kustomization', { patches: [inner] }),
    target: { ...kustomizations, labelSelector: `${childLabels.patches} notin (own)` },
  };
}

/** Patches of what installs Flux: those that the definition needs, and after them the user's. */
export function installPatches(cluster: Cluster<Flux>, externalArtifacts: boolean): readonly FluxPatch[] {
  const { install, layout } = cluster.gitops;
  const decrypts = decryptsFiles(cluster);
  return [
    // the operator makes the root Kustomization, and the gates that its components need, by itself
    ...(install.kind === 'operator' && decrypts ? [rootDecryption(cluster)] : []),
    ...(install.kind === 'manifests' && externalArtifacts
      ? [argument(gatedControllers, 'feature-gates=ExternalArtifact=true')]
      : []),
    ...(install.kind === 'manifests' && !install.networkPolicy ? [withoutPolicies] : []),
    ...(install.kind === 'manifests' ? [keptNamespace] : []),
    // Kustomizations stand in the components' namespaces, and the Secret with the key does not
    ...(layout.kind === 'apps' && decrypts
      ? [argument('kustomize-controller', `sops-age-secret=${ageSecret.name}`)]
      : []),
    ...install.patches,
  ];
}

const gatedControllers = '(kustomize-controller|helm-controller)';

function rootDecryption(cluster: Cluster<Flux>): FluxPatch {
  const spec = { decryption: decryptionSpec({ secretRef: { name: ageSecret.name } }) };
  const name = rootName(cluster);
  return { patch: merge(kustomizeApi, 'Kustomization', spec, name), target: { ...kustomizations, name } };
}

/** Adds an argument to the ones that are there. */
function argument(controllers: string, text: string): FluxPatch {
  const operation = { op: 'add', path: '/spec/template/spec/containers/0/args/-', value: `--${text}` };
  return { patch: emitValue([operation]), target: { kind: 'Deployment', name: controllers } };
}

const withoutPolicies: FluxPatch = {
  patch: emitValue({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: anyName },
    $patch: 'delete',
  }),
  target: { kind: 'NetworkPolicy' },
};

/** With the namespace would go the key, and everything that Flux knows. */
const keptNamespace: FluxPatch = {
  patch: emitValue({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: anyName, annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } },
  }),
  target: { kind: 'Namespace' },
};

/** A strategic merge patch as YAML. */
function merge(apiVersion: string, kind: string, spec: JsonObject, name = anyName): string {
  return emitValue({ apiVersion, kind, metadata: { name }, spec });
}
