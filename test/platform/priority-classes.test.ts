import { describe, expect, it } from 'vitest';
import { defineCluster } from '../../lib/cluster';
import { priorityClasses } from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());

describe('priorityClasses', () => {
  it('has one that matters more than a pod without a class, and one that waits', () => {
    expect(priorityClasses().objects?.(cluster)).toMatchObject([
      { metadata: { name: 'batch' }, value: 0, preemptionPolicy: 'Never' },
      { metadata: { name: 'platform' }, value: 1_000_000, preemptionPolicy: 'PreemptLowerPriority' },
    ]);
  });

  it('takes one’s own, which others can then require', () => {
    const component = priorityClasses({ classes: { shop: { value: 500, byDefault: true } } });
    expect(component.provides).toEqual(['priority-class/shop']);
    expect(component.objects?.(cluster)).toMatchObject([{ metadata: { name: 'shop' }, globalDefault: true }]);
  });

  it('fails with everything that Kubernetes would refuse', () => {
    const classes = {
      'system-shop': { value: 1, byDefault: true },
      a: { value: 2_000_000_000 },
      b: { value: 0.5, byDefault: true },
    };
    expect(() => priorityClasses({ classes })).toThrow(
      [
        'priority-classes: not a priority for a, got 2000000000; use a whole number from 0 to 1000000000',
        'priority-classes: not a priority for b, got 0.5; use a whole number from 0 to 1000000000',
        "priority-classes: a class of Kubernetes' own, got system-shop; choose a name without system-",
        'priority-classes: several classes by default, got b, system-shop; leave it to one',
      ].join('\n'),
    );
  });
});
