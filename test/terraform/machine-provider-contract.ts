import { TerraformStack, TerraformVariable } from 'cdktf';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../lib/cluster';
import { StackRoot, type MachineProvider, type MachineProviderClass } from '../../lib/terraform';
import { synth, type TerraformJson } from '../support/terraform';

/** What a sample says of a pool, in the words that every infrastructure has. */
export interface SamplePool {
  readonly role: 'control-plane' | 'worker';
  readonly protect?: boolean;
  readonly renamedFrom?: string;
  /** Machines by key, in any order. */
  readonly machines: Readonly<Record<string, { readonly renamedFrom?: string }>>;
}

export type SamplePools = Readonly<Record<string, SamplePool>>;

export interface ProviderSample {
  readonly Provider: MachineProviderClass;
  /** Resource type of a machine. */
  readonly machineType: string;
  /** A cluster of the given pools on the provider's infrastructure. */
  readonly cluster: (pools: SamplePools, more?: { readonly inlineManifest?: string }) => Cluster;
  /** A cluster on another one. */
  readonly foreign: Cluster;
}

const one = { 1: {} };
const five: SamplePools = {
  alpha: { role: 'worker', machines: { 1: {}, 2: {} } },
  beta: { role: 'worker', machines: { 1: {}, 2: {} } },
  control: { role: 'control-plane', machines: { 1: {}, 2: {}, 3: {} } },
  delta: { role: 'worker', machines: one },
  epsilon: { role: 'worker', machines: one },
};

