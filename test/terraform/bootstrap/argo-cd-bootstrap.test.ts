import { describe, expect, it } from 'vitest';
import { ArgoCdBootstrap, argoCdChart, type ArgoCdBootstrapProps } from '../../../lib/terraform/bootstrap';
import { addresses, synth, type TerraformJson } from '../../support/terraform';

const root = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'root', namespace: 'argocd' },
  spec: { source: { path: 'clusters/${NAME}' } },
};

function argoCd(options: Partial<ArgoCdBootstrapProps> = {}): TerraformJson {
  const props = { cluster: { name: 'edge' }, roots: [root], ...options };
  return synth((stack) => new ArgoCdBootstrap(stack, 'argo-cd', props));
}

describe('the chain to Argo CD', () => {
  it('is a namespace, the chart, and what starts the rest', () => {
    const json = argoCd();
    expect(addresses(json)).toEqual([
      'helm_release.edge-argo-cd',
      'kubectl_manifest.edge-argocd',
      'kubectl_manifest.edge-root-application-root',
    ]);
    expect(json.resource.kubectl_manifest!['edge-root-application-root']).toMatchObject({
      depends_on: ['helm_release.edge-argo-cd'],
      wait: true,
      yaml_body: JSON.stringify(root).replace('${', () => '$${'),
    });
  });

  it('installs the pinned chart, and the Argo CD that the definition names', () => {
    const { helm_release: releases } = argoCd({ version: 'v3.2.6', values: { controller: { replicas: 2 } } }).resource;
    const { version, repository, values } = releases!['edge-argo-cd']!;
    expect({ version, source: repository }).toEqual(argoCdChart);
    expect(JSON.parse((values as string[])[0]!)).toEqual({
      global: { image: { tag: 'v3.2.6' } },
      controller: { replicas: 2 },
    });
  });

  it('brings the age key before what it decrypts', () => {
    const json = argoCd({ ageKey: { from: 'variable' } });
    expect(json.resource.kubectl_manifest!['edge-root-application-root']!.depends_on).toContain(
      'kubernetes_secret_v1.edge-secret-sops-age',
    );
    expect(json.variable!.edge_age_key).toMatchObject({ ephemeral: true, sensitive: true });
  });
});
