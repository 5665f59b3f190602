import type { Cluster } from '../../lib/cluster';
import type { Tally } from '../tally';
import { fiveHetznerPools } from './hetzner-clusters';
import { apply, compare, comparePlanWithNothing, onBench, type Bench } from './lifecycle';
import { changes, destroyed, moved, type Plan } from './plan';
import { jsonOf, stackFiles } from './stack-file';
import { fiveVspherePools } from './vsphere-clusters';

const second = 'workers-2';

/** The record without its second pool of workers. */
function withoutSecond<Pool>(pools: Readonly<Record<string, Pool>>): Record<string, Pool> {
  return Object.fromEntries(Object.entries(pools).filter(([name]) => name !== second));
}

/** The record with its second pool of workers under another name, as the definition says that it had this one before. */
function withSecondRenamed<Pool extends object>(pools: Readonly<Record<string, Pool>>): Record<string, Pool> {
  return Object.fromEntries(
    Object.entries(pools).map(([name, pool]) =>
      name === second ? ['renamed', { ...pool, renamedFrom: name }] : [name, pool],
    ),
  );
}

/** Pools that leave or change their names, on machines that are there. */
export async function stableIdentity(tally: Tally): Promise<void> {
  const definitions = [
    [fiveVspherePools(), fiveVspherePools(withoutSecond), fiveVspherePools(withSecondRenamed)],
    [fiveHetznerPools(), fiveHetznerPools(withoutSecond), fiveHetznerPools(withSecondRenamed)],
  ] as const;
  for (const [five, four, renamed] of definitions) {
    await onBench(tally, five, async (bench) => {
      if (!(await apply(bench))) return;
      await removal(bench, four);
      await rename(bench, renamed);
    });
  }
}

/** Only what is the pool's own goes; the plan is not applied. */
async function removal({ workspace, site, tally, cluster, name }: Bench, four: Cluster): Promise<void> {
  workspace.write(stackOf(four), site.override);
  const { plan = {}, output } = await workspace.plan();
  const gone = machinesOf(cluster, second);
  const wrong = destroyed(plan).filter(
    (address) => !gone.some((machine) => address.includes(machine)) && !isOfPool(address),
  );
  const others = [...changes(plan)].filter(([, action]) => action !== 'delete');
  const missing = gone.filter((machine) => !destroyed(plan).some((address) => address.endsWith(`.${machine}`)));
  const held = missing.length === 0 && wrong.length === 0 && others.length === 0;
  tally.check(`${name}: the second of five pools leaves alone`, held, () =>
    JSON.stringify({ wrong, others, missing, changes: [...changes(plan)], output }, undefined, 1),
  );
}

/** Machines move to their new addresses and get their new names, and nothing is destroyed; the plan is applied. */
async function rename(bench: Bench, renamed: Cluster): Promise<void> {
  const { workspace, site, tally, name } = bench;
  workspace.write(stackOf(renamed), site.override);
  const { plan = {}, output } = await workspace.plan();
  tally.check(`${name}: a renamed pool destroys nothing`, destroyed(plan).length === 0, () => output);
  const missing = machinesOf(renamed, 'renamed').filter((machine) => !movedTo(plan, machine));
  tally.check(`${name}: its machines move`, missing.length === 0, () => `${missing.join(', ')}\n${output}`);
  if (!(await apply(bench))) return;
  await comparePlanWithNothing(bench, 'the plan after a renaming');
  compare(bench, 'what is built equals the definition with the renamed pool', site.found(), site.expected(renamed));
}

function movedTo(plan: Plan, machine: string): boolean {
  return moved(plan).some((address) => address.endsWith(`.${machine}`));
}

/** What belongs to a pool and to none of its machines, such as a placement group. */
function isOfPool(address: string): boolean {
  return address.includes(`-${second}`);
}

function machinesOf(cluster: Cluster, pool: string): string[] {
  return cluster.pools.filter(({ name }) => name === pool).flatMap(({ machines }) => machines.map(({ name }) => name));
}

function stackOf(cluster: Cluster) {
  const [file] = stackFiles(cluster);
  if (file === undefined) throw new Error(`no stack, got none for ${cluster.id}`);
  return jsonOf(file);
}
