import type { Json, JsonObject } from '../../lib/cluster';
import { structures } from '../../lib/talos/validate/generated/fields';
import { words } from '../../lib/talos/validate/values/words';
import type { Random } from './random';

/** Values that say nothing to most fields, and something to a few. */
export const oddValues: readonly Json[] = [
  null,
  '',
  0,
  -1,
  1,
  7,
  300,
  70000,
  5e9,
  1.5,
  true,
  false,
  'x',
  [],
  {},
  ['x'],
  [null],
  { x: 'y' },
];

/** Texts of every form that a field wants, and of forms that are nearly it. */
const texts: readonly string[] = `
  x eth0 a.b A_b -x x- a/b a/b/c net%d %d %s os:admin os:nobody flannel custom none node0.example.com
  192.0.2.1 192.0.2.0/24 192.0.2.1/24 192.0.2.1/033 0.0.0.0 0.0.0.0/0 0.0.0.0/8 300.1.1.1 ::1 ::/0 2001:db8::/32 2001:db8::1/64 fe80::1%eth0
  fe80::1%eth0/64 !192.0.2.0/24 !x ::ffff:192.0.2.1 192.0.2.1:80 [2001:db8::1]:80 2001:db8::1:80 :80 a:80 a:b a: 192.0.2.1:99999 x:70000
  http://a https://a.example.com https://a/b https://a:6443 https://a:70000 https://:6443 http://[::1]:80 http://::1/ tcp://a:1 udp://a
  tcp://a:1/x grpc://a ftp://a mailto:a //a/b /a/b a:b:c http://a%zz http://a/%zz http://a@b:1 %x
  5s -5s 0s 9s 10s 1h30m 1.5h 5 10GiB 10 GB 1,000kB 50% 101% -50% -10GiB 0 1e3 10QB .5GiB 99999999999GB >=100GB <x
  off on stable talos-addr luks2 xfs ext4 btrfs virtiofs directory disk partition raid1 raid10 linear tcp udp DoT Do53 802.3ad balance-rr
  active-backup balance-alb fast slow duid mac 802.1q unicast blackhole main local 123 253 accept block 80 80-443 443-80 70000-70001
  NoSchedule x:NoSchedule x:Never :NoExecute init controlplane worker join unknown json_lines v1 v2 V2 nvme hdd Node RBAC Webhook
  nginx nginx:1 ghcr.io/a/b:v1 A/b a@sha256:00 localhost/ab iptables nftables restricted privileged ro rw NET_ADMIN CAP_NET_ADMIN ALL 500m 0m 512MiB
  resolv.conf a/../b ../a .a cni/x kubernetes kubernetes.io/x node-role.kubernetes.io/control-plane talos.dev/owned-labels
  AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= YQ== YQ a=b authorization-mode oidc-x seccompDefault maxPods cpu memory gpu EPHEMERAL STATE
  ETCD IMAGECACHE docker.io * 100 32500 32768 anonymous-auth authorization-webhook-x 00:1a:4b:00:00:01 0g skip
`
  .trim()
  .split(/\s+/);

/** Texts with blanks, and longer ones. */
const longTexts = [
  'a b',
  ' ',
  'x'.repeat(16),
  'x'.repeat(35),
  'x'.repeat(64),
  'é'.repeat(9),
  'a'.repeat(254),
  'tab\tbed',
];

const expressions: readonly string[] = [
  'system_disk',
  'disk.size > 100u * GiB',
  'disk.size > 100 * GiB',
  'disk.transport == "nvme" && !disk.rotational',
  'disk.nothing == 1',
  'volume.label == "x"',
  'volume.size >= 10u',
  'glob("eth*", link.name)',
  'link.driver == "virtio"',
  'mac(link.permanent_addr) == "00:1a:4b:00:00:01"',
  'mac(link.hardware_addr).startsWith("00:")',
  'disk.size',
  'disk.dev_path in ["/dev/sda"]',
  'true',
  '(',
  '1 +',
  'memory_full_avg10 > 12.0',
  'memory_max.orValue(0u) == 0u ? 1.0 : 2.0',
];

/** A value of a type of the table of fields, good or bad. */
export function valueOf(random: Random, type: string, depth = 0): Json {
  if (type.startsWith('*')) return valueOf(random, type.slice(1), depth);
  if (type.startsWith('[]')) {
    return Array.from({ length: random.below(3) + (random.chance(0.8) ? 1 : 0) }, () =>
      valueOf(random, type.slice(2), depth),
    );
  }
  if (type.startsWith('{}')) {
    return Object.fromEntries(
      random.some([0, 1, 2]).map(() => [textOf(random), valueOf(random, type.slice(2), depth)]),
    );
  }
  const fields = structures[type];
  if (type === 'meta.Unstructured' || type === 'any') return freeValue(random);
  if (fields !== undefined) return depth > 4 ? {} : structureOf(random, fields, depth);
  return scalarOf(random, type);
}

/** Some fields of a structure. */
export function structureOf(random: Random, fields: Readonly<Record<string, string>>, depth = 0): JsonObject {
  const share = random.pick([0.2, 0.5, 0.9]);
  const chosen = Object.entries(fields).filter(
    ([name]) => random.chance(share) && name !== 'kind' && name !== 'apiVersion',
  );
  return Object.fromEntries(chosen.map(([name, type]) => [name, valueOf(random, type, depth + 1)]));
}

function scalarOf(random: Random, type: string): Json {
  if (random.chance(0.02)) return random.pick(oddValues);
  if (type === 'bool') return random.chance(0.5);
  if (/^u?int/.test(type)) return random.pick([0, 1, 2, 10, 24, 64, 100, 1280, 4094, 4095, 300, 70000, -1]);
  if (type === 'cel.Expression') return random.pick(expressions);
  const known = words[type];
  if (known !== undefined && random.chance(0.9)) return random.pick(known);
  if (type.startsWith('x509.'))
    return random.pick<Json>([{ crt: 'YQ==', key: 'YQ==' }, { crt: 'YQ==' }, { key: 'YQ==' }, { crt: 'x' }, {}]);
  if (type === 'v1alpha1.ClusterInlineManifests') return [{ name: textOf(random), contents: 'x' }];
  if (type === 'string' && random.chance(0.1)) return random.pick(oddValues);
  const forms = formsOf(type);
  return forms.length > 0 && random.chance(0.9) ? random.pick(forms) : textOf(random);
}

/** Texts that are likely to have the form of a type. */
function formsOf(type: string): readonly string[] {
  const some = (pattern: RegExp) => texts.filter((text) => pattern.test(text));
  if (type.endsWith('Addr')) return some(/^[0-9a-f:.]+(%.*)?$/);
  if (type.endsWith('AddrPort')) return some(/:[0-9]+$/);
  if (type.endsWith('Prefix')) return some(/^[^:]*[0-9:]\/[0-9]+$/);
  if (/URL$|Endpoint$/.test(type)) return some(/:\/\//);
  if (type.endsWith('Duration')) return some(/^-?[0-9.]+[smh]/);
  if (/Size|Matcher$/.test(type)) return some(/(B|%)$|^[0-9]+$/);
  if (type.endsWith('PortRange')) return some(/^[0-9]+(-[0-9]+)?$/);
  return [];
}

export function textOf(random: Random): string {
  return random.pick(random.chance(0.05) ? longTexts : texts);
}

function freeValue(random: Random): Json {
  return random.pick<Json>([
    {},
    { x: 1 },
    { [textOf(random)]: textOf(random) },
    { maxPods: 1 },
    { apiVersion: 'x' },
    { cpu: '1' },
    { cpu: '1', gpu: 1 },
  ]);
}
