import { describe, expect, it } from 'vitest';
import hetznerCapi from '../../clusters/hetzner-capi';
import vsphereArgocd from '../../clusters/vsphere-argocd';
import {
  chainOf,
  deployKey,
  externalSecrets,
  fluxApps,
  fluxManifests,
  fluxOperator,
  fluxStages,
  GiB,
  gitToken,
  secret,
  stage,
  type Cluster,
  type Component,
} from '../../lib/cluster';
import { bootstrapSet } from '../../lib/gitops';
import {
  certManager,
  cilium,
  clusterIssuers,
  clusterSecretStore,
  coredns,
  externalSecretsOperator,
  fluxOperator as fluxOperatorChart,
  gatewayApi,
  gatewayApiExperimental,
  gitea,
  olmv1,
  olmv1Catalogs,
  openebs,
  podinfo,
  letsEncrypt,
  snapshotController,
  snapshotCrds,
  type VaultAuth,
  sopsSecretsOperator,
  spegel,
  vault,
  volsync,
  volumes,
} from '../../lib/platform';
import { appOfAppsCluster } from '../support/clusters-gitops';
import { fluxCluster } from '../support/clusters-flux';

function membersOf(cluster: Cluster): readonly string[] {
  return bootstrapSet(cluster).map(({ kind, id, by }) => `${by}: ${kind} ${id}`);
}

describe('the bootstrap set of the reference systems', () => {
  it('of vSphere with Argo CD is the pod network, the engine and the age key of the operator that decrypts', () => {
    expect(membersOf(vsphereArgocd)).toEqual([
      'hand: component kube-system/cilium',
      'hand: engine argocd/argo-cd',
      'hand: secret sops-secrets-operator/sops-age',
    ]);
  });

  it('of Hetzner with Cluster API leaves the addons and their token to Cluster API', () => {
    expect(membersOf(hetznerCapi)).toEqual([
      'cluster-api: component kube-system/cilium',
      'cluster-api: secret kube-system/hcloud',
      'cluster-api: component kube-system/hcloud-ccm',
      'hand: engine argocd/argo-cd',
    ]);
  });

  describe('of Flux with Vault', () => {
    const vaultSystem = (auth: VaultAuth) =>
      fluxCluster(
        {
          version: 'v2.9.4',
          layout: fluxStages(),
          install: fluxManifests(),
          repository: { url: 'http://gitea-http.flux-bootstrap.svc.cluster.local/bootstrap/ops.git' },
          secrets: externalSecrets({ recipients: ['ops'], store: 'vault' }),
        },
        [
          stage('basic', cilium(), openebs(), snapshotCrds(), snapshotController()),
          stage('bootstrap', gitea({ namespace: 'flux-bootstrap' })),
          stage(
            'cluster-base-apps',
            volsync(),
            vaultVolumes,
            waitingVault,
            externalSecretsOperator(),
            clusterSecretStore({ auth }),
          ),
          stage('cluster-apps', certManager(), issuers),
        ],
      );
    const vaultVolumes = volumes({
      app: 'vault',
      namespace: 'secrets',
      claims: { 'data-vault-0': { size: GiB(10) } },
      mode: 'restore',
      repository: {
        bucket: { name: 'backup', region: 'eu-1', endpoint: 'https://s3.example.com' },
        accessKeyId: secret('backup-access-key'),
        secretAccessKey: secret('backup-secret-key'),
        password: secret('backup-password'),
      },
    });
    const waitingVault = { ...vault(), requires: ['volumes/vault'] };
    const issuers = clusterIssuers({
      issuers: { prod: letsEncrypt({ email: 'ops@example.com' }) },
    });

    it('is the network, the Git server it follows, the key, and what the restore of Vault needs', () => {
      const members = bootstrapSet(vaultSystem({ kind: 'kubernetes', role: 'external-secrets' }));
      expect(members.map(({ kind, id, by }) => `${by}: ${kind} ${id}`)).toEqual([
        'hand: component kube-system/cilium',
        'hand: secret flux-bootstrap/gitea-admin',
        'hand: component flux-bootstrap/gitea',
        'hand: secret flux-system/sops-age',
        'hand: engine flux-system/flux',
        'engine: secret secrets/data-vault-0-restic',
      ]);
      expect(chainOf(members.at(-1)?.why ?? { text: '' }).join(' → ')).toBe(
        'decryption of external-secrets → secret-store/vault → external-secrets/cluster-secret-store → ' +
          'vault → secrets/vault → volumes/vault → secrets/vault-volumes → Secret secrets/data-vault-0-restic',
      );
    });

    it('gains the token of the store where that has one', () => {
      expect(membersOf(vaultSystem({ kind: 'token', token: secret('vault-token') })).at(-1)).toBe(
        'engine: secret external-secrets/vault-token',
      );
    });
  });

  it('of the home cluster is network, names, the operator and the secrets that Flux reads itself', () => {
    const cluster = fluxCluster(
      {
        layout: fluxApps(),
        install: fluxOperator(),
        repository: { url: 'ssh://git@git.example.com/home/cluster.git' },
        access: deployKey({ identity: secret('github-deploy-key'), knownHosts: 'git.example.com ssh-ed25519 AAAA' }),
        substitution: { secrets: { SECRET_DOMAIN: secret('domain') } },
      },
      [
        stage('kube-system', cilium(), coredns(), spegel()),
        stage('cert-manager', certManager()),
        stage('flux-system', fluxOperatorChart()),
        stage('default', podinfo()),
      ],
    );
    expect(membersOf(cluster)).toEqual([
      'hand: component kube-system/cilium',
      'hand: component kube-system/coredns',
      'hand: component flux-system/flux-operator',
      'hand: secret flux-system/sops-age',
      'hand: secret flux-system/flux-system',
      'hand: secret flux-system/cluster-secrets',
      'hand: engine flux-system/flux',
    ]);
  });

  it('of Talos with Flux by OLM is the chain that installs the operator, and the Gateway API for the network', () => {
    const cluster = fluxCluster(
      {
        install: fluxOperator(),
        access: gitToken({ token: secret('git-token') }),
      },
      [
        stage('gateway', gatewayApi({ tag: 'v1.4.0' }), gatewayApiExperimental({ tag: 'v1.4.0' })),
        stage('network', cilium({ gatewayApi: true }), certManager()),
        stage('olm', olmv1(), olmv1Catalogs()),
        stage('flux', fluxOperatorChart({ extension: {} })),
        stage('apps', podinfo()),
      ],
    );
    expect(membersOf(cluster)).toEqual([
      'hand: component kube-system/gateway-api-standard',
      'hand: component kube-system/gateway-api-experimental',
      'hand: component kube-system/cilium',
      'hand: component cert-manager/cert-manager',
      'hand: component olmv1-system/olmv1',
      'hand: component olmv1-system/olmv1-catalogs',
      'hand: component flux-system/flux-operator',
      'hand: secret flux-system/sops-age',
      'hand: secret flux-system/flux-system',
      'hand: engine flux-system/flux',
    ]);
  });

  it('gains the pull secret of the operator that decrypts', () => {
    const platformOf = (operator: Component) =>
      appOfAppsCluster(stage('infra', cilium(), operator), stage('apps', podinfo()));
    const before = membersOf(platformOf(sopsSecretsOperator()));
    const after = membersOf(platformOf(sopsSecretsOperator({ pullSecret: secret('registry') })));
    expect(after.filter((member) => !before.includes(member))).toEqual([
      'hand: secret sops-secrets-operator/sops-secrets-operator-registry',
    ]);
  });
});
