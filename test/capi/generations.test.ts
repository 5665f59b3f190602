import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../lib/artifact';
import { keepPrevious } from '../../lib/capi';
import { hetzner, type Cluster } from '../../lib/cluster';
import { hetznerManaged, hetznerPools, newProviders, oldProviders } from '../support/clusters-capi-pools';
import { clusterApiObjects } from '../support/cluster-api-objects';

type Objects = readonly KubernetesObject[];

const types = ['cx33', 'cx43', 'cx53'] as const;

/** `cluster.yaml` with a control plane of a server type, under either version of the core. */
function made(type: (typeof types)[number], providers = oldProviders): Objects {
  const pools = { control: hetzner.controlPlane({ count: 3, type, location: 'nbg1' }) };
  return clusterApiObjects(hetznerManaged({ pools, providers })).get('cluster.yaml')!;
}
const files = new Map(types.map((type) => [type, made(type)]));

function workers(cluster: Cluster): Objects {
  return clusterApiObjects(cluster).get('workers.yaml') ?? [];
}

const templates = (objects: Objects) =>
  objects.filter(({ kind }) => kind === 'HCloudMachineTemplate').map(({ metadata }) => metadata.name);
const nameOf = (type: (typeof types)[number]) => templates(files.get(type)!)[0]!;

describe('the generation before', () => {
  it('stays when the reference moves, and goes when it moves again', () => {
    const [a, b, c] = types.map((type) => files.get(type)!);
    const second = keepPrevious(a!, b!);
    expect(templates(second)).toEqual([nameOf('cx43'), nameOf('cx33')]);
    expect(templates(keepPrevious(second, c!))).toEqual([nameOf('cx53'), nameOf('cx43')]);
  });

  it('stays while nothing moves, byte for byte', () => {
    const kept = keepPrevious(files.get('cx33')!, files.get('cx43')!);
    expect(keepPrevious(kept, files.get('cx43')!)).toEqual(kept);
  });

  it('changes places with its successor when a change is taken back', () => {
    const there = keepPrevious(files.get('cx33')!, files.get('cx43')!);
    expect(templates(keepPrevious(there, files.get('cx33')!))).toEqual([nameOf('cx33'), nameOf('cx43')]);
  });

  it('is none in a tree that is new', () => {
    expect(keepPrevious([], files.get('cx33')!)).toEqual(files.get('cx33'));
  });

  it('is found through references of either version of Cluster API', () => {
    const upgraded = keepPrevious(files.get('cx33')!, made('cx43', newProviders));
    expect(templates(upgraded)).toEqual([nameOf('cx43'), nameOf('cx33')]);
    expect(templates(keepPrevious(upgraded, made('cx43', newProviders)))).toEqual(templates(upgraded));
  });

  it('takes over a template that was named by hand, and keeps it as long', () => {
    const byHand = files
      .get('cx33')!
      .map(
        (object) => JSON.parse(JSON.stringify(object).replaceAll(nameOf('cx33'), 'fleet-control')) as KubernetesObject,
      );
    const kept = keepPrevious(byHand, files.get('cx43')!);
    expect(templates(kept)).toEqual([nameOf('cx43'), 'fleet-control']);
    expect(keepPrevious(kept, files.get('cx43')!)).toEqual(kept);
  });

  it('is kept once for all deployments of a pool, and goes with the pool', () => {
    const { web, ...others } = hetznerPools;
    const before = workers(hetznerManaged());
    const after = workers(hetznerManaged({ pools: { ...others, web: { ...web, type: 'cx53' } } }));
    const kept = keepPrevious(before, after);
    expect(kept).toHaveLength(after.length + 1);
    const without = workers(hetznerManaged({ pools: others }));
    expect(keepPrevious(kept, without)).toEqual(without);
  });

  it('belongs to one pool, whatever pools are called alike', () => {
    const pools = { ...hetznerPools, 'web-2': { ...hetznerPools.web, spread: false } };
    const before = workers(hetznerManaged({ pools }));
    const after = workers(hetznerManaged({ pools: { ...pools, 'web-2': { ...pools['web-2'], type: 'cx53' } } }));
    expect(
      keepPrevious(before, after)
        .slice(after.length)
        .map(({ metadata }) => metadata.name),
    ).toEqual([expect.stringMatching(/^fleet-web-2-[0-9a-f]{8}$/)]);
  });

  it('is one at most, after any changes, and synthesis of its own output changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { minLength: 1 }), (history) => {
        let tree: Objects = [];
        let last: (typeof types)[number] | undefined;
        for (const type of history) {
          const next = keepPrevious(tree, files.get(type)!);
          const expected =
            type === last ? templates(tree) : [nameOf(type), ...(last === undefined ? [] : [nameOf(last)])];
          expect(templates(next)).toEqual(expected);
          expect(keepPrevious(next, files.get(type)!)).toEqual(next);
          tree = next;
          last = type;
        }
      }),
    );
  });
});
