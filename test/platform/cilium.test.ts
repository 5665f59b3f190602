import { describe, expect, it } from 'vitest';
import { defineCluster } from '../../lib/cluster';
import { cilium, ciliumNetworks, gatewayApi, gatewayApiExperimental } from '../../lib/platform';
import { definition, hetznerDefinition } from '../support/definition';

const cluster = defineCluster(definition());
const values = (settings: Parameters<typeof cilium>[0]) => cilium(settings).values?.(cluster) ?? {};

describe('cilium', () => {
  it('routes natively within the pod network of the definition', () => {
    expect(values({ routing: 'native' })).toMatchObject({
      routingMode: 'native',
      autoDirectNodeRoutes: true,
      ipv4NativeRoutingCIDR: cluster.network.pods.text,
    });
    expect(values({})).not.toHaveProperty('routingMode');
  });

  it('balances by maglev with direct return', () => {
    const loadBalancing = { algorithm: 'maglev', mode: 'dsr' } as const;
    expect(values({ routing: 'native', loadBalancing }).loadBalancer).toEqual(loadBalancing);
  });

  it('fails for direct return through tunnels', () => {
    expect(() => cilium({ loadBalancing: { mode: 'dsr' } })).toThrow(/got mode dsr; set routing to native/);
    expect(() => cilium({ loadBalancing: { mode: 'snat' } })).not.toThrow();
  });

  it('announces addresses on request', () => {
    expect(values({ l2Announcements: true, bgp: true })).toMatchObject({
      l2announcements: { enabled: true },
      bgpControlPlane: { enabled: true },
    });
  });

  it('keeps kubeProxyReplacement a text where it is given as one', () => {
    expect(values({ kubeProxyReplacement: 'true' }).kubeProxyReplacement).toBe('true');
    expect(values({}).kubeProxyReplacement).toBe(true);
  });

  it('answers for Gateways once the definitions of their kinds are there', () => {
    const made = cilium({ gatewayApi: true });
    expect(made.values?.(cluster).gatewayAPI).toEqual({ enabled: true, enableAlpn: true, enableAppProtocol: true });
    const channels = [...gatewayApi().provides, ...gatewayApiExperimental().provides];
    expect(made.requires.filter((one) => !channels.includes(one))).toEqual([]);
    expect(made.requires.filter((one) => !gatewayApi().provides.includes(one))).toEqual([
      'crd/gateway.networking.k8s.io/TLSRoute',
    ]);
  });

  it('runs one operator where there is one machine', () => {
    const single = defineCluster({ ...definition(), machines: onlyControlPlane() });
    expect(cilium().values?.(single).operator).toEqual({ replicas: 1 });
    expect(cilium().values?.(cluster)).not.toHaveProperty('operator');
    expect(cilium().values?.(defineCluster(hetznerDefinition()))).not.toHaveProperty('operator');
    expect(cilium({ operatorReplicas: 2 }).values?.(single).operator).toEqual({ replicas: 2 });
  });
});

/** The machines of the test definition without its workers. */
function onlyControlPlane() {
  const { machines } = definition();
  if (machines.kind !== 'vsphere') throw new Error('the test definition moved away from vSphere');
  const { controlplane } = machines.pools;
  if (controlplane === undefined) throw new Error('the test definition lost its control plane');
  return { ...machines, pools: { controlplane: { ...controlplane, schedulable: true } } };
}

describe('the channels of the Gateway API', () => {
  const kinds = (provides: readonly string[]) => provides.map((one) => one.split('/').at(-1));

  it('hold the kinds that their release has', () => {
    expect(kinds(gatewayApi().provides)).toEqual([
      'GatewayClass',
      'Gateway',
      'HTTPRoute',
      'ReferenceGrant',
      'GRPCRoute',
    ]);
    expect(kinds(gatewayApiExperimental().provides)).toContain('TLSRoute');
    expect(kinds(gatewayApi({ tag: 'v1.6.1' }).provides)).toContain('TLSRoute');
    expect(kinds(gatewayApiExperimental({ tag: 'v1.6.1' }).provides)).not.toContain('TLSRoute');
  });

  it('come from one release of one repository', () => {
    expect(gatewayApi().manifests).toEqual({
      repository: 'https://github.com/kubernetes-sigs/gateway-api',
      tag: 'v1.3.0',
      path: 'config/crd/standard',
    });
    expect(gatewayApiExperimental().manifests).toEqual({
      ...gatewayApi().manifests,
      path: 'config/crd/experimental',
    });
  });

  it('are ready when their definitions are served', () => {
    expect(
      gatewayApi()
        .health?.(cluster)
        .map(({ name }) => name),
    ).toEqual([
      'gatewayclasses.gateway.networking.k8s.io',
      'gateways.gateway.networking.k8s.io',
      'httproutes.gateway.networking.k8s.io',
      'grpcroutes.gateway.networking.k8s.io',
      'referencegrants.gateway.networking.k8s.io',
    ]);
    expect(
      gatewayApiExperimental()
        .health?.(cluster)
        .map(({ name }) => name),
    ).toEqual(['tlsroutes.gateway.networking.k8s.io']);
  });
});

describe('ciliumNetworks', () => {
  it('hands out addresses and answers for them', () => {
    const objects = ciliumNetworks({
      pools: { pool: { blocks: [{ cidr: '198.51.100.0/24' }], firstAndLast: false } },
      l2: { policy: {} },
    }).objects?.(cluster);
    expect(JSON.parse(JSON.stringify(objects))).toEqual([
      {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumLoadBalancerIPPool',
        metadata: { name: 'pool' },
        spec: { blocks: [{ cidr: '198.51.100.0/24' }], allowFirstLastIPs: 'No' },
      },
      {
        apiVersion: 'cilium.io/v2alpha1',
        kind: 'CiliumL2AnnouncementPolicy',
        metadata: { name: 'policy' },
        spec: { loadBalancerIPs: true },
      },
    ]);
  });

  it('speaks BGP: peers find their configuration, and that finds what is announced', () => {
    const bgp = { asn: 64513, peers: [{ address: '192.0.2.1', asn: 64512 }] } as const;
    const [advertisement, peerConfig, clusterConfig] = (ciliumNetworks({ bgp }).objects?.(cluster) ?? []) as {
      kind: string;
      metadata: { name: string; labels?: Record<string, string> };
      spec: {
        families?: { advertisements: { matchLabels: Record<string, string> } }[];
        bgpInstances?: { localASN: number; peers: { peerConfigRef: { name: string }; peerASN: number }[] }[];
      };
    }[];
    expect(peerConfig?.spec.families?.[0]?.advertisements.matchLabels).toEqual(advertisement?.metadata.labels);
    const [instance] = clusterConfig?.spec.bgpInstances ?? [];
    expect(instance?.localASN).toBe(64513);
    expect(instance?.peers.map(({ peerASN, peerConfigRef }) => [peerASN, peerConfigRef.name])).toEqual([
      [64512, peerConfig?.metadata.name],
    ]);
  });
});
