import { App, Chart, JsonPatch, type ApiObject } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../../lib/artifact';
import { Duration } from '../../../lib/cluster';
import * as flux from '../../../lib/gitops/flux';

const interval = Duration.hours(2);
const git = { name: 'git', url: 'https://git.example.com/a.git', ref: { branch: 'main' }, interval };
const kustomization: flux.KustomizationProps = {
  name: 'app',
  namespace: 'apps',
  source: flux.externalArtifact({ namespace: 'flux-system' }, { name: 'part' }),
  path: './x',
  interval,
  prune: true,
  force: true,
  targetNamespace: 'apps',
  deletionPolicy: 'Orphan',
  dependsOn: [{ name: 'other', readyExpr: 'dep.status.ready' }],
  decryption: { secretRef: { name: 'sops-age' } },
  postBuild: { substitute: { a: 'b' }, substituteFrom: [{ kind: 'Secret', name: 's', optional: true }] },
  patches: [{ patch: 'a: b', target: { kind: 'Deployment' } }],
  images: [{ name: 'i', newTag: 'v1' }],
  healthChecks: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'd', namespace: 'apps' }],
};

/** Each object as data and as a construct, with most of what it can say. */
const objects: Record<string, [KubernetesObject, (chart: Chart) => ApiObject]> = (() => {
  const oci: flux.OciRepositoryProps = {
    name: 'oci',
    url: 'oci://registry.example.com/charts/x',
    ref: { digest: 'sha256:00' },
    interval,
    chart: true,
    secretRef: { name: 'pull' },
    verify: { provider: 'cosign', identities: [{ issuer: '^https://x$', subject: '^y$' }] },
  };
  const repository: flux.HelmRepositoryProps = {
    name: 'h',
    url: 'https://charts.example.com',
    interval,
    timeout: interval,
  };
  const release: flux.HelmReleaseProps = {
    name: 'r',
    namespace: 'apps',
    interval,
    timeout: Duration.minutes(5),
    chart: {
      chart: 'x',
      version: '1.0.0',
      source: { kind: 'HelmRepository', name: 'h', namespace: 'flux-system' },
      interval,
    },
    releaseName: 'x',
    values: { a: 1 },
    valuesFrom: [{ kind: 'Secret', name: 'v', valuesKey: 'k', targetPath: 'a.b', optional: true }],
    dependsOn: [{ name: 'other', namespace: 'apps' }],
    ...flux.releaseDefaults({ version: 'v2.9.0' }),
    driftDetection: { mode: 'enabled', ignore: [{ paths: ['/spec/replicas'], target: { kind: 'Deployment' } }] },
  };
  const generator: flux.ArtifactGeneratorProps = {
    name: 'g',
    sources: [{ alias: 'repo', source: { kind: 'GitRepository', name: 'git' } }],
    artifacts: [
      {
        name: 'part',
        origin: 'repo',
        copy: [{ from: '@repo/a/**', to: '@artifact/', exclude: ['*.md'], strategy: 'Merge' }],
      },
    ],
  };
  const receiver: flux.ReceiverProps = {
    name: 'hook',
    type: 'gitlab',
    secretRef: { name: 'token' },
    events: flux.pushEvents.gitlab,
    resources: [{ kind: 'GitRepository', name: '*' }],
    interval,
  };
  const provider: flux.ProviderProps = { name: 'p', type: 'slack', channel: 'ops', secretRef: { name: 's' } };
  const alert: flux.AlertProps = {
    name: 'a',
    provider: { name: 'p' },
    severity: 'error',
    sources: [{ kind: 'HelmRelease', name: '*' }],
  };
  const set: flux.ResourceSetProps = {
    name: 'set',
    inputs: [{ tenant: 'a' }],
    inputsFrom: [{ name: 'in' }, { labels: { kind: 'tenant' } }],
    inputStrategy: 'Flatten',
    dependsOn: [{ apiVersion: 'v1', kind: 'Secret', name: 's', namespace: 'flux-system', ready: true }],
    resources: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: '<< inputs.tenant >>' } }],
    wait: true,
  };
  const inputs: flux.ResourceSetInputProviderProps = {
    name: 'in',
    type: 'GitHubPullRequest',
    url: 'https://git.example.com/a',
    secretRef: { name: 's' },
    filter: { labels: ['preview'], limit: 3 },
    schedule: [{ cron: '0 * * * *', timeZone: 'UTC' }],
    defaultValues: { tenant: 'b' },
  };
  const instance: flux.FluxInstanceProps = {
    version: 'v2.9.0',
    components: ['source-controller', 'kustomize-controller', 'helm-controller'],
    sync: { url: git.url, ref: 'refs/heads/main', path: 'x', interval, pullSecret: 'flux-system' },
    patches: [{ patch: 'a: b', target: { kind: 'Deployment', name: '.*' } }],
  };
  return {
    GitRepository: [flux.gitRepositoryObject(git), (chart) => new flux.GitRepository(chart, 'git', git)],
    OCIRepository: [flux.ociRepositoryObject(oci), (chart) => new flux.OciRepository(chart, 'oci', oci)],
    HelmRepository: [flux.helmRepositoryObject(repository), (chart) => new flux.HelmRepository(chart, 'h', repository)],
    HelmRelease: [flux.helmReleaseObject(release), (chart) => new flux.HelmRelease(chart, 'r', release)],
    Kustomization: [
      flux.kustomizationObject(kustomization),
      (chart) => new flux.Kustomization(chart, 'k', kustomization),
    ],
    ArtifactGenerator: [
      flux.artifactGeneratorObject(generator),
      (chart) => new flux.ArtifactGenerator(chart, 'g', generator),
    ],
    Receiver: [flux.receiverObject(receiver), (chart) => new flux.Receiver(chart, 'rec', receiver)],
    Provider: [flux.providerObject(provider), (chart) => new flux.Provider(chart, 'p', provider)],
    Alert: [flux.alertObject(alert), (chart) => new flux.Alert(chart, 'a', alert)],
    ResourceSet: [flux.resourceSetObject(set), (chart) => new flux.ResourceSet(chart, 'set', set)],
    ResourceSetInputProvider: [
      flux.resourceSetInputProviderObject(inputs),
      (chart) => new flux.ResourceSetInputProvider(chart, 'in', inputs),
    ],
    FluxInstance: [flux.fluxInstanceObject(instance), (chart) => new flux.FluxInstance(chart, 'flux', instance)],
  };
})();

