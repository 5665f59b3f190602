import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../lib/review';

const pem = ['-----BEGIN PRIVATE', 'KEY-----\nMC4CAQ\n-----END PRIVATE', 'KEY-----\n'].join(' ');

/** Everything that a comparison of one value with nothing says. */
function shown(value: unknown): string {
  return JSON.stringify([
    ...fieldChanges({}, { value }),
    ...fieldChanges({ value }, {}),
    ...fieldChanges({ value: 'x' }, { value }),
  ]);
}

describe('secrets in a comparison', () => {
  it('shows a ciphertext as encrypted', () => {
    const before = { data: { token: 'ENC[AES256_GCM,data:aaa,tag:x,type:str]' } };
    const after = { data: { token: 'ENC[AES256_GCM,data:bbb,tag:y,type:str]' } };
    expect(fieldChanges(before, after)).toEqual([
      { path: 'data.token', change: 'changed', before: '«encrypted»', after: '«encrypted»' },
    ]);
  });

  it('hides all data of a Secret, also of one inside a string', () => {
    const secret = (value: string) => ({ kind: 'Secret', stringData: { address: value, nested: 'a: b\n' } });
    expect(fieldChanges(secret('one'), secret('two'))).toEqual([
      { path: 'stringData.address', change: 'changed', before: '«hidden»', after: '«hidden»' },
    ]);
    const inside = (value: string) => ({ data: { 's.yaml': `kind: Secret\nstringData:\n  address: ${value}\n` } });
    expect(JSON.stringify(fieldChanges(inside('one'), inside('two')))).not.toMatch(/one|two/);
  });

  it.each([
    ['a private key', pem],
    ['a private key in base64', Buffer.from(pem).toString('base64')],
    ['an age identity', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`],
    ['a password by its key', { db: { password: 'correct horse' } }],
    ['a token among other words', { hcloudToken: 'correct horse' }],
    ['a key deep in an added list', { list: [{ secretAccessKey: 'correct horse' }] }],
    ['a line of an environment file', 'A=1\nDB_PASSWORD=correct horse\n'],
    ['values with a password in them', 'db:\n  password: correct horse\n'],
  ])('hides %s', (_what, value) => {
    expect(shown(value)).toContain('«hidden»');
    expect(shown(value)).not.toMatch(/correct horse|MC4CAQ|QQQQ|TUM0Q0FR/);
  });

  it.each([
    ['the name of a Secret', { passwordSecretName: 'db-password', secretRef: { name: 'hetzner' } }],
    ['a reference to a variable', { password: '${var.vsphere_password}' }],
    ['a flag', { automountServiceAccountToken: false }],
    ['a script that reads a token', 'set -e\ntoken=$(cat /run/token)\n'],
  ])('does not hide %s', (_what, value) => {
    expect(shown(value)).not.toContain('«hidden»');
  });
});
