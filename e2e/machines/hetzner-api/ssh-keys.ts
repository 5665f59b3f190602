import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidInput, uniquenessError } from './api-error';
import { labelsShape, nameShape, requireFreeName } from './naming-rules';
import { resourceRoutes } from './resource-routes';
import { bodyOf, type Route } from './route';
import { created, type SshKey, type State } from './state';

const createShape = z.strictObject({ name: nameShape, public_key: z.string(), labels: labelsShape });

function sshKeyReply(_: State, { id, name, labels, publicKey, fingerprint }: SshKey) {
  return { id, name, labels, public_key: publicKey, fingerprint, created };
}

export const sshKeyRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/ssh_keys',
    handle: (call) => {
      const { state } = call;
      const { name, public_key, labels = {} } = bodyOf(call, createShape);
      requireFreeName(state.sshKeys.values(), 'ssh_key', name);
      const [kind = '', blob = ''] = public_key.split(' ');
      if (!/^(ssh|ecdsa)-/.test(kind) || blob === '') throw invalidInput('public_key', 'not an OpenSSH public key');
      const fingerprint = (createHash('md5').update(Buffer.from(blob, 'base64')).digest('hex').match(/../g) ?? []).join(
        ':',
      );
      if ([...state.sshKeys.values()].some((each) => each.fingerprint === fingerprint))
        throw uniquenessError('ssh_key', 'fingerprint');
      const key: SshKey = { id: state.nextId(), name, labels, publicKey: public_key, fingerprint };
      state.sshKeys.set(key.id, key);
      return { ssh_key: sshKeyReply(state, key) };
    },
  },
  ...resourceRoutes({
    plural: 'ssh_keys',
    singular: 'ssh_key',
    all: (state) => state.sshKeys,
    reply: sshKeyReply,
    filter: ({ fingerprint }, query) => !query.has('fingerprint') || query.get('fingerprint') === fingerprint,
  }),
];
