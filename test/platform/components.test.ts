import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineCluster, kubePrism, stage, type Component } from '../../lib/cluster';
import {
  catalogue,
  certManager,
  cilium,
  hcloudCcm,
  metricsServer,
  sopsSecretsOperator,
  talosCcm,
} from '../../lib/platform';
import hetznerCapi from '../../clusters/hetzner-capi';
import vsphereArgocd from '../../clusters/vsphere-argocd';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());
const folder = join(__dirname, '../../lib/platform/components');

describe('the catalogue', () => {
  const components = Object.values(catalogue).map((make) => make());

  it('has an entry for each file of components/', () => {
    const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(Object.keys(catalogue).map(kebab).sort()).toEqual(files.sort());
  });

  it('takes each component from where the golden file says', async () => {
    const rows = components.map((component) => `${component.namespace}/${component.name}: ${originOf(component)}\n`);
    await expect(rows.sort().join('')).toMatchFileSnapshot(join(__dirname, '../golden/catalogue.txt'));
  });

  it('is a sound definition when one stage holds all of it', () => {
    const all = defineCluster({ ...definition(), platform: [stage('all', ...components)] });
    expect(all.platform[0]?.components).toHaveLength(components.length);
  });
});

/** The chart or the manifests of a component at their versions. */
function originOf({ chart, manifests }: Component): string {
  if (chart !== undefined) return `${chart.repository} ${chart.name} ${chart.version}`;
  if (manifests !== undefined) return `${manifests.repository} ${manifests.path} ${manifests.tag}`;
  return 'objects alone';
}

describe('settings of every chart', () => {
  it('take another version', () => {
    expect(certManager({ version: 'v1.21.1' }).chart?.version).toBe('v1.21.1');
  });

  it('lay raw values over the component’s own', () => {
    const values = { crds: { keep: false }, replicaCount: 2 };
    expect(certManager({ values }).values?.(cluster)).toEqual({
      crds: { enabled: true, keep: false },
      replicaCount: 2,
    });
    expect(values).toEqual({ crds: { keep: false }, replicaCount: 2 });
    expect(metricsServer({ values: { a: 1 } }).values?.(cluster)).toEqual({ a: 1 });
  });
});

describe('cilium', () => {
  it('reaches the API through KubePrism and leaves Talos its cgroups and SYS_MODULE', () => {
    const values = cilium().values?.(cluster);
    expect(values).toMatchObject({
      k8sServiceHost: kubePrism.host,
      k8sServicePort: kubePrism.port,
      kubeProxyReplacement: true,
      ipam: { mode: 'kubernetes' },
      cgroup: { autoMount: { enabled: false }, hostRoot: '/sys/fs/cgroup' },
      hubble: { enabled: false },
    });
    const { capabilities } = values?.securityContext as { capabilities: Record<string, string[]> };
    expect(capabilities.ciliumAgent).toHaveLength(11);
    expect(capabilities.cleanCiliumState).toHaveLength(3);
    expect(Object.values(capabilities).flat()).not.toContain('SYS_MODULE');
  });

  it('shows flows on request', () => {
    expect(cilium({ hubble: true }).values?.(cluster).hubble).toEqual({
      enabled: true,
      relay: { enabled: true },
      ui: { enabled: true },
    });
  });

  it('provides the pod network', () => {
    expect(cilium().provides).toContain('cni');
  });
});

describe('the controller managers', () => {
  it('of Hetzner Cloud routes the pod network of the definition', () => {
    expect(hcloudCcm().values?.(hetznerCapi)).toEqual({
      env: { HCLOUD_TOKEN: { valueFrom: { secretKeyRef: { name: 'hcloud', key: 'token' } } } },
      networking: {
        enabled: true,
        clusterCIDR: hetznerCapi.network.pods.text,
        network: { valueFrom: { secretKeyRef: { name: 'hcloud', key: 'network' } } },
      },
    });
  });

  it('of Talos approves serving certificates and nothing else', () => {
    expect(talosCcm().values?.(cluster)).toEqual({ enabledControllers: ['node-csr-approval'] });
  });

  it('and the CNI are selected by the labels that Cluster API puts on clusters', () => {
    expect([cilium(), hcloudCcm(), talosCcm()].map(({ clusterLabels }) => clusterLabels)).toEqual([
      { cni: 'cilium' },
      { ccm: 'hcloud' },
      { 'ccm-talos': 'true' },
    ]);
  });
});

describe('metricsServer', () => {
  it('verifies kubelets unless told otherwise', () => {
    expect(metricsServer().values?.(cluster)).toEqual({});
    expect(metricsServer({ kubeletInsecureTls: true }).values?.(cluster)).toEqual({ args: ['--kubelet-insecure-tls'] });
  });
});

describe('sopsSecretsOperator', () => {
  it('mounts the age key and points SOPS at it', () => {
    const values = sopsSecretsOperator({ ageKey: { secret: 'keys', key: 'age.agekey' } }).values?.(cluster);
    expect(values).toEqual({
      secretsAsFiles: [{ name: 'age-key', secretName: 'keys', mountPath: '/etc/sops-age' }],
      extraEnv: [{ name: 'SOPS_AGE_KEY_FILE', value: '/etc/sops-age/age.agekey' }],
    });
  });
});

describe('the reference clusters', () => {
  it('are built of these components', () => {
    const names = (stages: typeof hetznerCapi.platform): string[] =>
      stages.flatMap((s) => s.components.map((c) => `${s.name}: ${c.namespace}/${c.name}`));
    expect(names(hetznerCapi.platform)).toContain('foundation: kube-system/csi');
    expect(names(vsphereArgocd.platform)).toContain('cluster-infra: sops-secrets-operator/sops-secrets-operator');
  });
});
