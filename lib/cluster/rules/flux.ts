import type { Flux, WebhookType } from '../ports/flux';
import type { FluxController } from '../ports/flux-install';
import type { Stage } from '../ports/stage';
import type { Problem } from '../problem';
import { isPlainInYaml } from '../plain-scalar';
import { decryptionOf } from '../decryption';
import { compareMinor, isExactRelease, minorOf } from '../version';
import { rule } from './rule';

/** First releases of Flux with what a definition may ask for. Source: release notes of Flux */
const since = {
  /** ArtifactGenerator and ExternalArtifact, with the flux-operator. */
  artifacts: '2.7',
  /** The source watcher among the manifests that Flux installs itself with. */
  watcherInManifests: '2.9',
  /** An age key that is the controller's own. */
  keyOfController: '2.7',
} as const;

/** Controllers without which nothing is carried at all. */
const needed: readonly FluxController[] = ['source-controller', 'kustomize-controller', 'helm-controller'];

/** What a variable may be called. Source: fluxcd/pkg, `kustomize_varsub.go` */
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

export const fluxRules = [
  rule(['gitops'], ({ gitops }) =>
    gitops.kind === 'flux'
      ? [
          ...repositoryProblems(gitops),
          ...intervalProblems(gitops),
          ...webhookProblems(gitops),
          ...variableProblems(gitops),
          ...installProblems(gitops),
        ]
      : [],
  ),
  rule(['gitops', 'platform'], ({ gitops, platform }) =>
    gitops.kind === 'flux'
      ? [...artifactProblems(gitops, platform), ...keyProblems(gitops, decryptionOf({ gitops, platform }).byEngine)]
      : [],
  ),
];

function isBefore(version: string, minor: string): boolean {
  return isExactRelease(version) && compareMinor(minorOf(version), minor) < 0;
}

function repositoryProblems({ repository: { url, revision }, access }: Flux): Problem[] {
  const problems: Problem[] = [];
  const scp = /^git@([^:/]+):(.+)$/.exec(url);
  if (scp !== null)
    problems.push({
      path: 'gitops.repository.url',
      what: 'Flux knows no such form of a URL',
      got: url,
      allowed: 'https://… or ssh://…',
      fix: `write ssh://git@${scp[1] ?? ''}/${scp[2] ?? ''}`,
    });
  if (revision === 'HEAD' || /^[0-9a-f]{40}$/.test(revision))
    problems.push({
      path: 'gitops.repository.revision',
      what: 'Flux follows a branch or a tag',
      got: revision,
      allowed: 'a branch, or a full reference such as refs/tags/v1.2.0',
      fix: 'name the branch',
    });
  const isSsh = scp !== null || url.startsWith('ssh://');
  if (isSsh && access?.kind !== 'deploy-key')
    problems.push({
      path: 'gitops.access',
      what: 'an SSH repository cannot be read without a key',
      got: access?.kind ?? 'nothing',
      allowed: 'deployKey({ identity, knownHosts })',
      fix: 'add it, or use the https:// URL',
    });
  if (!isSsh && access?.kind === 'deploy-key')
    problems.push({
      path: 'gitops.access',
      what: 'a deploy key opens SSH repositories alone',
      got: url,
      allowed: 'gitToken({ token }) for https://…',
      fix: 'use gitToken(), or the ssh:// URL',
    });
  return problems;
}

function intervalProblems({ interval }: Flux): Problem[] {
  const { seconds } = interval;
  if (Number.isInteger(seconds) && seconds >= 10) return [];
  return [
    {
      path: 'gitops.interval',
      what: 'too short, or no whole number of seconds',
      got: `${String(seconds)} seconds`,
      allowed: 'ten seconds or more',
      fix: 'choose a longer one; a webhook tells of a push at once',
    },
  ];
}

/** Senders that call their events by name, of which each kind knows others. */
const eventful: readonly WebhookType[] = ['github', 'gitlab', 'bitbucket', 'cdevents'];

function webhookProblems({ webhook, install }: Flux): Problem[] {
  if (webhook === undefined) return [];
  const problems: Problem[] = [];
  if (webhook.events !== undefined && !eventful.includes(webhook.type))
    problems.push({
      path: 'gitops.webhook.events',
      what: `a webhook of type ${webhook.type} names no events`,
      got: webhook.events,
      allowed: `events for ${eventful.join(', ')}`,
      fix: 'leave events out',
    });
  if (install.kind === 'operator' && install.controllers?.includes('notification-controller') === false)
    problems.push(lacking('notification-controller', 'a webhook'));
  return problems;
}

