import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Actions } from './actions';
import { ApiError, notFound } from './api-error';
import { catalogueRoutes } from './catalogue';
import { firewallRoutes } from './firewalls';
import { imageRoutes } from './images';
import { page } from './listing';
import { loadBalancerRoutes } from './load-balancers';
import { networkRoutes } from './networks';
import { placementGroupRoutes } from './placement-groups';
import { primaryIpRoutes } from './primary-ips';
import type { Call, Route } from './route';
import { serverRoutes } from './server-routes';
import { sshKeyRoutes } from './ssh-keys';
import { State } from './state';
import { volumeRoutes } from './volumes';
import { zoneRoutes } from './zones';

const actionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/actions',
    handle: ({ actions, query }) =>
      page(
        'actions',
        query.getAll('id').map((id) => actions.poll(Number(id))),
        query,
      ),
  },
  { method: 'GET', path: '/actions/:id', handle: ({ actions, id }) => ({ action: actions.poll(id) }) },
];

const routes: readonly Route[] = [
  ...actionRoutes,
  ...catalogueRoutes,
  ...firewallRoutes,
  ...imageRoutes,
  ...loadBalancerRoutes,
  ...networkRoutes,
  ...placementGroupRoutes,
  ...primaryIpRoutes,
  ...serverRoutes,
  ...sshKeyRoutes,
  ...volumeRoutes,
  ...zoneRoutes,
];

/** A Hetzner Cloud API of one project that lives in memory, on loopback, until it is closed. */
export interface HetznerApi {
  readonly endpoint: string;
  /** The only token that it accepts. */
  readonly token: string;
  readonly state: State;
  /** Requests that it has no answer for: what this test API does not know yet. */
  readonly unknown: readonly string[];
  close(): Promise<void>;
}

const prefix = '/v1';

/** Starts the API on a free port. */
export async function listen(): Promise<HetznerApi> {
  const state = new State();
  const actions = new Actions();
  const unknown: string[] = [];
  // the provider checks the length
  const token = 'in-memory-hetzner-api-of-the-test-'.padEnd(64, '0');
  const server = createServer((request, response) => {
    void answer(request, { state, actions, token, unknown }).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => closed(server);
  return { endpoint: `http://127.0.0.1:${String(port)}${prefix}`, token, state, unknown, close };
}

interface Project {
  readonly state: State;
  readonly actions: Actions;
  readonly token: string;
  readonly unknown: string[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answer(request: IncomingMessage, project: Project): Promise<Answer> {
  try {
    if (request.headers.authorization !== `Bearer ${project.token}`)
      throw new ApiError(401, 'unauthorized', 'unable to authenticate');
    const body = await jsonOf(request);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const found = match(request.method ?? 'GET', url.pathname);
    if (found === undefined) {
      project.unknown.push(`${request.method ?? ''} ${url.pathname}`);
      throw notFound('route', url.pathname);
    }
    const { state, actions } = project;
    const call: Call = { state, actions, id: found.id, names: found.names, query: url.searchParams, body };
    const reply = found.route.handle(call);
    const made = request.method === 'POST' ? 201 : 200;
    return { status: reply === undefined ? 204 : made, body: reply };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body() };
    const { stack } = error as Error;
    console.error(`in-memory Hetzner API: ${stack ?? String(error)}`);
    return { status: 500, body: new ApiError(500, 'server_error', String(error)).body() };
  }
}

interface Match {
  readonly route: Route;
  readonly id: number;
  readonly names: Readonly<Record<string, string>>;
}

function match(method: string, path: string): Match | undefined {
  for (const route of routes) {
    const pattern = route.path.replaceAll(
      /:(\w+)/g,
      (_, name: string) => `(?<${name}>${name === 'id' ? '\\d+' : '[^/]+'})`,
    );
    const found = route.method === method ? new RegExp(`^${prefix}${pattern}$`).exec(path) : null;
    if (found !== null) return { route, id: Number(found.groups?.id ?? 0), names: found.groups ?? {} };
  }
  return undefined;
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError(400, 'json_error', 'invalid JSON in request');
  }
}

function closed(server: HttpServer): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}
