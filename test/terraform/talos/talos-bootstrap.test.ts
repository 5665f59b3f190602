import { TerraformStack, Testing } from 'cdktf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/cluster';
import { secretPaths } from '../../../lib/talos';
import { StackRoot } from '../../../lib/terraform';
import { SopsProvider, TalosBootstrap, TalosProvider, type TalosMachine } from '../../../lib/terraform/talos';
import { vsphereCluster } from '../../support/clusters-terraform';
import { addresses, synth, type TerraformJson } from '../../support/terraform';

type Options = Partial<ConstructorParameters<typeof TalosBootstrap>[2]>;
type WithEphemeral = TerraformJson & { readonly ephemeral?: Record<string, Record<string, Record<string, unknown>>> };

const cluster: Cluster = vsphereCluster();

function talos(options: Options = {}): WithEphemeral {
  return synth((stack) => new TalosBootstrap(stack, 'talos', { cluster, ...options }));
}

const machine = (name: string, role: TalosMachine['role'], address: string): TalosMachine => ({ name, role, address });

describe('a cluster of Talos machines', () => {
  it('applies the very file that stands in the tree to each machine', () => {
    const { resource, ephemeral } = talos();
    const applied = resource.talos_machine_configuration_apply!;
    for (const { name, address } of cluster.pools.flatMap((pool) => pool.machines)) {
      expect(applied[name]).toMatchObject({
        node: address!.text,
        machine_configuration_input_wo: `\${ephemeral.sops_file.edge-machine-${name}.raw}`,
      });
      expect(ephemeral!.sops_file![`edge-machine-${name}`]).toEqual({
        source_file: `\${var.edge_tree}/${secretPaths(cluster).machine({ name })}`,
      });
    }
    expect(Object.keys(applied)).toHaveLength(5);
  });

  it('finds the tree from the stack that stands in it, or where a variable says', () => {
    expect(talos().variable?.edge_tree).toMatchObject({ default: '../../../..' });
    expect(talos({ tree: '../gitops' }).variable?.edge_tree).toMatchObject({ default: '../gitops' });
  });

  it('configures control planes one after the other, and workers at once', () => {
    const applied = talos().resource.talos_machine_configuration_apply!;
    const before = Object.fromEntries(Object.entries(applied).map(([name, { depends_on: on }]) => [name, on]));
    const type = 'talos_machine_configuration_apply';
    expect(before).toEqual({
      'talos-edge-controlplane-1': undefined,
      'talos-edge-controlplane-2': [`${type}.talos-edge-controlplane-1`],
      'talos-edge-controlplane-3': [`${type}.talos-edge-controlplane-2`],
      'talos-edge-worker-1': undefined,
      'talos-edge-worker-2': undefined,
    });
  });

  it('starts etcd on the first control plane, after its configuration and never again', () => {
    expect(talos().resource.talos_machine_bootstrap).toEqual({
      edge: {
        node: '192.0.2.11',
        client_configuration_wo: expect.any(Object) as unknown,
        depends_on: ['talos_machine_configuration_apply.talos-edge-controlplane-1'],
        lifecycle: { ignore_changes: 'all' },
      },
    });
  });

  it('takes machines that the definition knows nothing of', () => {
    const machines = [machine('a', 'control-plane', '${vsphere_virtual_machine.a.default_ip_address}')];
    expect(addresses(talos({ machines }))).toEqual([
      'talos_machine_bootstrap.edge',
      'talos_machine_configuration_apply.a',
    ]);
  });

  it('changes nothing else where a machine leaves', () => {
    const machines = cluster.pools
      .flatMap((pool) => pool.machines)
      .map(({ name, role, address }) => machine(name, role, address!.text));
    const less = talos({ machines: machines.filter(({ name }) => name !== 'talos-edge-worker-1') });
    const all = talos({ machines });
    const { 'talos-edge-worker-1': gone, ...rest } = all.resource.talos_machine_configuration_apply!;
    expect(gone).toBeDefined();
    expect(less.resource.talos_machine_configuration_apply).toEqual(rest);
    expect(less.resource.talos_machine_bootstrap).toEqual(all.resource.talos_machine_bootstrap);
  });

  it('leaves Talos alone where files are all that is wanted', () => {
    const json = talos({ appliedBy: 'files' });
    expect(addresses(json)).toEqual([]);
    expect(json).not.toHaveProperty('terraform.required_providers');
    expect(json.ephemeral).toBeUndefined();
  });

  it('uses the providers that the stack has', () => {
    const json = synth((stack) => {
      const providers = {
        talos: new TalosProvider(stack, 't', { alias: 'other' }),
        sops: new SopsProvider(stack, 's', { alias: 'other' }),
      };
      new TalosBootstrap(stack, 'talos', { cluster, providers });
    }) as WithEphemeral;
    expect(json.provider.talos).toHaveLength(1);
    expect(json.resource.talos_machine_bootstrap!.edge).toMatchObject({ provider: 'talos.other' });
    expect(json.ephemeral!.sops_file!['edge-secrets']).toMatchObject({ provider: 'sops.other' });
  });
});

