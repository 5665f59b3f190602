import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { readEncrypted } from '../../lib/secrets/sops/decrypt';
import { updateReaders } from '../../lib/secrets/sops/encrypt';
import { SopsError } from '../../lib/secrets/sops/error';
import { decryptWith, decryptYaml, plainText, recipientsOf } from '../../lib/secrets/sops/open';
import { readYaml } from '../../lib/secrets/sops/read-yaml';
import { unlock } from '../../lib/secrets/sops/unlock';
import { keeper, NOW, seeded, type Keeper } from './sops-fixture';
import { listCommentCase, randomCase } from './sops-random-yaml';
import { withoutComments } from './sops-values';

const TEXT = `# header
secret: hunter2
count: 0644
nested:
  # about the list
  list: [a, b, {c: yes}]
  empty: ''
  nothing: ~
plain_unencrypted: 2024-01-01
---
second: [1.5, true]
`;

let own: Keeper;
beforeAll(async () => {
  own = await keeper();
});

describe('a file encrypted for age', () => {
  it('reads back in the types of go-yaml', async () => {
    const encrypted = await own.encrypt(TEXT);
    expect(encrypted).not.toMatch(/hunter2|header/);
    expect(plainText(await own.open(encrypted))).toBe(`# header
secret: hunter2
count: 420
nested:
    # about the list
    list:
        - a
        - b
        - c: "yes"
    empty: ""
    nothing: null
plain_unencrypted: 2024-01-01T00:00:00Z
---
second:
    - 1.5
    - true
`);
  });

  it('ends every document with the metadata, keys in alphabetical order', async () => {
    const encrypted = await own.encrypt(TEXT, { rule: { macOnlyEncrypted: true } });
    const blocks = encrypted.split(/^---\n/m).map((document) => document.slice(document.indexOf('sops:\n')));
    expect(blocks[0]).toBe(blocks[1]);
    expect([...(blocks[0] ?? '').matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key)).toEqual([
      'age',
      'lastmodified',
      'mac',
      'mac_only_encrypted',
      'unencrypted_suffix',
      'version',
    ]);
    expect(blocks[0]).toContain('lastmodified: "2026-11-21T12:00:00Z"');
    expect(blocks[0]).toContain(`recipient: ${own.recipient}`);
  });

  it('keeps values and comments of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(randomCase, listCommentCase), async ({ text, rule }) => {
        const wanted = readYaml(text);
        const opened = await own.open(await own.encrypt(text, { rule }));
        expect(opened.plain.map(withoutComments)).toEqual(wanted.map(withoutComments));
      }),
      { numRuns: 60 },
    );
  });

  it('is read in the layouts of older releases', async () => {
    const encrypted = await own.encrypt('a: 1\n', { rule: { select: { encryptedRegex: '^a$' } } });
    const [body = '', block = ''] = encrypted.split('sops:\n');
    const field = (name: string) => new RegExp(`^ {4}${name}:.*\\n(?: {5}.*\\n)*`, 'm').exec(block)?.[0] ?? '';
    const names = ['age', 'lastmodified', 'mac', 'encrypted_regex', 'version'];
    const ordered = names.map(field).join('');
    const old = `    kms: []\n    gcp_kms: []\n    azure_kv: []\n    hc_vault: []\n${names.slice(0, 3).map(field).join('')}    pgp: []\n${names.slice(3).map(field).join('')}`;
    for (const metadata of [ordered, old]) {
      expect(metadata.length).toBeGreaterThanOrEqual(block.length);
      expect(plainText(await own.open(`${body}sops:\n${metadata}`))).toBe('a: 1\n');
    }
  });

  it('uses the indentation that it is given', async () => {
    expect(await own.encrypt('a: {b: c}', { indent: 2 })).toMatch(/^a:\n {2}b: ENC/);
  });
});

