import { describe, expect, it } from 'vitest';
import { fluxApps, fluxOperator, secret, sops, stage, type Component, type FluxOptions } from '../../../lib/cluster';
import { fluxEngine, fluxSecrets } from '../../../lib/gitops/flux';
import { appsCluster, componentsCluster, cutOut, fluxCluster, site, stagesCluster } from '../../support/clusters-flux';
import { fluxObjects, objectOf } from '../../support/flux-tree';

describe('Flux’s own installation', () => {
  const spec = (options: Partial<FluxOptions>, ...components: Component[]) =>
    objectOf(fluxCluster(options, [stage('all', site(), ...components)]), 'FluxInstance', 'flux').spec as {
      components: string[];
      kustomize?: { patches: { patch: string }[] };
    };

  it('has the source watcher wherever artifacts are cut, and only there', () => {
    expect(spec({}).components).not.toContain('source-watcher');
    expect(spec({}, ...cutOut()).components).toContain('source-watcher');
  });

  it('appends the user’s patches to those that the definition needs', () => {
    const patch = { patch: 'kind: Deployment', target: { kind: 'Deployment' } };
    const { patches } = spec({ layout: fluxApps(), install: fluxOperator({ patches: [patch] }) }).kustomize ?? {
      patches: [],
    };
    expect(patches).toHaveLength(3);
    expect(patches[0]?.patch).toContain('decryption');
    expect(patches[1]?.patch).toContain('--sops-age-secret=sops-age');
    expect(patches[2]).toEqual(patch);
  });

  it('syncs the tree’s folder in the repository, at the full reference', () => {
    expect(objectOf(appsCluster(), 'FluxInstance', 'flux').spec).toMatchObject({
      sync: {
        ref: 'refs/heads/live',
        path: './gitops/clusters/test/edge/flux',
        pullSecret: 'flux-system',
        interval: '5m0s',
      },
    });
    expect(objectOf(stagesCluster(), 'GitRepository', 'flux-system').spec).toMatchObject({
      ref: { name: 'refs/tags/v1.2.0' },
    });
  });

  it('is one for a cluster: no file says it twice', () => {
    for (const cluster of [componentsCluster(), stagesCluster(), appsCluster()]) {
      const { install } = cluster.gitops;
      const kinds = fluxObjects(cluster).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
      expect(kinds.filter((id) => id === 'FluxInstance flux')).toHaveLength(install.kind === 'operator' ? 1 : 0);
      expect(kinds.filter((id) => id === 'OCIRepository flux-manifests')).toHaveLength(
        install.kind === 'operator' ? 0 : 1,
      );
    }
  });

  it('reads secrets of its own, of which the tree holds all but the key', () => {
    const cluster = componentsCluster();
    expect(fluxSecrets(cluster).map(({ name }) => name)).toEqual(['sops-age', 'flux-system', 'webhook-token']);
    const written = fluxEngine.secrets(cluster).map(({ path }) => path.split('/').at(-1));
    expect(written).toEqual(expect.arrayContaining(['flux-system.sops.yaml', 'webhook-token.sops.yaml']));
    expect(written).not.toContain('sops-age.sops.yaml');
  });

  it('leaves its secrets to a person where it decrypts nothing', () => {
    const cluster = fluxCluster({
      secrets: sops({ recipients: ['ops'], delivery: 'by-hand' }),
      webhook: { type: 'github', token: secret('hook') },
    });
    expect(fluxEngine.secrets(cluster).map(({ path }) => path)).toEqual([
      'secrets/test/edge/kubernetes/flux-system/webhook-token.sops.yaml',
    ]);
    expect(JSON.stringify(fluxObjects(cluster))).not.toContain('decryption');
  });

  it('lets a webhook tell of a push', () => {
    expect(objectOf(componentsCluster(), 'Receiver', 'push').spec).toMatchObject({
      type: 'github',
      events: ['ping', 'push'],
      secretRef: { name: 'webhook-token' },
      resources: [{ kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' }],
    });
  });

  it('follows the machines where Cluster API manages them, and never deletes them', () => {
    expect(objectOf(appsCluster(), 'Kustomization', 'cluster-api').spec).toMatchObject({
      path: './gitops/clusters/test/edge/cluster-api',
      prune: false,
    });
  });
});