describe.each(Object.entries(objects))('%s', (kind, [object, construct]) => {
  it('is the same object in anyone’s chart, and takes a patch where a property is missing', () => {
    expect(object.kind).toBe(kind);
    const made = construct(new Chart(new App(), 'own'));
    expect(made.toJson()).toEqual(JSON.parse(JSON.stringify(object)));
    made.addJsonPatch(JsonPatch.add('/spec/suspend', true));
    expect(made.toJson()).toMatchObject({ spec: { suspend: true } });
  });

  it('says all of it', async () => {
    await expect(JSON.stringify(object, null, 2)).toMatchFileSnapshot(`../../golden/gitops/flux-objects/${kind}.json`);
  });
});

describe('lengths of time', () => {
  it('are Go’s, and those of sources have no hours', () => {
    expect(flux.gitRepositoryObject({ ...git, timeout: interval }).spec).toMatchObject({
      interval: '2h0m0s',
      timeout: '120m0s',
    });
    expect(flux.sourceTimeout(Duration.seconds(45))).toBe('45s');
    expect(flux.sourceTimeout(Duration.minutes(1))).toBe('1m0s');
  });
});

describe('a FluxInstance', () => {
  it('has the one name that the operator takes', () => {
    expect(objects.FluxInstance?.[0].metadata).toMatchObject({ name: 'flux', namespace: 'flux-system' });
  });
});

describe('an empty list', () => {
  it('is left out, where Flux would read it as something said', () => {
    const { spec } = flux.kustomizationObject({
      ...kustomization,
      dependsOn: [],
      patches: [],
      images: [],
      healthChecks: [],
    });
    expect(spec).toMatchObject({
      dependsOn: undefined,
      patches: undefined,
      images: undefined,
      healthChecks: undefined,
    });
  });
});
