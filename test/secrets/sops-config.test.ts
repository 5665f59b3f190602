import { beforeAll, describe, expect, it } from 'vitest';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { parseSopsConfig, ruleFor, SopsConfigError } from '../../lib/secrets/sops/config';
import { formatInputDigests, parseInputDigests, stalenessDigest } from '../../lib/secrets/sops/staleness';

let one: string;
let two: string;
beforeAll(async () => {
  one = await recipientOf(await generateIdentity());
  two = await recipientOf(await generateIdentity());
});

describe('.sops.yaml', () => {
  it('gives the first rule that matches anywhere in the path', () => {
    const config = parseSopsConfig(`creation_rules:
  - path_regex: \\.sops\\.yaml$
    age: "${one}, ${two},"
    encrypted_regex: ^(data|stringData)$
    mac_only_encrypted: true
  - age: [${two}]
stores: {yaml: {indent: 2}}
`);
    expect(ruleFor(config, 'a/b.sops.yaml')).toMatchObject({
      readers: { groups: [[one, two]] },
      rule: { select: { encryptedRegex: '^(data|stringData)$' }, macOnlyEncrypted: true },
    });
    expect(ruleFor(config, 'a/b.yaml').readers.groups).toEqual([[two]]);
    expect(config.yamlIndent).toBe(2);
  });

  it('merges key groups', () => {
    const config = parseSopsConfig(`creation_rules:
  - shamir_threshold: 2
    key_groups: [{merge: [{age: [${one}]}], age: [${two}, ${one}]}, {age: [${two}]}]
`);
    expect(ruleFor(config, 'x').readers).toEqual({ groups: [[one, two], [two]], threshold: 2 });
  });

  it('fails with every problem', () => {
    const text = `creation_rules:\n  - {path_regex: "(?!x)", age: age1x}\n  - {encrypted_regex: "(", unencrypted_suffix: a}\n`;
    const message =
      /\[0\]: not a regular expression.*\n.*\[0\]: not an age recipient.*\n.*\[1\]: not a regular.*\n.*\[1\]: 2 selectors/;
    expect(() => parseSopsConfig(text)).toThrow(message);
    expect(() => parseSopsConfig('creation_rules: [{encrypted_regx: a}]')).toThrow(
      /got encrypted_regx; perhaps encrypted_regex/,
    );
    expect(() => parseSopsConfig('creation_rules: {}')).toThrow(SopsConfigError);
  });

  it('fails where no rule is for a file, or one that asks for other keys', () => {
    const config = parseSopsConfig(`creation_rules: [{path_regex: ^a$, pgp: ABCD}, {path_regex: ^b$}]`);
    expect(() => ruleFor(config, 'dir/c')).toThrow(
      /dir\/c: no rule .* got path_regex \^a\$, \^b\$; add a creation rule/,
    );
    expect(() => ruleFor(config, 'a')).toThrow(/asks for pgp/);
    expect(() => ruleFor(config, 'b')).toThrow(/without an age recipient/);
  });
});

describe('the digest of what a file was made from', () => {
  const bytes = (...texts: string[]) => texts.map((text) => Buffer.from(text));

  it('differs with every input and its place', () => {
    const digests = [
      { publicInputs: bytes('a', 'b'), ciphertexts: [] },
      { publicInputs: bytes('ab'), ciphertexts: [] },
      { publicInputs: bytes('a'), ciphertexts: bytes('b') },
      { publicInputs: bytes('b', 'a'), ciphertexts: [] },
      { publicInputs: [], ciphertexts: [] },
    ].map(stalenessDigest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests[4]).toBe('e608e761eac116a4bc54778e7344f5a5ffcc296749c10ff3c6505684bf7d15d8');
  });

  it('is kept in a list that reads back', () => {
    const digest = stalenessDigest({ publicInputs: [], ciphertexts: [] });
    const digests = {
      owner: 'group/one',
      files: new Map([
        ['b', digest],
        ['a c', digest],
      ]),
    };
    const text = formatInputDigests(digests);
    expect(text).toBe(`# plinth inputs 1: group/one\n${digest}  a c\n${digest}  b\n`);
    expect(parseInputDigests(text)).toEqual(digests);
    expect(() => parseInputDigests(`${text}what\n`)).toThrow(/line 4/);
    expect(() => parseInputDigests('')).toThrow(/line 1/);
  });
});
