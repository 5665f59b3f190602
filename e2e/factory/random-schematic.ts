import type { Json, JsonObject } from '../../lib/cluster';
import type { Schematic } from '../../lib/talos';
import type { Random } from '../talos/random';
import { awkward } from './awkward-texts';

const letters = Array.from(
  'abzAZ09_-.:#?,\'"\\ \t\n\r|>&*!%@`{}[]$~=+/é漢😀\u0085\u00a0\u2028\u2029\ufeff\u0000\u007f',
);

/** Any schematic: every field may be there, and every text may be awkward. */
export function randomSchematic(random: Random): Schematic {
  return {
    owner: random.maybe(() => text(random), 0.3),
    overlay: random.maybe(() => ({
      image: random.chance(0.9) ? 'siderolabs/sbc-rockchip' : text(random),
      name: random.chance(0.9) ? 'rpi_generic' : text(random),
      options: random.maybe(() => object(random, 3)),
    })),
    customization: random.maybe(
      () => ({
        embeddedMachineConfiguration: random.maybe(() => text(random), 0.4),
        extraKernelArgs: random.maybe(() => list(random, 5, () => text(random))),
        meta: random.maybe(() => list(random, 3, () => ({ key: random.below(256), value: text(random) }))),
        systemExtensions: random.maybe(() => ({
          officialExtensions: random.maybe(() => list(random, 4, () => `siderolabs/${random.label()}`)),
        })),
        bootloader: random.maybe(() => random.pick(['dual-boot', 'sd-boot', 'grub']), 0.3),
        secureboot: random.maybe(() => ({
          enrollKeys: random.maybe(() => random.pick(['off', 'manual', 'if-safe', 'force', 'on'])),
          includeWellKnownCertificates: random.maybe(() => random.chance(0.5)),
        })),
        diskImage: random.maybe(() => ({ sectorSize: random.pick([0, 512, 4096]) }), 0.3),
      }),
      0.9,
    ),
  };
}

/** One schematic for each awkward text, in all its places at once. */
export function awkwardSchematics(): readonly Schematic[] {
  return awkward.map((value) => ({
    overlay: { image: 'i', name: 'n', options: { [value]: value, list: [value, [value], { [value]: [value] }] } },
    customization: { embeddedMachineConfiguration: value, extraKernelArgs: [value], meta: [{ key: 1, value }] },
  }));
}

function text(random: Random): string {
  if (random.chance(0.7)) return random.pick(awkward);
  return list(random, 12, () => random.pick(letters)).join('');
}

function list<T>(random: Random, length: number, item: () => T): T[] {
  return Array.from({ length: random.below(length + 1) }, item);
}

function object(random: Random, depth: number): JsonObject {
  return Object.fromEntries(list(random, 6, () => [key(random), value(random, depth - 1)]));
}

/** Keys that differ late, in numbers, letters and signs, are what the order is about. */
function key(random: Random): string {
  const words = [
    'a',
    'A',
    'a1',
    'a01',
    'a10',
    'a2',
    'a100',
    'a1b',
    'ab',
    'a-b',
    'a_b',
    'a.b',
    'b',
    'é',
    'a0',
    'a00',
    '1',
    '10',
    '2',
  ];
  if (random.chance(0.6)) return random.pick(words) + random.pick(['', ...words]);
  // numbers beyond 64 bits wrap around in go-yaml's order, which then depends on chance
  const any = text(random);
  return /\d{19}/.test(any) ? 'big' : any;
}

function value(random: Random, depth: number): Json {
  const choice = random.below(depth > 0 ? 8 : 5);
  if (choice === 0) return random.pick([true, false, null]);
  if (choice === 1)
    return random.pick([
      0,
      1,
      -1,
      1.5,
      0.1,
      1e5,
      1e6,
      1e20,
      1e21,
      2 ** 53,
      2 ** 63,
      2 ** 64,
      -(2 ** 63),
      1e-5,
      1e-4,
      123456.5,
      1234567.25,
      5e-324,
      1.7e308,
    ]);
  if (choice < 5) return text(random);
  return choice < 7 ? object(random, depth) : list(random, 3, () => value(random, depth - 1));
}
