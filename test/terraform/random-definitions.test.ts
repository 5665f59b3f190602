import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, defineCluster } from '../../lib/cluster';
import { StackRoot, stackArtifact } from '../../lib/terraform';
import { stacksFor } from '../../stacks';
import { randomHetzner, randomVsphere } from '../support/random-machines';

describe.each([
  ['Hetzner', randomHetzner],
  ['vSphere', randomVsphere],
])('a random definition of %s machines', (_, definitions) => {
  it('is valid, and gives the same stack whichever way its keys are written', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(check(definition)).toEqual([]);
        const stackOf = (pools: object) => {
          const cluster = defineCluster({ ...definition, machines: { ...definition.machines, pools } as never });
          const [stack] = stacksFor(new StackRoot(), cluster);
          return JSON.stringify(stack && stackArtifact(stack, cluster).body);
        };
        const { pools } = definition.machines;
        expect(stackOf(Object.fromEntries(Object.entries(pools).reverse()))).toBe(stackOf(pools));
      }),
      { numRuns: 25 },
    );
  });
});