describe('a file encrypted again', () => {
  it('is the same file when it says the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ text, rule }) => {
        const first = await own.encrypt(text, { rule });
        const later = { rule, previous: await own.open(first), random: seeded('later'), now: new Date('2027-01-01') };
        expect(await own.encrypt(text, later)).toBe(first);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the cipher text of every value that stayed, and its data key', async () => {
    const first = await own.encrypt('a: 1\nl: [x, y, x]\nb: old\n# note\nc: 3\n');
    const previous = await own.open(first);
    const second = await own.encrypt('a: 1\nl: [new, x, y, x]\nb: new\n# note\nc: 3\n', {
      previous,
      random: seeded('later'),
    });
    const lines = (text: string) => text.split('\n').filter((line) => /^(?:[ac]:|#| {4}- ENC)/.test(line));
    expect(lines(second)).toEqual(expect.arrayContaining(lines(first)));
    expect(lines(second)).toHaveLength(lines(first).length + 1);
    expect(second).not.toContain(/^b: (.*)$/m.exec(first)?.[1]);
    expect((await own.open(second)).dataKey).toEqual(previous.dataKey);
  });

  it('does not show that two new values are equal', async () => {
    const previous = await own.open(await own.encrypt('l: [x]'));
    const text = await own.encrypt('l: [x, x]', { previous, random: seeded('later') });
    const [first, second] = [...text.matchAll(/- (ENC.*)/g)].map(([, value]) => value);
    expect(first).not.toBe(second);
  });

  it('changes the keys only when it is for others', async () => {
    const other = await generateIdentity();
    const first = await own.encrypt(TEXT);
    const previous = await own.open(first);
    const readers = { groups: [[own.recipient, await recipientOf(other)]] };
    const both = await own.encrypt(TEXT, { readers, previous, now: new Date('2027-01-01') });
    const body = (text: string) => text.replaceAll(/^ {8}- enc: \|\n(?: {12}.*\n)+ {10}recipient: .*\n/gm, '');
    expect(body(both)).toBe(body(first));
    const file = readEncrypted(both);
    expect(Buffer.from(await unlock(file.metadata, [other]))).toEqual(Buffer.from(previous.dataKey));
    const back = await updateReaders(await own.open(both), {
      readers: { groups: [[own.recipient]] },
      random: seeded('x'),
    });
    expect(back).toBe(first);
  });
});

describe('key groups', () => {
  it('open with as many as the threshold asks for', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => generateIdentity()));
    const groups = await Promise.all(keys.map(async (key) => [await recipientOf(key)]));
    const encrypted = await own.encrypt(TEXT, { readers: { groups, threshold: 2 } });
    expect(encrypted).toContain('shamir_threshold: 2');
    const file = readEncrypted(encrypted);
    const dataKey = await unlock(file.metadata, keys.slice(0, 2));
    expect(await unlock(file.metadata, keys.slice(1))).toEqual(dataKey);
    await expect(unlock(file.metadata, keys.slice(2))).rejects.toThrow(/1 of the 2 key groups needed/);
    expect(recipientsOf(file)).toEqual(groups.flat());
  });
});

