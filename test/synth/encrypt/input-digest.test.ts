import { describe, expect, it } from 'vitest';
import { inputDigest } from '../../../lib/synth/encrypt/input-digest';

describe('the digest of what a file was made from', () => {
  it('differs with every input and its place', () => {
    const digests = [
      { publicInputs: ['a', 'b'], ciphertexts: [] },
      { publicInputs: ['ab'], ciphertexts: [] },
      { publicInputs: ['a'], ciphertexts: ['b'] },
      { publicInputs: ['b', 'a'], ciphertexts: [] },
      { publicInputs: [], ciphertexts: [] },
    ].map(inputDigest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests[4]).toBe('e608e761eac116a4bc54778e7344f5a5ffcc296749c10ff3c6505684bf7d15d8');
  });
});
