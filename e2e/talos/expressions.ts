import type { JsonObject } from '../../lib/cluster';
import { compare } from './compare';
import type { Oracle } from './oracle';
import { Random } from './random';
import type { Tally } from '../tally';

/** What an expression can speak of, and the document that holds it. */
interface Holder {
  readonly names: readonly string[];
  readonly document: (expression: string) => JsonObject;
}

const size = { minSize: '1GiB' };

const holders: readonly Holder[] = [
  {
    names: ['disk.size', 'disk.model', 'disk.rotational', 'disk.symlinks', 'system_disk', 'GiB', 'disk'],
    document: (match) => ({ kind: 'RawVolumeConfig', name: 'a', provisioning: { diskSelector: { match }, ...size } }),
  },
  {
    names: ['volume.size', 'volume.label', 'disk.readonly', 'disk.secondary_disks', 'TB', 'volume'],
    document: (match) => ({ kind: 'ExistingVolumeConfig', name: 'a', discovery: { volumeSelector: { match } } }),
  },
  {
    names: ['volume.offset', 'volume_id', 'system_disk', 'disk.symlinks', 'kB'],
    document: (match) => ({ kind: 'LVMVolumeGroupConfig', name: 'a', provisioning: { volumeSelector: { match } } }),
  },
  {
    names: [
      'link.mtu',
      'link.driver',
      'link.link_state',
      'link.alt_names',
      'link.hardware_addr',
      'link.speed_megabits',
      'link.type',
      'link.vlan',
      'link.wireguard.peers',
      'link.bond_master.mode',
      'link.bridge_master.stp.enabled',
    ],
    document: (match) => ({ kind: 'LinkAliasConfig', name: 'a', selector: { match } }),
  },
  {
    names: ['memory_full_avg10', 'd_qos_memory_max', 'qos_memory_some_total', 'time_since_trigger', 'System', 'MiB'],
    document: (triggerExpression) => ({ kind: 'OOMConfig', triggerExpression }),
  },
  {
    names: ['memory_max', 'memory_peak', 'path', 'class', 'Burstable', 'GB'],
    document: (cgroupRankingExpression) => ({ kind: 'OOMConfig', cgroupRankingExpression }),
  },
];

const literals =
  `1 -1 0x1F 2u 1.5 .5 1e3 "a" 'b' r"\\d" "\\n" b"a" true false null [] [1,2] [1,"a"] ["a"] {} {"a":1} {1:1.0} duration("1s") timestamp("2026-01-01T00:00:00Z")`.split(
    ' ',
  );

const operators = '+ - * / % == != < <= > >= && || in'.split(' ');

const methods = 'size contains startsWith endsWith matches getHours hasValue orValue or value'.split(' ');

const functions =
  'int uint double string bytes bool duration size type dyn glob mac has matches multiply_qos_vectors nothing'.split(
    ' ',
  );

const macros = 'all exists exists_one existsOne filter map optMap'.split(' ');

/** Random expressions of what Talos selects by: our verdict against that of its compiler. */
export async function expressions(oracle: Oracle, tally: Tally, count: number, seed: number) {
  for (let index = 0; index < count; index += 1) {
    const random = new Random(seed + index);
    const { names, document } = random.pick(holders);
    const text = expression(random, names, 1 + random.below(3));
    const documents = [{ apiVersion: 'v1alpha1', ...document(text) }];
    await compare(oracle, tally, `expression: seed ${String(random.seed)}, ${text}`, documents, 'metal');
  }
}

/** Two operands of one type. */
function same(operand: string, operator: string): string {
  return `(${operand}) ${operator} (${operand})`;
}

function expression(random: Random, names: readonly string[], depth: number): string {
  const inner = () => expression(random, names, depth - 1);
  if (depth === 0) return random.pick(random.chance(0.6) ? names : literals);
  const forms: readonly (() => string)[] = [
    () => `${inner()} ${random.pick(operators)} ${inner()}`,
    () => `${inner()} ${random.pick(['==', '!=', '<', '+'])} ${inner()}`,
    () => `!${inner()}`,
    () => `-${inner()}`,
    () => `(${inner()})`,
    () => `${inner()} ? ${inner()} : ${inner()}`,
    () => `${inner()}.${random.pick(methods)}(${random.chance(0.5) ? inner() : ''})`,
    () => `${random.pick(functions)}(${inner()}${random.chance(0.2) ? `, ${inner()}` : ''})`,
    () => `${inner()}[${inner()}]`,
    () => `${inner()}.${random.pick(macros)}(x, ${random.pick(['x == "a"', 'true', 'x', inner()])})`,
    () => `${inner()}.${random.pick(['size', 'a', '?a'])}`,
    () => same(inner(), '=='),
    () => same(inner(), '<'),
    () => `${same(inner(), '!=')} && ${same(inner(), '==')}`,
    () => `string(${inner()}) == "a"`,
    () => `${inner()} ${random.pick(['', ')', '?', '&', '=', '.', '"', 'for'])}`,
  ];
  return random.pick(forms)();
}
