import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../../lib/talos/validate/cel/check-expression';
import type { EnvironmentName } from '../../../../lib/talos/validate/cel/environments';

const right: readonly (readonly [EnvironmentName, string])[] = [
  ['disk', 'system_disk'],
  ['disk', 'disk.size > 100u * GiB && !disk.rotational // large and fast'],
  ['disk', 'disk.transport in ["nvme", "sata",] || glob("/dev/sd*", disk.dev_path)'],
  ['disk', "disk.symlinks.exists(link, link.startsWith('/dev/disk/by-id/'))"],
  ['disk', 'disk.model.matches(r"^\\d+$") ? disk.cdrom : has(disk.serial)'],
  ['disk', 'int(disk.size) / 1000 >= -1 && disk.size % 2u == 0u'],
  ['volume', 'volume.label == "data" && disk.size > 1u * TB'],
  ['member', 'volume_id == "r-data" && size(volume.name) == 0'],
  ['link', 'mac(link.permanent_addr) == "00:1a:4b:00:00:01"'],
  ['link', 'link.alt_names.map(name, size(name) > 1, name + "x").size() > 0'],
  ['link', 'link.wireguard.peers.all(peer, peer.persistent_keepalive_interval < duration("1s"))'],
  ['memory pressure', 'memory_full_avg10 > 12.0 && time_since_trigger.getSeconds() > 1'],
  ['memory pressure', 'multiply_qos_vectors(qos_memory_current, {Besteffort: 1.0, System: 0.0}) > 1e3'],
  ['control group', 'memory_max.hasValue() ? 0.0 : double(memory_current.orValue(0u))'],
  ['control group', '{Besteffort: 1.0}[?class].orValue(0.5)'],
];

const wrong: readonly (readonly [EnvironmentName, string, string])[] = [
  ['disk', 'disk.size > 100 * GiB', '_*_ does not take int, uint'],
  ['disk', 'disk.size > 100', '_>_ does not take uint, int'],
  ['disk', 'disk.sise > 1u', 'message:disk has no field sise'],
  ['disk', 'volume.size > 1u', 'there is nothing of the name volume'],
  ['volume', 'system_disk', 'there is nothing of the name system_disk'],
  ['volume', 'glob("a", "b")', 'there is no function of the name glob'],
  ['disk', 'disk.size', 'it gives uint where bool is asked for'],
  ['disk', 'dyn(true)', 'it gives dyn where bool is asked for'],
  ['disk', 'disk.transport = "nvme"', 'nothing can begin with ='],
  ['disk', 'disk.transport == "nvme', 'nothing can begin with "'],
  ['disk', 'disk.transport == "\\q"', 'an escape that is none in "\\q"'],
  ['disk', '(system_disk', 'the end where ) is expected'],
  ['disk', 'system_disk system_disk', 'system_disk where the end is expected'],
  ['disk', 'system_disk &&', 'the end where a value is expected'],
  ['disk', 'disk.for', 'for where a name is expected'],
  ['disk', 'has(system_disk)', 'has wants a field'],
  ['disk', 'disk.symlinks.all(1, true)', 'all wants the name of a variable first'],
  ['disk', 'disk.symlinks.all(x, x)', 'all wants bool, got string'],
  ['disk', 'disk.model.all(x, true)', 'all does not take string'],
  ['disk', 'optional.none() == 1', 'there is nothing of the name optional'],
  ['disk', 'disk.?model == "a"', 'a field with ?, which this expression cannot have'],
  ['control group', '1', 'it gives int where double is asked for'],
];

describe('checkExpression', () => {
  it.each(right)('accepts, over %s, %s', (environment, text) => {
    expect(checkExpression(text, environment)).toBeUndefined();
  });

  it.each(wrong)('fails, over %s, for %s', (environment, text, fault) => {
    expect(checkExpression(text, environment)).toBe(fault);
  });
});
