import type { Construct } from 'constructs';
import { named } from '../naming';
import { EphemeralResource } from './ephemeral-resource';
import type { TalosMachine } from './machines';
import type { TalosParts } from './parts';
import type { MachineBootstrap } from './providers/talos/generated/machine-bootstrap';
import { DataTalosClusterHealth } from './providers/talos/generated/data-talos-cluster-health';

export interface HealthCheckProps extends TalosParts {
  readonly machines: readonly TalosMachine[];
  readonly etcd: MachineBootstrap;
}

/** Waits, ten minutes at most, until all machines have joined and are well. */
export function healthCheck(
  scope: Construct,
  { cluster, secretsIn, client, provider, machines, etcd }: HealthCheckProps,
): void {
  const addresses = (role: TalosMachine['role']) =>
    machines.filter((machine) => machine.role === role).map(({ address }) => address);
  const controlPlanes = addresses('control-plane');
  const workers = addresses('worker');
  if (secretsIn === 'memory') {
    const { caCertificate, clientCertificate, clientKey } = client;
    const health = new EphemeralResource(scope, 'health', {
      type: 'talos_cluster_health',
      arguments: {
        client_configuration: {
          ca_certificate: caCertificate,
          client_certificate: clientCertificate,
          client_key: clientKey,
        },
        endpoints: controlPlanes,
        control_plane_nodes: controlPlanes,
        worker_nodes: workers,
        ...(provider !== undefined && { provider: provider.fqn }),
      },
      dependsOn: [etcd],
    });
    named(health, cluster.name);
    return;
  }
  const health = new DataTalosClusterHealth(scope, 'health', {
    provider,
    clientConfiguration: client,
    endpoints: controlPlanes,
    controlPlaneNodes: controlPlanes,
    workerNodes: workers,
    dependsOn: [etcd],
  });
  named(health, cluster.name);
}
