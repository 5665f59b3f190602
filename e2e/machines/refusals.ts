import { hetznerLimits } from '../../lib/cluster';
import type { Tally } from '../tally';
import { listen, type HetznerApi } from './hetzner-api/listen';
import { refusalTable, serverBody, type ProjectIds } from './refusal-table';

interface Answer {
  readonly status: number;
  readonly body: {
    readonly error?: { readonly code: string; readonly message: string; readonly details?: unknown };
  } & Readonly<Record<string, { readonly id: number } | undefined>>;
}

/**
 * That the in-memory API refuses what Hetzner refuses, in its words: it would prove nothing of a stack if it took whatever
 * it is given.
 */
export async function refusals(tally: Tally): Promise<void> {
  const api = await listen();
  try {
    const ids = await project(api);
    for (const { name, path, body, status, code } of refusalTable(ids)) {
      const before = JSON.stringify([...api.state.servers.values()]);
      const answer = await post(api, path, body);
      const held = answer.status === status && answer.body.error?.code === code;
      tally.check(`api refuses ${name}`, held, () => JSON.stringify(answer));
      tally.check(
        `api keeps nothing of ${name}`,
        JSON.stringify([...api.state.servers.values()]) === before,
        () => 'state changed',
      );
    }
    await atLimits(api, ids, tally);
    const stranger = await post({ ...api, token: 'wrong' }, '/servers', {});
    tally.check('api refuses a wrong token', stranger.status === 401, () => JSON.stringify(stranger));
  } finally {
    await api.close();
  }
}

/** A project with one of each kind. */
async function project(api: HetznerApi): Promise<ProjectIds> {
  const image = api.state.nextId();
  api.state.images.set(image, {
    id: image,
    name: 'talos',
    labels: {},
    type: 'snapshot',
    architecture: 'x86',
    disk: 40,
  });
  const subnets = [{ type: 'cloud', ip_range: '10.0.1.0/24', network_zone: 'eu-central' }];
  const network = await made(api, 'network', '/networks', { name: 'one', ip_range: '10.0.0.0/16', subnets });
  const group = await made(api, 'placement_group', '/placement_groups', { name: 'one', type: 'spread' });
  const server = await made(api, 'server', '/servers', serverBody('one', image));
  await settle(api);
  const balancer = await made(api, 'load_balancer', '/load_balancers', {
    name: 'one',
    load_balancer_type: 'lb11',
    location: 'nbg1',
  });
  return { network, group, server, balancer, image };
}

/** The eleventh server of a group, the server after the last that a network holds, and one that is still busy. */
async function atLimits(api: HetznerApi, { group, network, image }: ProjectIds, tally: Tally): Promise<void> {
  const grouped: Answer[] = [];
  for (let number = 0; number <= hetznerLimits.placementGroup; number += 1)
    grouped.push(
      await post(api, '/servers', { ...serverBody(`grouped-${String(number)}`, image), placement_group: group }),
    );
  const codes = grouped.map(({ body }) => body.error?.code);
  tally.check(
    'api takes ten servers into a spread group, and refuses the eleventh',
    codes.slice(0, -1).every((code) => code === undefined) && codes.at(-1) === 'placement_error',
    () => JSON.stringify(codes),
  );

  const attached: Answer[] = [];
  for (let number = 0; number <= hetznerLimits.networkMembers; number += 1)
    attached.push(
      await post(api, '/servers', { ...serverBody(`attached-${String(number)}`, image), networks: [network] }),
    );
  tally.check(
    'api attaches a hundred servers to a network, and refuses one more',
    attached.slice(0, -1).every(({ status }) => status === 201) &&
      attached.at(-1)?.body.error?.code === 'resource_limit_exceeded',
    () => JSON.stringify(attached.map(({ status }) => status)),
  );

  const busy = await made(api, 'server', '/servers', serverBody('busy', image));
  const early = await post(api, `/servers/${String(busy)}/actions/poweroff`, {});
  tally.check('api locks a server while an action runs', early.body.error?.code === 'locked', () =>
    JSON.stringify(early),
  );
  await settle(api);
  const late = await post(api, `/servers/${String(busy)}/actions/poweroff`, {});
  tally.check('api takes an action once the one before is over', late.status === 201, () => JSON.stringify(late));
}

async function made(api: HetznerApi, kind: string, path: string, body: object): Promise<number> {
  const answer = await post(api, path, body);
  const id = answer.body[kind]?.id;
  if (id === undefined) throw new Error(`the API refuses its own test project, got ${JSON.stringify(answer)}`);
  return id;
}

/** Asks for all actions, which ends them. */
async function settle({ endpoint, token, state }: HetznerApi): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const most = state.servers.size * 3;
  for (let id = 1; id <= most; id += 1) await fetch(`${endpoint}/actions/${String(id)}`, { headers });
}

async function post({ endpoint, token }: HetznerApi, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${endpoint}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
