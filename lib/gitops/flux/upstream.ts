import { Duration, type UpstreamManifests } from '../../cluster';
import type { ArtifactGeneratorProps, GeneratedArtifact } from './objects/artifact-generator';
import type { GitRepositoryProps } from './objects/git-repository';
import { fluxNamespace } from './objects/api';
import type { CarriedComponent } from './carried';

/** Another project's repository at one tag, and the artifacts that are cut out of it. */
export interface UpstreamSource {
  /** Name of the source, the generator and their folder. */
  readonly name: string;
  readonly repository: GitRepositoryProps;
  readonly generator: ArtifactGeneratorProps;
}

/** A tag does not move, so it is seldom looked at. */
const tagInterval = Duration.hours(24);
/** For a whole repository of a large project. */
const cloneTimeout = Duration.minutes(5);
const alias = 'upstream';

/**
 * One source for each repository and tag, however many components take their parts of it: the repository is cloned once,
 * and a component is reconciled only when its own part has changed.
 */
export function upstreamSources(components: readonly CarriedComponent[]): readonly UpstreamSource[] {
  const groups = new Map<string, { manifests: UpstreamManifests; artifacts: GeneratedArtifact[] }>();
  for (const { component, parts } of components) {
    const manifests = parts.upstream;
    if (manifests === undefined) continue;
    const key = `${manifests.repository} ${manifests.tag}`;
    const group = groups.get(key) ?? { manifests, artifacts: [] };
    group.artifacts.push(artifactOf(component.name, manifests));
    groups.set(key, group);
  }
  return named([...groups.values()]).map(({ name, manifests, artifacts: [first, ...others] }) => {
    if (first === undefined) throw new Error(`no part is taken of ${manifests.repository}`);
    const source = { kind: 'GitRepository', name } as const;
    return {
      name,
      repository: {
        name,
        url: manifests.repository,
        ref: { tag: manifests.tag },
        interval: tagInterval,
        timeout: cloneTimeout,
      },
      generator: { name, sources: [{ alias, source }], artifacts: [first, ...others] },
    };
  });
}

/** The artifact of a component has the component's name. */
export function upstreamArtifact(component: string) {
  return { kind: 'ExternalArtifact', name: component, namespace: fluxNamespace } as const;
}

function artifactOf(name: string, { path }: UpstreamManifests): GeneratedArtifact {
  const from = path === '' ? `@${alias}/**` : `@${alias}/${path}/**`;
  return { name, origin: alias, copy: [{ from, to: '@artifact/' }] };
}

/** Names after the repositories; of several at one name, each with as much more as tells them apart. */
function named<T extends { readonly manifests: UpstreamManifests }>(groups: readonly T[]) {
  const candidates = groups.map(({ manifests: { repository, tag } }) => {
    const parts = repository
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .split('/');
    const short = label(parts.at(-1) ?? '');
    return [
      short,
      label(`${short}-${tag}`),
      label(`${parts.slice(-2).join('-')}-${tag}`),
      label(`${parts.slice(2).join('-')}-${tag}`),
    ];
  });
  return groups.map((group, index) => {
    const own = candidates[index] ?? [];
    const level = own.findIndex((name, at) =>
      candidates.every((others, other) => other === index || others[at] !== name),
    );
    const name = own[level < 0 ? own.length - 1 : level] ?? '';
    return { ...group, name };
  });
}

/** A DNS-1123 label out of a text. */
function label(text: string): string {
  const longest = 63;
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
}
