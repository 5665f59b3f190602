import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A lock as Terraform asks for it. Source: Terraform documentation, backend `http`; Go package `statemgr`, `LockInfo`. */
interface Lock {
  readonly ID: string;
  readonly Operation?: string;
}

/** A server of states on loopback, in the form of GitLab's: a state for each name, and a lock below it. */
export interface StateServer {
  readonly address: string;
  /** Credentials, as users give them to Terraform. */
  readonly env: Readonly<Record<string, string>>;
  /** The states by name, as they were last written. */
  readonly states: ReadonlyMap<string, string>;
  /** What was asked for, in order, e.g. `lock test-edge-machines`. */
  readonly log: readonly string[];
  /** Locks a state for somebody else. */
  lock(name: string, id: string): void;
  unlock(name: string): void;
  close(): Promise<void>;
}

/** Starts one that is empty. */
export async function listenForStates(): Promise<StateServer> {
  const states = new Map<string, string>();
  const locks = new Map<string, Lock>();
  const log: string[] = [];
  const password = 'a-password-of-nobody';
  const expected = `Basic ${Buffer.from(`terraform:${password}`).toString('base64')}`;

  /** Status and text of an answer. */
  const answer = (request: IncomingMessage, body: string): readonly [status: number, text?: string] => {
    if (request.headers.authorization !== expected) return [401];
    const url = new URL(request.url ?? '', 'http://localhost');
    const [, name = '', below] = /^\/states\/([^/]+)(\/lock)?$/.exec(url.pathname) ?? [];
    const held = locks.get(name);
    if (below !== undefined) {
      const lock = JSON.parse(body) as Lock;
      const mine = held === undefined || held.ID === lock.ID;
      log.push(`${mine ? '' : 'refused '}${request.method === 'POST' ? 'lock' : 'unlock'} ${name}`);
      if (!mine) return [423, JSON.stringify(held)];
      if (request.method === 'POST') locks.set(name, lock);
      else locks.delete(name);
      return [200];
    }
    switch (request.method) {
      case 'GET': {
        const state = states.get(name);
        return state === undefined ? [404] : [200, state];
      }
      case 'POST':
        // only who holds the lock writes
        log.push(`write ${name}`);
        if (held?.ID === undefined || url.searchParams.get('ID') !== held.ID) return [409];
        states.set(name, body);
        return [200];
      default:
        return [405];
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, text] = answer(request, Buffer.concat(chunks).toString('utf8'));
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/states`,
    env: { TF_HTTP_USERNAME: 'terraform', TF_HTTP_PASSWORD: password },
    states,
    log,
    lock: (name, id) => {
      locks.set(name, { ID: id, Operation: 'OperationTypeApply' });
    },
    unlock: (name) => {
      locks.delete(name);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