function lacking(controller: FluxController, what: string): Problem {
  return {
    path: 'gitops.install.controllers',
    what: `${what} needs ${controller}`,
    allowed: `a list with ${controller}`,
    fix: 'add it, or leave controllers out',
  };
}

function installProblems({ install }: Flux): Problem[] {
  if (install.kind === 'manifests')
    return /^oci:\/\/[^@]+$/.test(install.artifact) && !/:[^/]*$/.test(install.artifact.slice('oci://'.length))
      ? []
      : [
          {
            path: 'gitops.install.artifact',
            what: 'not an OCI repository',
            got: install.artifact,
            allowed: 'oci://… without a tag or digest: the tag is the version',
            fix: 'write where the manifests of the releases are',
          },
        ];
  const { artifact, controllers } = install;
  const problems: Problem[] = [];
  if (artifact !== undefined && !/^oci:\/\/[^/]+\/.+(:[^/@]+|@sha256:[0-9a-f]{64})$/.test(artifact))
    problems.push({
      path: 'gitops.install.artifact',
      what: 'not an OCI artifact at a tag or digest',
      got: artifact,
      allowed: 'oci://…:<tag> or oci://…@sha256:…',
      fix: 'pin it, or leave it out for the manifests in the operator’s image',
    });
  for (const controller of needed.filter((name) => controllers?.includes(name) === false))
    problems.push(lacking(controller, 'Flux'));
  return problems;
}

function artifactProblems({ version, install }: Flux, platform: readonly Stage[]): Problem[] {
  const users = platform
    .filter(({ carrier }) => carrier === 'engine')
    .flatMap(({ components }) => components.filter(({ manifests }) => manifests !== undefined).map(({ name }) => name));
  const [user] = users;
  if (user === undefined) return [];
  if (install.kind === 'operator' && install.controllers?.includes('source-watcher') === false)
    return [lacking('source-watcher', `${user}, whose manifests come from another repository,`)];
  const first = install.kind === 'operator' ? since.artifacts : since.watcherInManifests;
  if (!isBefore(version, first)) return [];
  return [
    {
      path: 'gitops.version',
      what: `${user} comes from another repository, of which Flux by its ${install.kind} takes parts since v${first}`,
      got: version,
      allowed: `v${first}.0 or later`,
      fix: install.kind === 'operator' ? 'upgrade Flux' : 'upgrade Flux, or install it by fluxOperator()',
    },
  ];
}

function keyProblems({ version, layout }: Flux, decrypts: boolean): Problem[] {
  if (layout.kind !== 'apps' || !decrypts || !isBefore(version, since.keyOfController)) return [];
  return [
    {
      path: 'gitops.version',
      what: `the layout apps needs a key of the controller’s own, which Flux has since v${since.keyOfController}`,
      got: version,
      allowed: `v${since.keyOfController}.0 or later`,
      fix: 'upgrade Flux, or choose another layout',
    },
  ];
}

function variableProblems({ substitution: { values, secrets } }: Flux): Problem[] {
  const names = [
    ...Object.keys(values).map((name) => ['values', name] as const),
    ...Object.keys(secrets).map((name) => ['secrets', name] as const),
  ];
  const problems = names.flatMap(([kind, name]): Problem[] =>
    variableName.test(name)
      ? []
      : [
          {
            path: `gitops.substitution.${kind}.${name}`,
            what: 'not the name of a variable',
            got: name,
            allowed: 'letters, digits and underscores, no digit first',
            fix: 'rename it',
          },
        ],
  );
  for (const name of Object.keys(secrets).filter((other) => other in values))
    problems.push({
      path: `gitops.substitution.secrets.${name}`,
      what: 'a variable of that name has a value that is no secret',
      got: name,
      fix: 'rename one of the two',
    });
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' || isPlainInYaml(value)) continue;
    problems.push({
      path: `gitops.substitution.values.${name}`,
      what: 'Flux writes the value into YAML as it stands, and YAML reads it as something else',
      got: value,
      allowed: 'a number, a boolean, or a text on one line that needs no quotes',
      fix: 'write it as what it is, or put it into the component’s own values',
    });
  }
  return problems;
}