/** What every machine provider does, whatever its infrastructure. */
export function describeMachineProvider(name: string, sample: ProviderSample): void {
  const { Provider, machineType } = sample;
  const build = (cluster: Cluster, props: Partial<ConstructorParameters<MachineProviderClass>[2]> = {}) => {
    let provider: MachineProvider | undefined;
    const json = synth((stack) => {
      provider = new Provider(stack, 'machines', { cluster, ...props });
    });
    return { provider: provider!, json, machines: json.resource[machineType] ?? {} };
  };
  const namesOf = (cluster: Cluster) => cluster.pools.flatMap((pool) => pool.machines.map((machine) => machine.name));

  describe(`machines by ${name}`, () => {
    const cluster = sample.cluster(five);
    const all = build(cluster);

    it('are given by name, each with its id and addresses', () => {
      const { machines } = all.provider;
      expect([...machines.keys()]).toEqual(namesOf(cluster));
      for (const [key, { machine, id, address, reachableAt, resource }] of machines) {
        expect(machine.name).toBe(key);
        expect(address).toBe(machine.address!.text);
        expect(reachableAt).not.toBe('');
        expect(id).not.toBe('');
        expect(resource.terraformResourceType).toBe(machineType);
      }
    });

    it('have addresses that are their names', () => {
      expect(Object.keys(all.machines).sort()).toEqual(namesOf(cluster).sort());
    });

    it('leave their ids, their addresses and the endpoint as outputs', () => {
      const { output } = all.json;
      expect(Object.keys(output!)).toEqual(
        expect.arrayContaining([`${cluster.name}-endpoint`, `${cluster.name}-machines`]),
      );
      const value = output![`${cluster.name}-machines`]!.value as Record<string, Record<string, string>>;
      expect(Object.keys(value)).toEqual(namesOf(cluster));
      for (const [machine, { id, address }] of Object.entries(value)) {
        expect(id).toContain(`${machineType}.${machine}.id`);
        expect(address).toBe(all.provider.machines.get(machine)!.address);
      }
    });

    it('are those of the chosen pools alone', () => {
      const some = build(cluster, { pools: ['beta', 'delta'] });
      const expected = ['beta-1', 'beta-2', 'delta-1'].map((end) => `talos-${cluster.name}-${end}`);
      expect(Object.keys(some.machines)).toEqual(expected);
      expect([...some.provider.machines.keys()]).toEqual(expected);
    });

    it('fails for pools that the cluster does not have, all of them at once', () => {
      const bad = () => build(cluster, { pools: ['betta', 'zeta'] });
      expect(bad).toThrow('got "betta"; allowed: alpha, beta, control, delta, epsilon; did you mean beta?');
      expect(bad).toThrow('got "zeta"');
    });

    it('fails for a cluster on another infrastructure', () => {
      expect(() => build(sample.foreign)).toThrow('cannot build the machines of this infrastructure');
    });

    it('are the same whatever the order of the definition', () => {
      const turned = Object.fromEntries(
        Object.entries(five)
          .reverse()
          .map(([pool, { machines, ...rest }]) => [
            pool,
            { ...rest, machines: Object.fromEntries(Object.entries(machines).reverse()) },
          ]),
      );
      expect(build(sample.cluster(turned)).json).toEqual(all.json);
    });

    it('are gone with their pool, the second of five, and no other address with them', () => {
      const { beta, ...rest } = five;
      expect(beta).toBeDefined();
      const left = addressesOf(build(sample.cluster(rest)).json);
      const gone = addressesOf(all.json).filter((address) => !left.includes(address));
      expect(gone.length).toBeGreaterThanOrEqual(2);
      for (const address of gone) expect(address).toContain('-beta-');
      expect(left.filter((address) => !addressesOf(all.json).includes(address))).toEqual([]);
    });

    it('keep what they are when another machine of their pool leaves', () => {
      const left = build(sample.cluster({ ...five, beta: { role: 'worker', machines: { 2: {} } } })).machines;
      const { [`talos-${cluster.name}-beta-1`]: gone, ...rest } = all.machines;
      expect(gone).toBeDefined();
      expect(left).toEqual(rest);
    });
  });

  describe(`a new name for machines by ${name}`, () => {
    const before = build(sample.cluster(five)).json;

    /** What a plan would destroy: addresses that are gone and that nothing was moved from. */
    const destroyed = (after: TerraformJson) => {
      const moved = (after.moved ?? []).map(({ from }) => from);
      return addressesOf(before).filter((address) => !addressesOf(after).includes(address) && !moved.includes(address));
    };

    it('of their pool moves each of them and destroys nothing', () => {
      const { beta, ...rest } = five;
      const after = build(sample.cluster({ ...rest, gpu: { ...beta!, renamedFrom: 'beta' } })).json;
      expect(destroyed(after)).toEqual([]);
      expect(after.moved).toContainEqual({
        from: `${machineType}.talos-edge-beta-1`,
        to: `${machineType}.talos-edge-gpu-1`,
      });
      for (const { to } of after.moved!) expect(addressesOf(after)).toContain(to);
    });

    it('of one machine moves it alone', () => {
      const after = build(
        sample.cluster({ ...five, beta: { role: 'worker', machines: { 1: {}, 7: { renamedFrom: '2' } } } }),
      ).json;
      expect(destroyed(after)).toEqual([]);
      expect(after.moved!.map(({ from }) => from)).toEqual([`${machineType}.talos-edge-beta-2`]);
    });

    it('of a machine and of its pool at once moves it once', () => {
      const { beta, ...rest } = five;
      expect(beta).toBeDefined();
      const gpu: SamplePool = { role: 'worker', renamedFrom: 'beta', machines: { 1: {}, 7: { renamedFrom: '2' } } };
      const after = build(sample.cluster({ ...rest, gpu })).json;
      expect(destroyed(after)).toEqual([]);
      expect(after.moved).toContainEqual({
        from: `${machineType}.talos-edge-beta-2`,
        to: `${machineType}.talos-edge-gpu-7`,
      });
    });

    it('writes no moved blocks where nothing has a new name', () => {
      expect(before.moved).toBeUndefined();
    });

    it('fails for the name of a pool that is still there', () => {
      const gpu: SamplePool = { role: 'worker', renamedFrom: 'beta', machines: one };
      expect(() => sample.cluster({ ...five, gpu })).toThrow(
        'machines.pools.gpu.renamedFrom: the pool of that name is still there, got "beta"',
      );
    });

    it('fails for two heirs of one pool', () => {
      const heir: SamplePool = { role: 'worker', renamedFrom: 'gone', machines: one };
      expect(() => sample.cluster({ ...five, x: heir, y: heir })).toThrow('x has taken over from that pool already');
    });
  });

  describe(`destroying machines by ${name}`, () => {
    const protectedOnes = (pools: SamplePools) =>
      Object.entries(build(sample.cluster(pools)).machines)
        .filter(
          ([, { lifecycle }]) => (lifecycle as { prevent_destroy?: boolean } | undefined)?.prevent_destroy === true,
        )
        .map(([key]) => key);
    const pools: SamplePools = {
      control: { role: 'control-plane', machines: one },
      work: { role: 'worker', machines: one },
    };

    it('is refused for control planes', () => {
      expect(protectedOnes(pools)).toEqual(['talos-edge-control-1']);
    });

    it('is allowed where the definition says so, and refused where it says that', () => {
      const turned = { control: { ...pools.control!, protect: false }, work: { ...pools.work!, protect: true } };
      expect(protectedOnes(turned)).toEqual(['talos-edge-work-1']);
    });
  });

  describe(`the configuration that machines by ${name} boot with`, () => {
    const pools: SamplePools = { control: { role: 'control-plane', machines: one } };
    const machine = 'talos-edge-control-1';
    const withConfig = (cluster: Cluster, config: Record<string, string>) => build(cluster, { machineConfig: config });

    it('is none where none is given: they wait for it', () => {
      expect(JSON.stringify(build(sample.cluster(pools)).machines)).not.toContain('var.config');
    });

    it('is an expression of the stack', () => {
      const cluster = sample.cluster(pools);
      const json = synth((stack) => {
        const variable = new TerraformVariable(stack, 'config', { type: 'string', sensitive: true });
        new Provider(stack, 'machines', { cluster, machineConfig: { [machine]: variable.stringValue } });
      });
      const { lifecycle, ...rest } = json.resource[machineType]![machine]!;
      expect(JSON.stringify(rest)).toContain('var.config');
      // what the definition knows of its size is checked when it is synthesized, the text itself by Terraform
      expect(lifecycle).toMatchObject({
        precondition: [{ condition: expect.stringContaining('var.config') as unknown }],
      });
    });

    it('may be written out, quotes and all', () => {
      const { json } = withConfig(sample.cluster(pools), { [machine]: '${data.sops_file.all.data["a.b"]}' });
      expect(JSON.stringify(json.resource)).toContain('data.sops_file.all.data[\\"a.b\\"]');
    });

    it('is not read again by a machine that is there', () => {
      const { lifecycle } = build(sample.cluster(pools)).machines[machine]!;
      const { ignore_changes: ignored } = lifecycle as { ignore_changes: string[] };
      expect(ignored.some((attribute) => ['user_data', 'extra_config'].includes(attribute))).toBe(true);
    });

    it('fails for a value instead of an expression, and does not show it', () => {
      const bad = () => withConfig(sample.cluster(pools), { [machine]: 'version: v1alpha1 token: s3cr3t' });
      expect(bad).toThrow(`machineConfig.${machine}: a value, which would stand in cdk.tf.json with its secrets`);
      expect(bad).not.toThrow('s3cr3t');
    });

    it('fails for a machine that the cluster does not have', () => {
      expect(() => withConfig(sample.cluster(pools), { 'talos-edge-control-11': '${local.x}' })).toThrow(
        `got "talos-edge-control-11"; allowed: ${machine}; did you mean ${machine}?`,
      );
    });

    it('fails where it is larger than the infrastructure takes', () => {
      const cluster = sample.cluster(pools, { inlineManifest: 'x'.repeat(64 * 1024) });
      expect(() => withConfig(cluster, { [machine]: '${local.x}' })).toThrow('the Talos configuration is larger than');
      // it is no matter of machines that wait for it
      expect(() => build(cluster)).not.toThrow();
    });
  });

  describe(`two constructs of machines by ${name}`, () => {
    it('live in one stack where they build pools of their own', () => {
      const cluster = sample.cluster(five);
      const stack = new TerraformStack(new StackRoot(), 'stack');
      const a = new Provider(stack, 'a', { cluster, pools: ['control'] });
      const b = new Provider(stack, 'b', { cluster, pools: ['alpha'] });
      expect([...a.machines.keys()].some((key) => b.machines.has(key))).toBe(false);
    });
  });
}

/** Addresses of all resources. */
function addressesOf({ resource }: TerraformJson): string[] {
  return Object.entries(resource).flatMap(([type, byName]) => Object.keys(byName).map((key) => `${type}.${key}`));
}
