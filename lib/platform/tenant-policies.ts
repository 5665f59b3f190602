import type { JsonObject } from '../cluster';
import { clusterDns, dnsPorts } from './network-peers';

const apiVersion = 'networking.k8s.io/v1';
const kind = 'NetworkPolicy';

/**
 * Network policies of a tenant: nothing at first, then name resolution, its own namespace, and the gateways' namespaces.
 * They add up, and tenants add their own.
 */
export function tenantPolicies(namespace: string, gatewayNamespaces: readonly string[]): readonly JsonObject[] {
  const policy = (name: string, spec: JsonObject): JsonObject => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec: { podSelector: {}, ...spec },
  });
  return [
    policy('default-deny', { policyTypes: ['Ingress', 'Egress'] }),
    policy('allow-dns', {
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ ...inNamespace(clusterDns.namespace), podSelector: { matchLabels: { ...clusterDns.labels } } }],
          ports: dnsPorts.map(({ port, protocol = 'TCP' }) => ({ port, protocol })),
        },
      ],
    }),
    policy('allow-own-namespace', {
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    }),
    ...(gatewayNamespaces.length === 0
      ? []
      : [
          policy('allow-gateways', {
            policyTypes: ['Ingress'],
            ingress: [{ from: gatewayNamespaces.map(inNamespace) }],
          }),
        ]),
  ];
}

function inNamespace(namespace: string): JsonObject {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
}
