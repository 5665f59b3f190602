import type { Cluster, Machine, MachinePool } from '../../lib/cluster';
import { generateBundle, type SecretsBundle } from '../../lib/secrets';
import { contractOf } from '../../lib/talos';
import { randomBytes } from 'node:crypto';

/** A machine of a cluster, or a pool that makes its machines itself. */
export interface Target {
  readonly cluster: Cluster;
  readonly machine: Machine | MachinePool;
}

export function targetsOf(clusters: readonly Cluster[]): readonly Target[] {
  return clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool) => {
      const machines: readonly (Machine | MachinePool)[] = pool.machines.length === 0 ? [pool] : pool.machines;
      return machines.map((machine) => ({ cluster, machine }));
    }),
  );
}

export function nameOf({ cluster, machine }: Target): string {
  return `${cluster.id} ${cluster.versions.talos} ${machine.name}`;
}

/** A bundle of ours for each contract, made once: an RSA key takes its time. */
export class Bundles {
  private readonly made = new Map<string, SecretsBundle>();

  of(version: string): SecretsBundle {
    const contract = contractOf(version);
    const bundle =
      this.made.get(contract) ?? generateBundle({ talos: contract }, { entropy: randomBytes, now: new Date() });
    this.made.set(contract, bundle);
    return bundle;
  }
}