describe('a file that is refused', () => {
  const failure = async (text: string): Promise<SopsError> => {
    try {
      await own.open(text);
    } catch (error) {
      if (error instanceof SopsError) return error;
    }
    throw new Error('was accepted');
  };

  it('fails for a changed byte in any cipher text, and names its place', async () => {
    const encrypted = await own.encrypt(TEXT);
    const spots = [...encrypted.matchAll(/data:[^,]+|iv:[^,]+|tag:[^,]+/g)].map(({ index }) => index + 5);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...spots), async (at) => {
        const changed = encrypted.slice(0, at) + (encrypted.charAt(at) === 'A' ? 'B' : 'A') + encrypted.slice(at + 1);
        const error = await failure(changed);
        expect(error.problem).toBe('tampered');
        expect(error.message).not.toMatch(/hunter2|ENC\[/);
      }),
      { numRuns: 60 },
    );
    expect((await failure(encrypted.replace(/secret: ENC\[AES256_GCM,data:./, '$&/'))).path).toBe('secret');
  });

  it('fails for base64 that decodes to the same bytes', async () => {
    const encrypted = await own.encrypt('a: x');
    const changed = encrypted.replace(/(tag:[^=]*)(.)==/, (_, head: string, last: string) => {
      const next = String.fromCharCode(last.charCodeAt(0) + 1);
      return `${head.slice(0, -1)}${next}${last}==`;
    });
    expect((await failure(changed)).problem).toBe('tampered');
  });

  it.each([
    ['a readable value', (text: string) => text.replace('2024-01-01', '2024-01-02'), 'mac-mismatch'],
    ['a value in another place', (text: string) => text.replace(/^secret:/m, 'moved:'), 'tampered'],
    ['a value put in readable', (text: string) => text.replace(/^secret: .*$/m, 'secret: hunter3'), 'tampered'],
    ['a value left out', (text: string) => text.replace(/^secret: .*\n/m, ''), 'mac-mismatch'],
    ['no MAC', (text: string) => text.replaceAll(/^ {4}mac: .*\n/gm, ''), 'no-mac'],
    ['another time', (text: string) => text.replaceAll('T12:00:00Z', 'T12:00:01Z'), 'tampered'],
    ['another rule', (text: string) => text.replaceAll('suffix: _unencrypted', 'suffix: nested'), 'tampered'],
    ['no metadata', (text: string) => text.replaceAll(/^sops:\n(?: .*\n)*/gm, ''), 'not-encrypted'],
    ['no time', (text: string) => text.replaceAll(/^ {4}lastmodified: .*\n/gm, ''), 'bad-metadata'],
  ])('fails for %s', async (_, change, problem) => {
    expect((await failure(change(await own.encrypt(TEXT)))).problem).toBe(problem);
  });

  it('opens with the keys that are found for its readers, and asks for none where there is no file of SOPS', async () => {
    const asked: (readonly string[])[] = [];
    const keysFor = (recipients: readonly string[]) => {
      asked.push(recipients);
      return { identities: [own.identity], looked: [] };
    };
    const encrypted = await own.encrypt(TEXT);
    expect(plainText(await decryptWith(encrypted, keysFor))).toBe(plainText(await own.open(encrypted)));
    await expect(decryptWith(TEXT, keysFor)).rejects.toThrow(/no SOPS metadata/);
    expect(asked).toEqual([[own.recipient]]);
  });

  it('fails for other keys, with the recipients and where was looked', async () => {
    const encrypted = await own.encrypt(TEXT);
    const other = await generateIdentity();
    await expect(decryptYaml(encrypted, { identities: [other], looked: ['SOPS_AGE_KEY: 1 key'] })).rejects.toThrow(
      `none of 1 private keys fits, the file is for ${own.recipient}; give the age key of one of them; looked at SOPS_AGE_KEY: 1 key`,
    );
    await expect(decryptYaml(encrypted, { identities: [], looked: [] })).rejects.toThrow(/no private key found/);
  });

  it.each([
    ['sops: {}', /a key `sops` at the top level/],
    ['- a', /a document that is no mapping/],
    ['1: a', /a key that is no string/],
    ['a: 9223372036854775808', /a: an integer beyond 64 bits/],
    ['a: &x {b: *x}', /an alias that leads nowhere/],
    ['a: {<<: {b: c}}', /a merge key/],
    ['a: !custom b', /a: a tag that SOPS would lose/],
    ['a: "hunter2', /^not YAML at line 1, column \d+, got \D+; correct the text$/],
    ['', /no document/],
  ])('fails to encrypt %s', async (text, message) => {
    await expect(own.encrypt(text)).rejects.toThrow(message);
  });

  it('fails to encrypt by a rule that Go would not know', async () => {
    await expect(own.encrypt('a: b', { rule: { select: { encryptedRegex: '(?!a)' } } })).rejects.toThrow(/RE2/);
    const two = { encryptedRegex: 'a', encryptedSuffix: 'b' };
    await expect(own.encrypt('a: b', { rule: { select: two } })).rejects.toThrow(/2 selectors/);
    await expect(own.encrypt('a: b', { readers: { groups: [[]] } })).rejects.toThrow(/no recipient/);
  });
});

describe('what is encrypted', () => {
  const clear = async (text: string, select: object) =>
    (await own.encrypt(text, { rule: { select }, now: NOW })).replace(/^sops:[^]*/m, '').replaceAll(/ENC\[.*?\]/g, '…');

  it('follows every component of the path, but no position in a list', async () => {
    const text = '# top\ndata: {a: [1, {b: 2}], n: ~}\n# other\nkind: Secret\n';
    expect(await clear(text, { encryptedRegex: '^(data|stringData)$' })).toBe(
      '# top\ndata:\n    a:\n        - …\n        - b: …\n    "n": null\n# other\nkind: Secret\n',
    );
    expect(await clear('a: 1\nb_x: {c: 1}', { encryptedSuffix: '_x' })).toBe('a: 1\nb_x:\n    c: …\n');
    expect(await clear('a: 1\nbcd: 1', { unencryptedRegex: 'c' })).toBe('a: …\nbcd: 1\n');
  });

  it('follows comments', async () => {
    const text = 'a: 1 # sops:enc\n# sops:enc\nb:\n  # inside\n  c: 1\nd: 1\n';
    expect(await clear(text, { encryptedCommentRegex: 'sops:enc' })).toBe(
      'a: … #sops:enc\n#sops:enc\nb:\n    #…\n    c: …\nd: 1\n'.replaceAll('#sops', '# sops'),
    );
    expect(await clear('# plain\na: 1\nb: 1\n', { unencryptedCommentRegex: '^ plain' })).toBe('# plain\na: 1\nb: …\n');
  });
});
