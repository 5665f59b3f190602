import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { gatewayKinds } from '../gateway-api-release';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface CertManagerSettings extends ChartSettings {
  /** Feature gates of every part of cert-manager by name. @default - as the release has them */
  readonly featureGates?: Readonly<Record<string, boolean>>;
  /**
   * Resolvers that alone are asked whether a DNS-01 record is there, as `host:port`; for networks whose own resolver
   * answers for the domain. @default - the cluster's
   */
  readonly dns01Nameservers?: readonly string[];
  /** Make certificates for the listeners of Gateways that ask for an issuer. @default false */
  readonly gatewayApi?: boolean;
  /** Delete a Secret together with the Certificate that it was made for. @default false */
  readonly ownSecrets?: boolean;
}

const chart: HelmChart = { name: 'cert-manager', version: 'v1.19.2', repository: 'https://charts.jetstack.io' };

/** Namespace in which ClusterIssuers look for their Secrets. */
export const certManagerNamespace = 'cert-manager';

/** cert-manager with its CRDs; issuers are `clusterIssuers`. */
export function certManager(settings: CertManagerSettings = {}): Component {
  const { gatewayApi = false } = settings;
  const service = 'cert-manager-webhook';
  return {
    name: 'cert-manager',
    namespace: certManagerNamespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: [
      'crd/cert-manager.io',
      'crd/acme.cert-manager.io',
      'certificates',
      ...(gatewayApi ? ['gateway-certificates'] : []),
    ],
    // its controller does not start while it watches kinds that nobody serves
    requires: gatewayApi ? gatewayKinds('Gateway', 'HTTPRoute') : [],
    health: () => deployments(certManagerNamespace, 'cert-manager', service, 'cert-manager-cainjector'),
    webhooks: [
      { kind: 'MutatingWebhookConfiguration', name: service, service },
      { kind: 'ValidatingWebhookConfiguration', name: service, service },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [
        { peer: 'kube-apiserver' },
        // ACME, the APIs of DNS providers, and resolvers asked past the cluster's own
        { peer: 'internet', ports: [{ port: 443 }, { port: 53, protocol: 'UDP' }, { port: 53 }] },
      ],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 10250 }] }],
    },
  };
}

// keys: cert-manager/cert-manager, deploy/charts/cert-manager/values.yaml
function ownValues({ featureGates, dns01Nameservers, gatewayApi, ownSecrets }: CertManagerSettings): JsonObject {
  return {
    crds: { enabled: true },
    ...(featureGates === undefined ? {} : { featureGates: gatesText(featureGates) }),
    ...(dns01Nameservers === undefined
      ? {}
      : { dns01RecursiveNameservers: dns01Nameservers.join(','), dns01RecursiveNameserversOnly: true }),
    ...(ownSecrets === true ? { enableCertificateOwnerRef: true } : {}),
    // a map and not an argument, so that a user's own arguments do not switch it off again
    ...(gatewayApi === true
      ? {
          config: {
            apiVersion: 'controller.config.cert-manager.io/v1alpha1',
            kind: 'ControllerConfiguration',
            enableGatewayAPI: true,
          },
        }
      : {}),
  };
}

function gatesText(gates: Readonly<Record<string, boolean>>): string {
  return Object.entries(gates)
    .map(([name, on]) => `${name}=${String(on)}`)
    .sort()
    .join(',');
}
