import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { HcloudProvider, HetznerMachines } from '../../lib/terraform/hetzner';
import { edge } from './cluster';

/**
 * A stack of a team's own: its provider, its variables, its outputs, and among them the edge workers of a cluster whose
 * control plane stands elsewhere. A project of its own imports from `plinth/hetzner`.
 */
export class EdgeStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const token = new TerraformVariable(this, 'hcloud-token', { type: 'string', sensitive: true });
    const provider = new HcloudProvider(this, 'hcloud', { token: token.stringValue });
    const config = new TerraformVariable(this, 'worker-config', { type: 'map(string)', sensitive: true });

    const pools = ['edge-workers'];
    const names = edge.pools
      .filter(({ name }) => pools.includes(name))
      .flatMap(({ machines }) => machines.map(({ name }) => name));
    const workers = new HetznerMachines(this, 'edge', {
      cluster: edge,
      pools,
      provider,
      existingNetwork: true,
      firewall: { allow: [{ port: 443, from: ['0.0.0.0/0', '::/0'], description: 'HTTPS' }] },
      // each server's configuration, by its name; the values come from outside and stay out of the JSON
      machineConfig: Object.fromEntries(names.map((name) => [name, `\${${config.fqn}["${name}"]}`])),
    });

    new TerraformOutput(this, 'edge-addresses', {
      value: [...workers.machines.values()].map(({ reachableAt }) => reachableAt),
    });
  }
}