describe('where secrets are', () => {
  it('is memory by default: nothing that the state keeps refers to one', () => {
    const { resource, data, output, ephemeral } = talos({ health: true });
    expect(data).toBeUndefined();
    expect(output).toBeUndefined();
    expect(Object.keys(ephemeral!)).toEqual(['sops_file', 'talos_cluster_health', 'talos_cluster_kubeconfig']);
    for (const block of Object.values(resource).flatMap((byName) => Object.values(byName))) {
      const kept = Object.entries(block).filter(([argument]) => !argument.endsWith('_wo'));
      expect(JSON.stringify(kept)).not.toContain('sops_file');
    }
  });

  it('is the state where that is chosen, which can then give the kubeconfig out', () => {
    const { resource, output, ephemeral, data } = talos({ secretsIn: 'state', health: true });
    expect(ephemeral).toBeUndefined();
    expect(Object.keys(data)).toEqual(['sops_file', 'talos_cluster_health']);
    expect(output!['edge-kubeconfig']).toEqual({
      value: '${talos_cluster_kubeconfig.edge.kubeconfig_raw}',
      sensitive: true,
    });
    expect(resource.talos_cluster_kubeconfig!.edge).toMatchObject({ depends_on: ['talos_machine_bootstrap.edge'] });
  });

  it('gives others access by expressions, in both', () => {
    for (const [secretsIn, prefix] of [
      ['memory', 'ephemeral.'],
      ['state', ''],
    ] as const) {
      const stack = new TerraformStack(new StackRoot(), 'stack');
      const { access } = new TalosBootstrap(stack, 'talos', { cluster, secretsIn });
      const source = `${prefix}talos_cluster_kubeconfig.edge.kubernetes_client_configuration`;
      expect(access).toMatchObject({ host: `\${${source}.host}`, clientKey: `\${base64decode(${source}.client_key)}` });
    }
  });

  it('takes the bundle over in the names of the provider, every member of it', () => {
    const secrets = talos().ephemeral!.talos_cluster_kubeconfig!.edge!.machine_secrets;
    const text = JSON.stringify(secrets);
    const bundle = 'ephemeral.sops_file.edge-secrets.raw';
    for (const path of [
      'cluster.id',
      'cluster.secret',
      'secrets.bootstraptoken',
      'secrets.secretboxencryptionsecret',
      'secrets.aescbcencryptionsecret',
      'trustdinfo.token',
      ...['etcd', 'k8s', 'k8saggregator', 'os'].flatMap((name) => [`certs.${name}.crt`, `certs.${name}.key`]),
      'certs.k8sserviceaccount.key',
    ]) {
      expect(text).toContain(`yamldecode(${bundle}).${path}`);
    }
  });
});

describe('machines that make no cluster', () => {
  const validate = (machines: readonly TalosMachine[]) => () => talos({ machines });

  it('fails without a control plane', () => {
    expect(validate([machine('w', 'worker', '192.0.2.1')])).toThrow('none is a control plane with an address');
  });

  it('fails for two of one name and two of one address, both at once', () => {
    const machines = [
      machine('a', 'control-plane', '192.0.2.1'),
      machine('b', 'worker', '192.0.2.1'),
      machine('b', 'worker', '192.0.2.2'),
    ];
    expect(validate(machines)).toThrow(/two have the same name, got "b"[^]*two have the same address, got "192.0.2.1"/);
  });

  it('synthesizes any other list, the same in each run', () => {
    // names of our own parts among them
    const own = fc.constantFrom(
      'files',
      'secrets',
      'talosconfig',
      'etcd',
      'kubeconfig',
      'health',
      'talos',
      'sops',
      'tree',
    );
    const label = fc.oneof(own, fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/));
    const list = fc.uniqueArray(label, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat({ max: 11 }), (names, first) => {
        const machines = names.map((name, index) =>
          machine(
            name,
            index === first % names.length || index % 3 === 0 ? 'control-plane' : 'worker',
            `192.0.2.${String(index)}`,
          ),
        );
        const make = () => {
          const stack = new TerraformStack(new StackRoot(), 'stack');
          new TalosBootstrap(stack, 'talos', { cluster, machines });
          return Testing.synth(stack, true);
        };
        const text = make();
        expect(make()).toBe(text);
        const { resource } = JSON.parse(text) as TerraformJson;
        expect(Object.keys(resource.talos_machine_configuration_apply!).sort()).toEqual([...names].sort());
      }),
      { numRuns: 40 },
    );
  });
});
