import { describe, expect, it } from 'vitest';
import { Cidr, defineCluster, type Component, type JsonObject, type Traffic } from '../../lib/cluster';
import { certManager, defaultDeny, isolated, metricsServer, spegel, tenant } from '../../lib/platform';
import { component, definition } from '../support/definition';

const cluster = defineCluster(definition());
const traffic: Traffic = {
  to: [
    { peer: 'kube-apiserver' },
    { peer: 'internet', ports: [{ port: 443 }, { port: 53, protocol: 'UDP' }] },
    { peer: 'host', ports: [{ port: 10250 }] },
    { peer: { namespace: 'secrets', labels: { app: 'vault' } }, ports: [{ port: 8200 }] },
  ],
  from: [
    { peer: 'kube-apiserver', ports: [{ port: 9443 }] },
    { peer: 'internet' },
    { peer: 'cluster' },
    { peer: 'host' },
  ],
};
const app = component('app', { traffic });

function policyOf(made: Component): JsonObject {
  const policy = made.objects?.(cluster).at(-1);
  if (policy === undefined) throw new Error('no object');
  return policy;
}

function specOf(made: Component): JsonObject {
  return policyOf(made).spec as JsonObject;
}

describe('isolated with the policies of Kubernetes', () => {
  const spec = specOf(isolated(app, { with: 'kubernetes' }));

  it('closes both directions for every pod of the namespace, and opens the namespace itself and its resolver', () => {
    expect(policyOf(isolated(app, { with: 'kubernetes' }))).toMatchObject({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'app', namespace: 'app-system' },
    });
    expect(spec.podSelector).toEqual({});
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect((spec.ingress as unknown[])[0]).toEqual({ from: [{ podSelector: {} }] });
    expect((spec.egress as unknown[]).slice(0, 2)).toEqual([
      { to: [{ podSelector: {} }] },
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
    ]);
  });

  it('takes the API server and the host for the addresses of the nodes', () => {
    const nodes = [{ ipBlock: { cidr: '192.0.2.0/24' } }];
    expect((spec.egress as unknown[])[2]).toEqual({ to: nodes, ports: [{ port: 6443, protocol: 'TCP' }] });
    expect((spec.egress as unknown[])[4]).toEqual({ to: nodes, ports: [{ port: 10250, protocol: 'TCP' }] });
    expect((spec.ingress as unknown[])[1]).toEqual({ from: nodes, ports: [{ port: 9443, protocol: 'TCP' }] });
  });

  it('takes the internet for all that is not the cluster, but for the nodes that hand on what came from outside', () => {
    expect((spec.egress as unknown[])[3]).toEqual({
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.244.0.0/16', '10.96.0.0/12', '192.0.2.0/24'] } }],
      ports: [
        { port: 443, protocol: 'TCP' },
        { port: 53, protocol: 'UDP' },
      ],
    });
    expect((spec.ingress as unknown[])[2]).toEqual({
      from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.244.0.0/16', '10.96.0.0/12'] } }],
    });
  });

  it('has a block of addresses for each family of a cluster', () => {
    const both = { ...cluster, network: { ...cluster.network, services: Cidr.parse('fd00:1::/112') } };
    const objects = isolated(component('app', { traffic: { to: [{ peer: 'internet' }] } }), {
      with: 'kubernetes',
    }).objects?.(both);
    expect((objects?.[0]?.spec as { egress: unknown[] }).egress[2]).toEqual({
      to: [
        { ipBlock: { cidr: '0.0.0.0/0', except: ['10.244.0.0/16', '192.0.2.0/24'] } },
        { ipBlock: { cidr: '::/0', except: ['fd00:1::/112'] } },
      ],
    });
  });

  it('asks for nothing that Kubernetes does not serve', () => {
    expect(isolated(app, { with: 'kubernetes' }).requires).toEqual(app.requires);
  });
});

describe('isolated with the policies of Cilium', () => {
  const spec = specOf(isolated(app, { with: 'cilium' }));

  it('names the API server, the node and the world, and gives ports as texts', () => {
    expect(spec.egress).toEqual([
      { toEndpoints: [{}] },
      {
        toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s-app': 'kube-dns' } }],
        toPorts: [
          {
            ports: [
              { port: '53', protocol: 'UDP' },
              { port: '53', protocol: 'TCP' },
            ],
          },
        ],
      },
      { toEntities: ['kube-apiserver'], toPorts: undefined },
      {
        toEntities: ['world'],
        toPorts: [
          {
            ports: [
              { port: '443', protocol: 'TCP' },
              { port: '53', protocol: 'UDP' },
            ],
          },
        ],
      },
      { toEntities: ['host', 'remote-node'], toPorts: [{ ports: [{ port: '10250', protocol: 'TCP' }] }] },
      {
        toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'secrets', app: 'vault' } }],
        toPorts: [{ ports: [{ port: '8200', protocol: 'TCP' }] }],
      },
    ]);
    expect(spec.ingress).toEqual([
      { fromEndpoints: [{}] },
      { fromEntities: ['kube-apiserver'], toPorts: [{ ports: [{ port: '9443', protocol: 'TCP' }] }] },
      { fromEntities: ['world', 'remote-node'], toPorts: undefined },
      { fromEntities: ['cluster'], toPorts: undefined },
      { fromEntities: ['host'], toPorts: undefined },
    ]);
  });

  it('waits for the definition of the kind', () => {
    expect(isolated(app, { with: 'cilium' }).requires).toEqual(['crd/cilium.io/CiliumNetworkPolicy']);
  });
});

