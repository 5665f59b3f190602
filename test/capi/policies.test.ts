import { describe, expect, it } from 'vitest';
import { controllerPolicyObject, controllersOf, defaultDenyObject, type Controller } from '../../lib/capi';
import { fixedCluster, managedCluster } from '../support/clusters-capi';

interface PolicySpec {
  readonly egress: readonly {
    readonly toCIDR?: readonly string[];
    readonly toPorts?: readonly { readonly ports: readonly { readonly port: string }[] }[];
  }[];
}

/** Ports that a policy opens to the whole internet. */
function portsAnywhere(spec: unknown): readonly string[] {
  return (spec as PolicySpec).egress
    .filter(({ toCIDR }) => toCIDR?.includes('0.0.0.0/0'))
    .flatMap(({ toPorts }) => toPorts?.flatMap(({ ports }) => ports.map(({ port }) => port)) ?? []);
}

const policyOf = (controller: Controller) => controllerPolicyObject(managedCluster(), controller);

describe('policies of the controllers', () => {
  it('are one for each provider, in the namespace that clusterctl gives it', () => {
    expect(controllersOf(managedCluster()).map((controller) => policyOf(controller).metadata)).toEqual(
      ['capi', 'caph', 'caaph', 'cabpt', 'cacppt'].map((name) => ({
        name: `${name}-controller-manager`,
        namespace: `${name}-system`,
      })),
    );
  });

  it('let every controller reach the API of its clusters, and two the internet', () => {
    expect(controllersOf(managedCluster()).map((controller) => portsAnywhere(policyOf(controller).spec))).toEqual([
      ['6443'],
      ['6443', '443'],
      ['6443', '443'],
      ['6443'],
      ['6443'],
    ]);
  });

  it('fail for machines that Cluster API does not make', () => {
    expect(() => controllerPolicyObject(fixedCluster(), controllersOf(managedCluster())[0]!)).toThrow(
      'not managed by Cluster API',
    );
  });
});

describe('default policy', () => {
  it('covers every pod but DNS, in all namespaces', () => {
    const policy = defaultDenyObject(managedCluster());
    expect(policy.kind).toBe('CiliumClusterwideNetworkPolicy');
    expect(policy.metadata).toEqual({ name: 'default-deny' });
    expect(policy.spec).toMatchObject({
      endpointSelector: { matchExpressions: [{ key: 'k8s-app', operator: 'NotIn', values: ['kube-dns'] }] },
      ingress: [{ fromEntities: ['cluster'] }],
    });
    expect(portsAnywhere(policy.spec)).toEqual(['443']);
  });
});
