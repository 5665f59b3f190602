import { defineCluster, httpState, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import type { Tally } from '../tally';
import { asDefinition } from './definition';
import { hetznerReference } from './hetzner-clusters';
import { apply, compare, comparePlanWithNothing, onBench, type Bench } from './lifecycle';
import { listenForStates, type StateServer } from './state-server';
import { openTofu, terraformProgram } from './terraform';

const stack = (cluster: Cluster) => `${cluster.group}-${cluster.name}-foundation`;

/** A state that stands behind HTTP: written there and nowhere else, locked while it is worked on, and a lock of others honoured. */
export async function remoteState(tally: Tally): Promise<void> {
  for (const program of new Set([terraformProgram(), openTofu()])) {
    const server = await listenForStates();
    try {
      const work = (bench: Bench) => onRemoteState(bench, server);
      await onBench(tally, clusterAt(server.address), work, { program, env: server.env });
    } finally {
      await server.close();
    }
  }
}

function clusterAt(address: string): Cluster {
  const definition = asDefinition(hetznerReference);
  const machines = definition.machines as Extract<ClusterDefinition['machines'], { kind: 'hetzner' }>;
  return defineCluster({ ...definition, machines: { ...machines, state: httpState({ address }) } });
}

async function onRemoteState(bench: Bench, server: StateServer): Promise<void> {
  const { cluster, tally, workspace } = bench;
  const state = stack(cluster);
  const name = `${bench.name}, state over http, ${workspace.programName}`;
  const check = (what: string, held: boolean, detail: () => string) => {
    tally.check(`${name}: ${what}`, held, detail);
  };
  if (!(await apply(bench))) return;
  check('the state of the stack is written', resources(server, state) > 0, () => [...server.states.keys()].join(', '));
  check('no other state is written', server.states.size === 1, () => [...server.states.keys()].join(', '));
  check('no state is left on disk', workspace.stateFiles().length === 0, () => workspace.stateFiles().join(', '));
  const writes = server.log.filter((line) => line === `write ${state}`).length;
  check('it was locked before each write', writes > 0 && locksEnclose(server.log, state), () => server.log.join('; '));

  await comparePlanWithNothing(bench, 'second plan with the remote state');

  server.lock(state, 'a-lock-of-somebody-else');
  const before = server.states.get(state);
  const refused = await workspace.run('apply', '-auto-approve', '-input=false', '-lock-timeout=0s');
  check(
    'a lock of somebody else is honoured, and named',
    refused.status === 1 && refused.output.includes('a-lock-of-somebody-else'),
    () => refused.output,
  );
  compare({ tally, name }, 'the locked state is as it was', server.states.get(state), before);
  server.unlock(state);

  if (workspace.isGuarded()) workspace.unprotect(bench.site.override);
  const destroyed = await workspace.run('destroy', '-auto-approve', '-input=false');
  check('destroy', destroyed.status === 0, () => destroyed.output);
  check('nothing is left in the state', resources(server, state) === 0, () => server.states.get(state) ?? '');
}

/** Number of resources that a state holds, data sources aside. */
function resources({ states }: StateServer, name: string): number {
  const text = states.get(name);
  if (text === undefined) return 0;
  const { resources: all } = JSON.parse(text) as { readonly resources: readonly { readonly mode: string }[] };
  return all.filter(({ mode }) => mode === 'managed').length;
}

/** Whether each write stands between a lock and its release. */
function locksEnclose(log: readonly string[], name: string): boolean {
  let locked = false;
  for (const line of log) {
    if (line === `lock ${name}`) locked = true;
    else if (line === `unlock ${name}`) locked = false;
    else if (line === `write ${name}` && !locked) return false;
  }
  return !locked;
}
