import { describe, expect, it } from 'vitest';
import { isSealed } from '../../lib/artifact';

describe('isSealed', () => {
  it('takes the MAC of SOPS for the seal', () => {
    expect(isSealed({ kind: 'Secret', sops: { mac: 'ENC[AES256_GCM,data:AA==]' } })).toBe(true);
  });

  it.each([
    ['no block of SOPS', { kind: 'Secret' }],
    ['a block without a MAC', { sops: { age: [] } }],
    ['a MAC that is no text', { sops: { mac: 1 } }],
    ['a block that is nothing', { sops: null }],
    ['a list of blocks', { sops: [{ mac: 'x' }] }],
    ['a list', [{ sops: { mac: 'x' } }]],
    ['a text', 'sops'],
    ['nothing', null],
  ])('fails a document with %s', (_, document) => {
    expect(isSealed(document)).toBe(false);
  });
});
