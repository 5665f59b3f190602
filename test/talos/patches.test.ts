import { describe, expect, it } from 'vitest';
import type { Cluster, JsonObject } from '../../lib/cluster';
import { stage, talos } from '../../lib/cluster';
import { controlPlanePatches, mergePatches, nodePatches, workerPatches, type PatchDocument } from '../../lib/talos';
import { fixedCluster, managedCluster } from '../support/clusters-capi';
import { component } from '../support/definition';

const NEW = { talos: 'v1.14.0', kubernetes: 'v1.35.0' };
const OLD = { talos: 'v1.11.6', kubernetes: 'v1.33.4' };

/** The control plane pool's patches as one. */
function controlPlane(cluster: Cluster): readonly PatchDocument[] {
  return mergePatches(
    controlPlanePatches(
      cluster,
      cluster.pools.find(({ role }) => role === 'control-plane')!,
    ),
  );
}

function worker(cluster: Cluster): readonly PatchDocument[] {
  return mergePatches(
    workerPatches(
      cluster,
      cluster.pools.find(({ role }) => role === 'worker')!,
    ),
  );
}

function node(cluster: Cluster, name: string): readonly PatchDocument[] {
  return mergePatches(
    nodePatches(
      cluster,
      cluster.pools.flatMap((pool) => pool.machines).find((m) => m.name === name)!,
    ),
  );
}

/** The document of a kind, or the main one. */
function find(documents: readonly PatchDocument[], kind?: string): JsonObject | undefined {
  return documents.find((document) => document.kind === kind);
}

describe('patches of a pool', () => {
  it('come in an order that never changes, and empty ones are left out', () => {
    const managed = managedCluster();
    expect(controlPlanePatches(managed, managed.pools[0]!).map(({ name }) => name)).toEqual([
      'rollout-trigger',
      'load-balancers',
      'machine',
      'cluster',
    ]);
    const fixed = fixedCluster();
    expect(controlPlanePatches(fixed, fixed.pools[0]!).map(({ name }) => name)).toEqual(['machine', 'cluster']);
  });

  it('keep the load balancer label and the taint where workloads must stay away', () => {
    const documents = controlPlane(managedCluster({ schedulable: false }));
    expect(JSON.stringify(documents)).not.toMatch(/exclude-from-external|allowScheduling|\$patch/);
  });

  it('allow workloads and balanced traffic on a schedulable control plane by one document from contract 1.14 on', () => {
    const documents = controlPlane(managedCluster(NEW));
    expect(find(documents, 'KubeNodeConfig')).toMatchObject({
      taints: { 'node-role.kubernetes.io/control-plane': { $patch: 'delete' } },
      labels: { 'node.kubernetes.io/exclude-from-external-load-balancers': { $patch: 'delete' } },
    });
    expect(JSON.stringify(documents)).not.toMatch(/nodeLabels|allowScheduling/);
  });

  it('turn the cluster’s own DNS off only where the platform brings one', () => {
    const named = [stage('base', component('names', { provides: ['dns'] }))];
    expect(find(controlPlane(fixedCluster({ platform: named })))).toMatchObject({
      cluster: { coreDNS: { disabled: true } },
    });
    expect(find(controlPlane(fixedCluster({ platform: named, versions: NEW })), 'KubeCoreDNSConfig')).toMatchObject({
      enabled: false,
    });
    expect(JSON.stringify(controlPlane(fixedCluster()))).not.toMatch(/coreDNS|CoreDNS/);
  });

  it('turn Flannel and kube-proxy off only where the platform brings a network', () => {
    expect(find(controlPlane(fixedCluster()))).toMatchObject({
      cluster: { network: { cni: { name: 'none' } }, proxy: { disabled: true } },
    });
    expect(JSON.stringify(controlPlane(fixedCluster({ platform: [] })))).not.toMatch(/cni|proxy/);
    expect(JSON.stringify(controlPlane(fixedCluster({ platform: [], versions: NEW })))).not.toMatch(/Flannel|Proxy/);
  });

  it('give access to the Talos API on control planes only', () => {
    for (const versions of [OLD, NEW]) {
      const cluster = fixedCluster({ versions });
      expect(JSON.stringify(controlPlane(cluster))).toMatch(/TalosAPIAccess/);
      expect(JSON.stringify(worker(cluster))).not.toMatch(/TalosAPIAccess/);
    }
  });

  it('list the roles of all namespaces once each', () => {
    const system = talos({ apiAccess: { namespaces: ['a', 'b'], roles: ['os:admin', 'os:reader'] } });
    expect(find(controlPlane(fixedCluster({ system })))).toMatchObject({
      machine: {
        features: {
          kubernetesTalosAPIAccess: {
            allowedRoles: ['os:admin', 'os:reader'],
            allowedKubernetesNamespaces: ['a', 'b'],
          },
        },
      },
    });
  });

  it('keep flags strings, which Talos demands', () => {
    expect(find(controlPlane(managedCluster()))).toMatchObject({
      machine: { kubelet: { extraArgs: { 'rotate-server-certificates': 'true' } } },
      cluster: { apiServer: { extraArgs: { 'enable-aggregator-routing': 'true' } } },
    });
  });

  it('configure login by flags before contract 1.14 and by a document from then on', () => {
    expect(find(controlPlane(managedCluster()))).toMatchObject({
      cluster: {
        apiServer: {
          extraArgs: {
            'oidc-issuer-url': 'https://auth.cluster.example.com/',
            'oidc-client-id': 'kubectl',
            'oidc-username-claim': 'email',
            'oidc-groups-claim': 'groups',
          },
        },
      },
    });
    const documents = controlPlane(managedCluster(NEW));
    expect(find(documents, 'KubeAPIServerConfig')).toEqual({
      apiVersion: 'v1alpha1',
      kind: 'KubeAPIServerConfig',
      extraArgs: { 'enable-aggregator-routing': 'true' },
    });
    expect(find(documents, 'KubeAuthenticationConfig')).toMatchObject({
      configuration: {
        anonymous: { enabled: true },
        jwt: [{ issuer: { url: 'https://auth.cluster.example.com/', audiences: ['kubectl'] } }],
      },
    });
  });

  it('prefix user names as the flags would', () => {
    const oidc = { issuerUrl: 'https://auth.example.com', clientId: 'kubectl', usernameClaim: 'sub' };
    expect(find(controlPlane(fixedCluster({ versions: NEW, oidc })), 'KubeAuthenticationConfig')).toMatchObject({
      configuration: {
        jwt: [{ claimMappings: { username: { claim: 'sub', prefix: 'https://auth.example.com#' } } }],
      },
    });
  });

  it('set no field of the main document that a document of contract 1.14 replaces', () => {
    for (const cluster of [managedCluster(NEW), fixedCluster({ versions: NEW })]) {
      const main = find(controlPlane(cluster)) as { cluster: JsonObject; machine?: JsonObject };
      expect(main.machine).toBeUndefined();
      expect(['etcd', 'externalCloudProvider']).toEqual(expect.arrayContaining(Object.keys(main.cluster)));
    }
  });

  it('install on vSphere and leave the image of a cloud alone', () => {
    expect(find(controlPlane(fixedCluster()))).toMatchObject({
      machine: {
        install: {
          disk: '/dev/sda',
          image: expect.stringMatching(/vmware-installer\/903b2da7.*:v1\.12\.2$/) as string,
        },
      },
    });
    expect(JSON.stringify(controlPlane(managedCluster()))).not.toMatch(/install/);
    expect(find(worker(fixedCluster({ versions: NEW })), 'UnattendedInstallConfig')).toMatchObject({
      provisioning: { diskSelector: { match: 'disk.dev_path == "/dev/sda"' }, wipe: false },
    });
  });

  it('fail for a pool of the other role', () => {
    const cluster = fixedCluster();
    expect(() => controlPlanePatches(cluster, cluster.pools[1]!)).toThrow(
      'pool worker has another role, got worker; pass a pool with role control-plane',
    );
    expect(() => workerPatches(cluster, cluster.pools[0]!)).toThrow('got control-plane');
  });

  it.each(['v1.10.9', 'v1.12.2', 'v1.14.0'])('carry the pod network wherever contract %s has it', (version) => {
    const at = (pods: string) =>
      JSON.stringify(controlPlane(managedCluster({ talos: version, kubernetes: 'v1.33.0', pods })));
    expect(at('10.10.0.0/18').replaceAll('10.10.0.0/18', '10.10.128.0/17')).toBe(at('10.10.128.0/17'));
    expect(at('10.10.0.0/18')).not.toBe(at('10.10.128.0/17'));
  });
});

