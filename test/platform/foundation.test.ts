import { describe, expect, it } from 'vitest';
import { ageIdentity, defineCluster, secret, talos } from '../../lib/cluster';
import {
  clusterSecretStore,
  coredns,
  externalSecretsOperator,
  hcloudCsi,
  kyverno,
  olmv1,
  olmv1Catalogs,
  sopsSecretsOperator,
  spegel,
  vault,
  vsphereCpi,
  vsphereCsi,
} from '../../lib/platform';
import { definition, hetznerDefinition } from '../support/definition';

const cluster = defineCluster(definition());
const hetzner = defineCluster(hetznerDefinition());

describe('what decrypts', () => {
  it('sopsSecretsOperator brings the age key where it reads it', () => {
    const made = sopsSecretsOperator({ ageKey: { secret: 'keys', key: 'age.agekey' } });
    expect(made.decrypts).toBe('sops-secrets');
    expect(made.secrets?.(cluster)).toEqual([{ name: 'keys', data: { 'age.agekey': ageIdentity() } }]);
  });

  it('sopsSecretsOperator pulls its image with a secret of its own', () => {
    const made = sopsSecretsOperator({ pullSecret: secret('registry') });
    const pull = made.secrets?.(cluster)[1];
    expect(pull).toEqual({
      name: 'sops-secrets-operator-registry',
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': secret('registry') },
    });
    expect(made.values?.(cluster).imagePullSecrets).toEqual([{ name: pull?.name }]);
    expect(sopsSecretsOperator().values?.(cluster)).not.toHaveProperty('imagePullSecrets');
  });

  it('clusterSecretStore opens the cluster’s own Vault with a token that does not come out of it', () => {
    const made = clusterSecretStore();
    expect(made.objects?.(cluster)[0]?.spec).toEqual({
      provider: {
        vault: {
          server: 'http://vault.secrets.svc.cluster.local:8200',
          path: 'secret',
          version: 'v2',
          auth: { tokenSecretRef: { name: 'vault-token', key: 'token', namespace: 'external-secrets' } },
        },
      },
    });
    expect(made.secrets?.(cluster)).toEqual([{ name: 'vault-token', data: { token: secret('vault-token') } }]);
    expect([made.decrypts, externalSecretsOperator().decrypts]).toEqual(['external-secrets', 'external-secrets']);
    expect(made.requires).toContain('vault');
  });

  it('clusterSecretStore needs no Vault of the cluster where it is told of another', () => {
    const auth = { kind: 'kubernetes', role: 'reader' } as const;
    const made = clusterSecretStore({ server: 'https://vault.example.com', auth });
    expect(made.requires).not.toContain('vault');
    expect(made.secrets?.(cluster)).toEqual([]);
  });

  it('vault keeps one Raft log among several copies', () => {
    expect(vault({ replicas: 3 }).values?.(cluster).server).toMatchObject({
      standalone: { enabled: false },
      ha: { enabled: true, replicas: 3, raft: { enabled: true } },
    });
    expect(vault().values?.(cluster).server).toMatchObject({ standalone: { enabled: true } });
    expect(vault().webhooks).toBeUndefined();
    expect(vault({ injector: true }).webhooks).toHaveLength(1);
  });
});

describe('what knows the infrastructure', () => {
  it('vsphereCpi finds the vCenter and the node network in the definition', () => {
    expect(vsphereCpi().values?.(cluster).config).toMatchObject({
      vcenter: 'vcenter.example.com',
      datacenter: 'dc',
      secret: { create: false, name: 'vsphere-cloud-secret' },
      nodes: {
        internalNetworkSubnetCidr: '192.0.2.0/24',
        excludeInternalNetworkSubnetCidr: '192.0.2.10/32',
      },
    });
    expect(vsphereCpi().secrets?.(cluster)).toEqual([
      {
        name: 'vsphere-cloud-secret',
        data: {
          'vcenter.example.com.username': secret('vsphere-username'),
          'vcenter.example.com.password': secret('vsphere-password'),
        },
      },
    ]);
  });

  it('fails for a vCenter that nobody names', () => {
    expect(() => vsphereCpi().values?.(hetzner)).toThrow(/test\/edge: vsphere-cpi .*got machines of hetzner; name the/);
    const vcenter = { server: 'vcenter.example.com', datacenter: 'dc' };
    expect(() => vsphereCpi({ vcenter }).values?.(hetzner)).not.toThrow();
  });

  it('vsphereCsi and hcloudCsi wait for the ids of nodes', () => {
    expect(vsphereCsi().requires).toEqual(['cloud-provider/vsphere']);
    expect(hcloudCsi().requires).toEqual(['cloud-provider/hcloud']);
    expect(vsphereCsi({ storageClass: { name: 'fast' } }).provides).toEqual(['storage-class/fast']);
  });

  it('hcloudCsi replaces the chart’s list of storage classes only on request', () => {
    expect(hcloudCsi().values?.(cluster)).toEqual({});
    expect(hcloudCsi({ reclaimPolicy: 'Retain' }).values?.(cluster)).toEqual({
      storageClasses: [{ name: 'hcloud-volumes', defaultStorageClass: true, reclaimPolicy: 'Retain' }],
    });
  });
});

describe('what nodes rely on', () => {
  it('coredns answers at the tenth address of the service network, under the labels that policies look for', () => {
    const values = coredns({ upstreams: ['192.0.2.53'] }).values?.(hetzner);
    expect(values).toMatchObject({
      service: { name: 'kube-dns', clusterIP: '10.10.96.10' },
      k8sAppLabelOverride: 'kube-dns',
    });
    expect(JSON.stringify(values?.servers)).toContain('cluster.local in-addr.arpa ip6.arpa');
    expect(JSON.stringify(values?.servers)).toContain('. 192.0.2.53');
  });

  it('spegel writes where containerd of Talos reads', () => {
    const keeping = defineCluster({ ...definition(), system: talos({ keepImageLayers: true }) });
    expect(spegel().values?.(keeping).spegel).toMatchObject({ containerdRegistryConfigPath: '/etc/cri/conf.d/hosts' });
  });

  it('fails for spegel on nodes that discard image layers', () => {
    expect(() => spegel().values?.(cluster)).toThrow(
      /test\/edge: spegel .*got nodes that discard them; set keepImageLayers/,
    );
  });
});

describe('what watches and extends', () => {
  it('kyverno leaves kube-system alone whatever else it leaves', () => {
    const values = kyverno({ excludedNamespaces: ['flux-system'] }).values?.(cluster);
    expect(JSON.stringify(values?.config)).toContain('["kube-system","flux-system"]');
    expect(kyverno().values?.(cluster)).not.toHaveProperty('config');
  });

  it('olmv1 runs the images of its own release', () => {
    const { manifests } = olmv1({ tag: 'v1.11.0' });
    expect(Object.values(manifests?.images ?? {})).toEqual(['v1.11.0', 'v1.11.0']);
    expect(manifests?.tag).toBe('v1.11.0');
  });

  it('olmv1Catalogs looks again at tags, never at digests', () => {
    const image = (ref: string) => olmv1Catalogs({ catalogs: { own: { image: ref } } }).objects?.(cluster)[0]?.spec;
    expect(image('example.com/catalog:latest')).toMatchObject({ source: { image: { pollIntervalMinutes: 60 } } });
    expect(JSON.stringify(image(`example.com/catalog@sha256:${'0'.repeat(64)}`))).not.toContain('pollInterval');
  });
});
