import { describe, expect, it } from 'vitest';
import { externalSecrets, secret, stage, type Cluster, type Flux } from '../../../lib/cluster';
import { fluxEngine } from '../../../lib/gitops/flux';
import { clusterSecretStore, externalSecretsOperator, vault } from '../../../lib/platform';
import { fluxCluster } from '../../support/clusters-flux';
import { component } from '../../support/definition';

/** Vault that waits for a volume whose restore needs a Secret, and a shop whose Secret comes out of Vault. */
function withVault(): Cluster<Flux> {
  const restore = component('restore', {
    provides: ['restore'],
    secrets: () => [{ name: 'backup', data: { key: secret('backup-key') } }],
  });
  const shop = component('shop', { secrets: () => [{ name: 'shop', data: { key: secret('shop-key') } }] });
  const store = clusterSecretStore({ auth: { kind: 'kubernetes', role: 'external-secrets' } });
  return fluxCluster({ secrets: externalSecrets({ recipients: ['ops'], store: 'vault' }) }, [
    stage('base', restore, { ...vault(), requires: ['restore'] }, externalSecretsOperator(), store),
    stage('apps', shop),
  ]);
}

describe('Flux beside a store of secrets', () => {
  it('decrypts the files of what the store itself waits for, and only those', () => {
    const secrets = fluxEngine.secrets(withVault()).map(({ path }) => path.split('/').at(-1));
    expect(secrets).toEqual(['backup.sops.yaml']);
  });

  it('is given its key at the bootstrap', () => {
    expect(fluxEngine.needs(withVault()).secrets.map(({ name }) => name)).toEqual(['sops-age']);
  });
});