describe('isolated', () => {
  it('leaves all else of the component as it is, its objects included', () => {
    const own: JsonObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own', namespace: 'app-system' } };
    const made = isolated({ ...app, objects: () => [own] }, { with: 'kubernetes' });
    expect(made.objects?.(cluster)[0]).toEqual(own);
    expect({ ...made, objects: undefined }).toEqual({ ...app, objects: undefined });
  });

  it('adds traffic that the component does not know of', () => {
    const more: Traffic = { from: [{ peer: { namespace: 'observability' }, ports: [{ port: 9402 }] }] };
    const spec = specOf(isolated(certManager(), { with: 'cilium', more }));
    expect((spec.ingress as unknown[]).at(-1)).toEqual({
      fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'observability' } }],
      toPorts: [{ ports: [{ port: '9402', protocol: 'TCP' }] }],
    });
  });

  it('is about the pods that it is told of', () => {
    const pods = { 'app.kubernetes.io/name': 'metrics-server' };
    expect(specOf(isolated(metricsServer(), { with: 'kubernetes', pods })).podSelector).toEqual({ matchLabels: pods });
    expect(specOf(isolated(metricsServer(), { with: 'cilium', pods })).endpointSelector).toEqual({ matchLabels: pods });
  });

  it('fails for a component that does not say who it talks to', () => {
    expect(() => isolated(spegel(), { with: 'cilium' })).toThrow(/^spegel\/spegel: .*got none; add traffic/);
  });

  it('fails for a namespace of the system, where a policy over every pod would cut off others', () => {
    expect(() => isolated(metricsServer(), { with: 'cilium' })).toThrow(/^kube-system\/metrics-server: .*got no pods;/);
  });
});

describe('defaultDeny', () => {
  it('lets every pod but the resolver reach the cluster, names, the API server and HTTPS, and nothing else', () => {
    expect(defaultDeny().objects?.(cluster)).toEqual([
      {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumClusterwideNetworkPolicy',
        metadata: { name: 'default-deny' },
        spec: {
          endpointSelector: { matchExpressions: [{ key: 'k8s-app', operator: 'NotIn', values: ['kube-dns'] }] },
          ingress: [{ fromEntities: ['cluster'] }],
          egress: [
            { toEntities: ['cluster', 'kube-apiserver'] },
            {
              toEndpoints: [
                { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s-app': 'kube-dns' } },
              ],
              toPorts: [
                {
                  ports: [
                    { port: '53', protocol: 'UDP' },
                    { port: '53', protocol: 'TCP' },
                  ],
                },
              ],
            },
            { toCIDR: ['0.0.0.0/0'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
          ],
        },
      },
    ]);
  });

  it('closes the world on request', () => {
    const spec = specOf(defaultDeny({ internet: [] }));
    expect(JSON.stringify(spec)).not.toContain('toCIDR');
  });
});

describe('tenant', () => {
  const oidc = { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' };
  const withLogin = defineCluster({ ...definition(), oidc });

  it('is a namespace with its limits, closed but for names, itself and the gateways', () => {
    const objects = tenant({ name: 'shop', groups: { edit: ['shop'] } }).objects?.(withLogin) ?? [];
    const names = objects.map((object) => {
      const { kind, metadata } = object as unknown as { kind: string; metadata: { name: string } };
      return `${kind} ${metadata.name}`;
    });
    expect(names).toEqual([
      'Namespace shop',
      'ResourceQuota tenant',
      'LimitRange tenant',
      'NetworkPolicy default-deny',
      'NetworkPolicy allow-dns',
      'NetworkPolicy allow-own-namespace',
      'NetworkPolicy allow-gateways',
      'RoleBinding tenant-edit',
    ]);
    expect(objects[0]?.metadata).toEqual({
      name: 'shop',
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    });
    expect(objects[3]?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  it('gives containers what its quota makes them ask for', () => {
    const [, quota, range] = tenant({ name: 'shop' }).objects?.(cluster) ?? [];
    const hard = Object.keys((quota?.spec as { hard: object }).hard);
    const [limits] = (range?.spec as { limits: { defaultRequest: object; default: object }[] }).limits;
    const given = [
      ...Object.keys(limits?.defaultRequest ?? {}).map((name) => `requests.${name}`),
      ...Object.keys(limits?.default ?? {}).map((name) => `limits.${name}`),
    ];
    expect(hard.filter((name) => /^(?:requests|limits)\./.test(name)).sort()).toEqual(given.sort());
  });

  it('binds nobody without groups', () => {
    const objects = tenant({ name: 'shop', groups: { edit: [] } }).objects?.(cluster) ?? [];
    expect(objects.filter(({ kind }) => kind === 'RoleBinding')).toEqual([]);
  });

  it('fails for groups on a cluster that has no OIDC login', () => {
    expect(() => tenant({ name: 'shop', groups: { edit: ['shop'] } }).objects?.(cluster)).toThrow(
      /test\/edge: tenant shop .*got no oidc; add it/,
    );
  });
});
