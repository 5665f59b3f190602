import { describe, expect, it } from 'vitest';
import {
  check,
  deployKey,
  Duration,
  fluxApps,
  fluxManifests,
  fluxOperator,
  formatProblem,
  gitToken,
  secret,
  stage,
  type Flux,
  type FluxOptions,
  type Stage,
} from '../../../lib/cluster';
import { cutOut, fluxCluster, fluxOf } from '../../support/clusters-flux';
import { component, definition } from '../../support/definition';

/** What is wrong with a definition that Flux carries so. */
function problems(
  options: Partial<FluxOptions>,
  platform: Stage[] = [stage('apps', component('one'))],
): readonly string[] {
  return check({ ...definition(), platform, gitops: fluxOf(options) }).map(formatProblem);
}

const url = 'https://git.example.com/platform.git';
const ssh = 'ssh://git@git.example.com/platform.git';
const key = deployKey({ identity: secret('key'), knownHosts: 'git.example.com ssh-ed25519 AAAA' });
const upstream = [stage('crds', ...cutOut())];

describe('a definition that Flux carries', () => {
  it('needs no more than a version, a repository, a layout and recipients', () => {
    expect(problems({})).toEqual([]);
    const { gitops } = fluxCluster();
    expect(gitops).toMatchObject<Partial<Flux>>({
      repository: { url: 'https://git.example.com/teams/platform.git', revision: 'main', path: '' },
      driftDetection: 'warn',
      substitution: { values: {}, secrets: {} },
    });
    expect(gitops.interval.toGoString()).toBe('5m0s');
    expect(gitops.install).toMatchObject({ kind: 'operator', registry: 'ghcr.io/fluxcd', networkPolicy: true });
  });

  it.each<[string, Partial<FluxOptions>, RegExp]>([
    ['a layout that there is not', { layout: { kind: 'flat' } as never }, /gitops\.layout.*got .*flat/],
    ['a version that is a range', { version: 'v2.x' }, /gitops\.version: not an exact version, got "v2\.x"/],
    ['HEAD', { repository: { url, revision: 'HEAD' } }, /revision: Flux follows a branch or a tag, got "HEAD"/],
    ['a commit', { repository: { url, revision: 'a'.repeat(40) } }, /revision: Flux follows a branch or a tag/],
    [
      'SSH without a key',
      { repository: { url: ssh } },
      /gitops\.access: an SSH repository cannot be read without a key/,
    ],
    [
      'SSH with a token',
      { repository: { url: ssh }, access: gitToken({ token: secret('t') }) },
      /an SSH repository cannot be read without a key, got "token"/,
    ],
    ['HTTPS with a key', { access: key }, /gitops\.access: a deploy key opens SSH repositories alone/],
    ['an interval of a second', { interval: Duration.seconds(1) }, /gitops\.interval: too short.*got "1 seconds"/],
    ['an interval of half a second', { interval: Duration.seconds(10.5) }, /gitops\.interval/],
    ['an interval that is a text', { interval: '5m' as never }, /gitops\.interval.*such as Duration\.minutes\(5\)/],
    [
      'a type of webhook that there is not',
      { webhook: { type: 'gitea' as never, token: secret('t') } },
      /gitops\.webhook\.type: not one of the values allowed, got "gitea"; allowed: generic,/,
    ],
    [
      'events of a webhook that has none',
      { webhook: { type: 'generic', token: secret('t'), events: ['push'] } },
      /gitops\.webhook\.events: a webhook of type generic names no events/,
    ],
    [
      'a webhook without its controller',
      {
        webhook: { type: 'github', token: secret('t') },
        install: fluxOperator({ controllers: ['source-controller', 'kustomize-controller', 'helm-controller'] }),
      },
      /a webhook needs notification-controller/,
    ],
    [
      'controllers without one that everything needs',
      { install: fluxOperator({ controllers: ['source-controller', 'kustomize-controller'] }) },
      /gitops\.install\.controllers: Flux needs helm-controller/,
    ],
    [
      'an artifact that moves',
      { install: fluxOperator({ artifact: 'oci://registry.example.com/flux' }) },
      /not an OCI artifact at a tag or digest/,
    ],
    [
      'manifests at a tag of their own',
      { install: fluxManifests({ artifact: 'oci://registry.example.com:5000/flux:v2' }) },
      /not an OCI repository.*the tag is the version/,
    ],
    [
      'drift that is neither',
      { driftDetection: 'on' as never },
      /gitops\.driftDetection.*allowed: enabled, warn, disabled/,
    ],
    ['a key of the controller’s own before there was one', { version: 'v2.6.4', layout: fluxApps() }, /since v2\.7/],
  ])('fails for %s', (_what, options, message) => {
    expect(problems(options)).toEqual([expect.stringMatching(message)]);
  });

  it('fails for the short form of an SSH address, and says the long one', () => {
    expect(problems({ repository: { url: 'git@git.example.com:teams/platform.git' }, access: key })).toEqual([
      expect.stringContaining('write ssh://git@git.example.com/teams/platform.git'),
    ]);
  });

  it.each<[string, Partial<FluxOptions>, RegExp]>([
    [
      'before Flux cuts artifacts',
      { version: 'v2.6.4' },
      /widgets-standard comes from another repository.*since v2\.7/,
    ],
    [
      'by manifests that lack the source watcher',
      { version: 'v2.8.1', install: fluxManifests() },
      /by its manifests takes parts since v2\.9.*or install it by fluxOperator\(\)/,
    ],
    [
      'without the source watcher',
      { install: fluxOperator({ controllers: ['source-controller', 'kustomize-controller', 'helm-controller'] }) },
      /widgets-standard, whose manifests come from another repository, needs source-watcher/,
    ],
  ])('fails for manifests of another project %s', (_what, options, message) => {
    expect(problems(options, upstream)).toEqual([expect.stringMatching(message)]);
    expect(problems(options)).toEqual([]);
  });

  it('takes manifests of another project where it can', () => {
    expect(problems({ version: 'v2.7.0' }, upstream)).toEqual([]);
    expect(problems({ version: 'v2.9.0', install: fluxManifests() }, upstream)).toEqual([]);
  });
});

