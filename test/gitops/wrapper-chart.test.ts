import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../lib/artifact';
import { wrapperChart } from '../../lib/gitops/argocd';
import { certManager, oidcRbac, podinfo } from '../../lib/platform';
import { applicationSetCluster } from '../support/clusters-gitops';
import { component } from '../support/definition';

const cluster = applicationSetCluster();
const contents = (artifacts: readonly Artifact[]): unknown =>
  Object.fromEntries(artifacts.map(({ path, body }) => [path, body.format === 'yaml' ? body.documents : body]));

describe('wrapperChart', () => {
  it('names the component’s chart as the one dependency and nests the values under its name', () => {
    expect(contents(wrapperChart(certManager(), cluster, 'apps/cm'))).toEqual({
      'apps/cm/Chart.yaml': [
        {
          apiVersion: 'v2',
          name: 'cert-manager',
          version: '0.1.0',
          dependencies: [{ name: 'cert-manager', version: 'v1.19.2', repository: 'https://charts.jetstack.io' }],
        },
      ],
      'apps/cm/values.yaml': [{ 'cert-manager': { crds: { enabled: true } } }],
    });
  });

  it('keeps the scheme of an OCI registry and leaves the chart’s name to the dependency', () => {
    const [chart] = wrapperChart(podinfo(), cluster, 'x');
    expect(chart?.body).toMatchObject({
      documents: [{ dependencies: [{ name: 'podinfo', repository: 'oci://ghcr.io/stefanprodan/charts' }] }],
    });
  });

  it('writes no values where the component has none', () => {
    const plain = component('plain', {
      chart: { name: 'plain', version: '1.0.0', repository: 'https://charts.example.com' },
    });
    expect(wrapperChart(plain, cluster, 'x').map(({ path }) => path)).toEqual(['x/Chart.yaml']);
  });

  it('is templates alone for a component of objects alone', () => {
    const files = wrapperChart(oidcRbac({ groups: { view: ['support'] } }), cluster, 'x');
    expect(files.map(({ path }) => path)).toEqual(['x/Chart.yaml', 'x/templates/oidc-rbac.yaml']);
    expect(files[0]?.body).toEqual({
      format: 'yaml',
      documents: [{ apiVersion: 'v2', name: 'oidc-rbac', version: '0.1.0', dependencies: undefined }],
    });
  });

  it('keeps template braces in an object out of Helm’s sight', () => {
    const rule = component('rules', {
      objects: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'r' }, data: { text: '{{ $value }}' } }],
    });
    const [, templates] = wrapperChart(rule, cluster, 'x');
    expect(templates?.body).toMatchObject({ documents: [{ data: { text: '{{`{{`}} $value }}' } }] });
  });

  it('belongs to the cluster', () => {
    for (const { owner } of wrapperChart(certManager(), cluster, 'x')) expect(owner).toBe(cluster.id);
  });
});
