import type { PreparedTree } from '../../lib/synth';

const FILES = 400;

/** Two trees of 400 files that share some files, differ in others, and have folders of their own. */
export function variant(name: 'A' | 'B'): PreparedTree {
  const files = Array.from({ length: FILES }, (_, i) => {
    const shared = i % 3 === 0;
    const folder = i % 5 === 0 && !shared ? `only-${name}` : `app-${String(i % 20)}`;
    return [
      `clusters/${folder}/${String(i)}.yaml`,
      `name: ${shared ? 'both' : name}\nbody: ${'x'.repeat(500)}\n`,
    ] as const;
  });
  return {
    owners: new Map([
      ['p/one', { files: new Map(files.slice(0, 300)), resources: 0, inputs: new Map() }],
      ['p/two', { files: new Map(files.slice(300)), resources: 0, inputs: new Map() }],
    ]),
    kept: new Map(),
  };
}
