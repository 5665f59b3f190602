import type { Cluster } from '../../lib/cluster';
import { contractOf, generateConfig, nodeConfigText, nodeMode, type Mode } from '../../lib/talos';
import { emitDocuments } from '../../lib/yaml';
import { contracts, randomDefinition, roles } from '../talos/differential';
import { Oracle } from '../talos/oracle';
import { Random } from '../talos/random';
import type { Tally } from '../tally';
import { nameOf, targetsOf, type Bundles } from './targets';
import type { Talosctl } from './talosctl';

/** A configuration to be validated. */
interface Candidate {
  readonly name: string;
  readonly mode: Mode;
  readonly text: () => string;
}

/** The configuration of every machine, and of random definitions: talosctl accepts each in its mode. */
export async function validation(
  talosctl: Talosctl,
  tally: Tally,
  bundles: Bundles,
  clusters: readonly Cluster[],
  definitions: number,
  seed: number,
): Promise<void> {
  const warned = new Map<string, number>();
  await talosctl.each([...machines(clusters, bundles), ...generated(bundles, definitions, seed)], async (candidate) => {
    const file = talosctl.write(candidate.text());
    const { status, stderr } = await talosctl.run(['validate', '--config', file, '--mode', candidate.mode]);
    talosctl.remove(file);
    tally.check(`validate: ${candidate.name}`, status === 0, () => stderr.trim());
    for (const line of stderr.split('\n').filter((text) => text.startsWith('WARNING: '))) {
      warned.set(line, (warned.get(line) ?? 0) + 1);
    }
  });
  for (const [line, count] of warned) console.log(`${String(count)} × ${line}`);
}

/** The same random definitions under every contract, in both roles and modes, by the code of talosctl in one process. */
export async function validationInProcess(tally: Tally, bundles: Bundles, definitions: number, seed: number) {
  const oracle = new Oracle();
  for (let index = 0; index < definitions; index += 1) {
    const number = seed + index;
    await Promise.all(
      contracts.flatMap((contract) =>
        roles.map(async (role) => {
          const [mode, config] = [modeOf(number), generatedText(bundles, number, contract, role)];
          const { error } = await oracle.ask({ operation: 'validate', mode, config });
          tally.check(`accept: ${definitionName(number, contract, role)}`, error === undefined, () => error ?? '');
        }),
      ),
    );
  }
  oracle.end();
}

function machines(clusters: readonly Cluster[], bundles: Bundles): readonly Candidate[] {
  return targetsOf(clusters).map((target) => ({
    name: nameOf(target),
    mode: nodeMode(target.cluster),
    text: () => nodeConfigText(target.cluster, target.machine, bundles.of(target.cluster.versions.talos)),
  }));
}

/** Definitions of the differential suite, each under one contract and in one role. */
function generated(bundles: Bundles, count: number, seed: number): readonly Candidate[] {
  return Array.from({ length: count }, (_, index) => {
    const number = seed + index;
    const random = new Random(number);
    const [contract, role] = [random.pick(contracts), random.pick(roles)];
    return {
      name: definitionName(number, contract, role),
      mode: modeOf(number),
      text: () => generatedText(bundles, number, contract, role),
    };
  });
}

type Contract = (typeof contracts)[number];
type Role = (typeof roles)[number];

function definitionName(seed: number, contract: Contract, role: Role): string {
  return `seed ${String(seed)}, contract ${contract}, ${role}, ${modeOf(seed)}`;
}

function modeOf(seed: number): Mode {
  return seed % 2 === 0 ? 'metal' : 'cloud';
}

function generatedText(bundles: Bundles, seed: number, contract: Contract, role: Role): string {
  const secrets = bundles.of(contract);
  const definition = acceptable(randomDefinition(new Random(seed)), secrets.certs.k8s.crt);
  return emitDocuments(generateConfig({ ...definition, contract: contractOf(contract), role, secrets }));
}

/** What Talos generates and then refuses itself is left out; a certificate is one. */
function acceptable({ cluster, options = {} }: Definition, certificate: string): Definition {
  const { podSubnets, serviceSubnets, ...others } = cluster;
  const isMixed = (podSubnets?.length ?? 1) !== (serviceSubnets?.length ?? 1);
  const { kubeSpan = false, discovery, registryCAs = {} } = options;
  return {
    cluster: isMixed ? others : cluster,
    options: {
      ...options,
      // the installer wants a disk, and the image of Talos 1.12 has its kernel arguments within it
      installDisk: options.installDisk ?? '/dev/sda',
      installKernelArgs: undefined,
      discovery: kubeSpan ? true : discovery,
      registryCAs: Object.fromEntries(Object.keys(registryCAs).map((name) => [name, certificate])),
    },
  };
}

type Definition = ReturnType<typeof randomDefinition>;
