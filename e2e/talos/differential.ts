import { isDeepStrictEqual } from 'node:util';
import { contractOf, generateConfig, type GenerateInputs, type MachineSecrets } from '../../lib/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { firstDifference } from './first-difference';
import type { Oracle } from './oracle';
import { Random } from './random';
import type { Tally } from '../tally';
import type { WrittenBundle } from './written-bundle';

export const contracts = ['1.10', '1.11', '1.12', '1.13', '1.14'] as const;
export const roles = ['control-plane', 'worker'] as const;

export interface Bundle {
  readonly written: WrittenBundle;
  readonly secrets: MachineSecrets;
}

/** Random definitions under every contract and in both roles: our documents against those of Talos's generator. */
export async function differential(
  oracle: Oracle,
  tally: Tally,
  bundles: readonly Bundle[],
  count: number,
  seed: number,
) {
  for (let index = 0; index < count; index += 1) {
    const random = new Random(seed + index);
    const definition = randomDefinition(random);
    const { written, secrets } = random.pick(bundles);
    await Promise.all(
      contracts.flatMap((contract) =>
        roles.map(async (role) => {
          const inputs = { ...definition, contract: contractOf(`v${contract}.0`), role, secrets };
          const ours = parseDocuments(emitDocuments(generateConfig(inputs)));
          const answer = await askFor(oracle, inputs, written);
          const theirs = parseDocuments(answer.config ?? '');
          const name = `generate: seed ${String(random.seed)}, contract ${contract}, ${role}`;
          tally.check(
            name,
            answer.config !== undefined && isDeepStrictEqual(ours, theirs),
            () => answer.error ?? firstDifference(ours, theirs),
          );
        }),
      ),
    );
  }
}

/** The tool's documents from the same inputs. */
export function askFor(oracle: Oracle, { contract, role, cluster, options }: GenerateInputs, secrets: WrittenBundle) {
  const { name, kubernetes, ...rest } = cluster;
  return oracle.ask({
    operation: 'generate',
    contract: `v${contract}`,
    role: role === 'worker' ? 'worker' : 'controlplane',
    inputs: { clusterName: name, kubernetes: kubernetes.replace(/^v/, ''), ...rest, ...options },
    secrets,
  });
}

/** Everything that a definition can say to the generator; most of it is said in half of the cases. */
export function randomDefinition(random: Random): Pick<GenerateInputs, 'cluster' | 'options'> {
  const host = () => `${random.label()}.example.com`;
  const hosts = Array.from({ length: 3 }, host);
  const host4 = () => `192.0.2.${String(1 + random.below(250))}`;
  return {
    cluster: {
      name: random.label(),
      endpoint: `https://${random.pick([host(), host4(), '[2001:db8::1]'])}:${String(random.pick([443, 6443, 8443]))}`,
      kubernetes: random.pick(['v1.33.4', '1.34.0', 'v1.35.1']),
      podSubnets: random.maybe(() => random.pick([['10.10.0.0/16'], ['10.10.0.0/16', 'fd00:10::/56']])),
      serviceSubnets: random.maybe(() => random.pick([['10.20.0.0/20'], ['10.20.0.0/20', 'fd00:20::/112']])),
      dnsDomain: random.maybe(host),
    },
    options: {
      installDisk: random.maybe(() => random.pick(['/dev/sda', '/dev/nvme0n1', '/dev/disk/by-id/scsi-0"x"'])),
      installImage: random.maybe(() => `factory.example.com/metal-installer/${random.label()}:v1.14.1`),
      installKernelArgs: random.maybe(() => ['console=ttyS0', `${random.label()}=1`], 0.2),
      certSANs: random.maybe(() => random.some([host(), host4(), '2001:db8::7'])),
      allowSchedulingOnControlPlanes: random.maybe(() => random.chance(0.5)),
      discovery: random.maybe(() => random.chance(0.5)),
      kubeSpan: random.maybe(() => random.chance(0.5)),
      kubePrismPort: random.maybe(() => random.pick([0, 7445, 7446])),
      localAPIServerPort: random.maybe(() => random.pick([6443, 8443]), 0.2),
      customCniUrl: random.maybe(() => `https://${host()}/cni.yaml`, 0.2),
      sysctls: random.maybe(() => ({ 'net.core.rmem_max': '1', [`vm.${random.label()}`]: 'off' })),
      registryMirrors: random.maybe(() =>
        Object.fromEntries(random.some(hosts).map((name) => [name, [`https://${host()}`, `http://${host()}/v2`]])),
      ),
      registryCAs: random.maybe(() => Object.fromEntries(random.some(hosts).map((name) => [name, `trust ${name}\n`]))),
      insecureRegistries: random.maybe(() => random.some(hosts)),
    },
  };
}
