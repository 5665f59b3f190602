import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../lib/artifact';
import type { JsonObject } from '../../lib/cluster';
import { sopsRules } from '../../lib/gitops';
import {
  applicationHealth,
  applicationHealthKey,
  argoCdFiles,
  installFiles,
  repositoryName,
} from '../../lib/gitops/argocd';
import { recipient } from '../support/definition';
import { applicationSetCluster, appOfAppsCluster, otherRecipient } from '../support/clusters-gitops';

function document(artifacts: readonly Artifact[], path: string): JsonObject {
  const artifact = artifacts.find((candidate) => candidate.path === path);
  if (artifact?.body.format !== 'yaml') throw new Error(`no such file: ${path}`);
  return artifact.body.documents[0] ?? {};
}

describe('.sops.yaml', () => {
  const rules = sopsRules(applicationSetCluster());

  it('stands at the root of the cluster', () => {
    expect(rules.path).toBe('clusters/test/edge/.sops.yaml');
  });

  it('encrypts the data of Secrets for every recipient that the engine names', () => {
    expect(rules.body).toEqual({
      format: 'yaml',
      documents: [
        {
          creation_rules: [
            {
              path_regex: '.*\\.sops\\.yaml$',
              encrypted_regex: '^(data|stringData)$',
              age: `${recipient},${otherRecipient}`,
            },
          ],
        },
      ],
    });
  });
});

describe('Argo CD’s installation', () => {
  const files = installFiles(applicationSetCluster(), 'install');

  it('is its own manifests at the version of the definition, in its own namespace', () => {
    expect(document(files, 'install/kustomization.yaml')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'argocd',
      resources: ['github.com/argoproj/argo-cd//manifests/cluster-install?ref=v3.2.6'],
      patches: [{ path: 'patches/argocd-cm.yaml' }, { path: 'patches/argocd-rbac-cm.yaml' }],
    });
  });

  it('names each patch that it writes, and no other', () => {
    const { patches } = document(files, 'install/kustomization.yaml') as { patches: { path: string }[] };
    const written = files.map(({ path }) => path).filter((path) => path.includes('/patches/'));
    expect(patches.map(({ path }) => `install/${path}`)).toEqual(written);
  });

  it('reads the health of Applications, which waves wait for', () => {
    expect(document(files, 'install/patches/argocd-cm.yaml')).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'argocd-cm' },
      data: { [applicationHealthKey]: applicationHealth },
    });
  });

  it('reads groups and user from the claims of the definition', () => {
    expect(document(files, 'install/patches/argocd-rbac-cm.yaml')).toMatchObject({
      data: { scopes: '[teams, mail]', 'policy.default': 'role:readonly' },
    });
  });

  it('leaves access as it is where nobody logs in by OIDC', () => {
    expect(installFiles(appOfAppsCluster(), 'install').map(({ path }) => path)).toEqual([
      'install/kustomization.yaml',
      'install/patches/argocd-cm.yaml',
    ]);
  });
});

describe('the files of a cluster', () => {
  it.each([applicationSetCluster(), appOfAppsCluster()])('belong to it and have one path each', (cluster) => {
    const files = argoCdFiles(cluster);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { path, owner } of files) {
      expect(owner).toBe('test/edge');
      expect(path).toMatch(/^clusters\/test\/edge\//);
    }
  });

  it('say the level and the namespaces of a root app', () => {
    const files = argoCdFiles(appOfAppsCluster());
    expect(document(files, 'clusters/test/edge/in-cluster/demo/values.yaml')).toEqual({
      global: { hydra: { type: 'root-app' } },
      demo: { apps: { podinfo: { namespace: 'demo' } } },
    });
  });
});

describe('repositoryName', () => {
  it.each([
    ['https://git.example.com/platform.git', 'platform'],
    ['https://git.example.com/teams/infra/', 'infra'],
    ['git@git.example.com:teams/gitops.repository.git', 'gitops.repository'],
    ['git@git.example.com:single.git', 'single'],
    ['ssh://git@git.example.com:2222/~me/-odd-.git', 'odd'],
    [`https://git.example.com/${'a'.repeat(62)}-b`, 'a'.repeat(62)],
  ])('makes a label value of %s', (url, name) => {
    expect(repositoryName({ url })).toBe(name);
  });
});