describe('patches of a machine', () => {
  it('name it with the generated name switched off', () => {
    expect(find(node(fixedCluster(), 'talos-edge-worker-1'), 'HostnameConfig')).toMatchObject({
      auto: 'off',
      hostname: 'talos-edge-worker-1',
    });
  });

  it('find its link by MAC address and route by the first host of the node network', () => {
    const documents = node(fixedCluster(), 'talos-edge-worker-1');
    expect(find(documents, 'LinkAliasConfig')).toMatchObject({
      selector: { match: 'mac(link.permanent_addr) == "00:50:56:01:01:01"' },
    });
    expect(find(documents, 'LinkConfig')).toMatchObject({
      addresses: [{ address: '192.0.2.21/24' }],
      routes: [{ gateway: '192.0.2.1' }],
    });
  });

  it('route by the gateway where the definition names one', () => {
    const base = fixedCluster().network;
    const network = {
      pods: base.pods.text,
      services: base.services.text,
      nodes: base.nodes.text,
      endpoint: { host: 'api.edge.example.com', address: '192.0.2.10' },
      gateway: '192.0.2.254',
    };
    expect(find(node(fixedCluster({ network }), 'talos-edge-worker-1'), 'LinkConfig')).toMatchObject({
      routes: [{ gateway: '192.0.2.254' }],
    });
  });

  it('share the endpoint among control planes, under every contract', () => {
    for (const versions of [OLD, { ...OLD, talos: 'v1.12.2' }, NEW]) {
      const cluster = fixedCluster({ versions });
      expect(JSON.stringify(node(cluster, 'talos-edge-controlplane-1'))).toContain('"192.0.2.10"');
      expect(JSON.stringify(node(cluster, 'talos-edge-worker-1'))).not.toContain('"192.0.2.10"');
    }
  });

  it('are fields of one interface before contract 1.12', () => {
    expect(node(fixedCluster({ versions: OLD }), 'talos-edge-controlplane-1')).toEqual([
      {
        machine: {
          network: {
            hostname: 'talos-edge-controlplane-1',
            interfaces: [
              {
                deviceSelector: { hardwareAddr: '00:50:56:01:00:01' },
                dhcp: false,
                addresses: ['192.0.2.11/24'],
                routes: [{ network: '0.0.0.0/0', gateway: '192.0.2.1' }],
                vip: { ip: '192.0.2.10' },
              },
            ],
          },
        },
      },
    ]);
  });
});