describe('variables of a definition', () => {
  const of = (values: Record<string, string | number | boolean>) => problems({ substitution: { values } });

  it.each([
    'example.com',
    'a b',
    'https://x.example.com/y?z=1',
    'v1.2',
    '192.0.2.1',
    'a#b',
    'nothing',
    'x:y',
    '10.0.0.0/8',
  ])('may be the text %s', (text) => {
    expect(of({ name: text })).toEqual([]);
  });

  it.each([
    '',
    'true',
    'No',
    '12',
    '0x1f',
    '1e3',
    '1.5',
    'null',
    '~',
    'a: b',
    'a #b',
    '"x"',
    '- x',
    '*x',
    'a\nb',
    ' a',
    'a ',
    '{}',
    'a:',
  ])('fails for the text %j, which YAML reads as something else', (text) => {
    expect(of({ name: text })).toEqual([
      expect.stringContaining('gitops.substitution.values.name: Flux writes the value'),
    ]);
  });

  it('may be numbers and booleans', () => {
    expect(of({ replicas: 3, on: true })).toEqual([]);
  });

  it('fails for all names that Flux refuses, and for one name twice', () => {
    const substitution = { values: { 'a-b': 'x', same: 'x' }, secrets: { '1st': secret('s'), same: secret('t') } };
    expect(problems({ substitution })).toEqual([
      expect.stringContaining('gitops.substitution.values.a-b: not the name of a variable'),
      expect.stringContaining('gitops.substitution.secrets.1st: not the name of a variable'),
      expect.stringContaining('gitops.substitution.secrets.same: a variable of that name has a value'),
    ]);
  });
});
