import { randomBytes } from 'node:crypto';
import { generateHybridIdentity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../lib/secrets/age/command-words';
import { RecipientError, unwrapDataKey, wrapDataKey } from '../../lib/secrets/age/data-key';
import { discoverKeys, type KeyMachine } from '../../lib/secrets/age/discover';
import { generateIdentity, isRecipient, parseIdentities, recipientOf } from '../../lib/secrets/age/identity';

const machine = (given: Partial<KeyMachine>): KeyMachine => ({
  env: { HOME: '/home/user' },
  platform: 'linux',
  read: () => undefined,
  run: () => '',
  ...given,
});

describe('a data key wrapped with age', () => {
  it('opens with the key it is for, among others', async () => {
    const [identity, other] = [await generateIdentity(), await generateIdentity()];
    const key = randomBytes(32);
    const armored = await wrapDataKey(key, await recipientOf(identity));
    expect(Buffer.from((await unwrapDataKey(armored, [other, identity])) ?? [])).toEqual(key);
    expect(await unwrapDataKey(armored, [other])).toBeUndefined();
    expect(await unwrapDataKey(armored, [])).toBeUndefined();
  });

  it('is armored as SOPS writes it', async () => {
    const armored = await wrapDataKey(randomBytes(32), await recipientOf(await generateIdentity()));
    const lines = armored.split('\n');
    expect(lines[0]).toBe('-----BEGIN AGE ENCRYPTED FILE-----');
    expect(lines.slice(-2)).toEqual(['-----END AGE ENCRYPTED FILE-----', '']);
    expect(lines.slice(1, -3).map(({ length }) => length)).toEqual(lines.slice(1, -3).map(() => 64));
  });

  it('can be for a hybrid key', async () => {
    const identity = await generateHybridIdentity();
    expect(parseIdentities(identity).identities).toEqual([identity]);
    const armored = await wrapDataKey(randomBytes(32), await recipientOf(identity));
    expect(await unwrapDataKey(armored, [identity])).toHaveLength(32);
  });

  it('does not open once a byte was changed', async () => {
    const identity = await generateIdentity();
    const armored = await wrapDataKey(randomBytes(32), await recipientOf(identity));
    const at = armored.length - 60;
    const changed = armored.slice(0, at) + (armored.charAt(at) === 'A' ? 'B' : 'A') + armored.slice(at + 1);
    expect(await unwrapDataKey(changed, [identity])).toBeUndefined();
  });

  it('fails for what is no public key', async () => {
    const recipient = await recipientOf(await generateIdentity());
    await expect(wrapDataKey(randomBytes(32), 'age1nothing')).rejects.toThrow(RecipientError);
    const typo = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    await expect(wrapDataKey(randomBytes(32), typo)).rejects.toThrow(/not an age recipient/);
    expect(isRecipient(recipient)).toBe(true);
  });
});

describe('key material', () => {
  it('leaves out comments and empty lines', async () => {
    const identity = await generateIdentity();
    const text = `# created: today\n# public key: age1…\n\n${identity}\r\n`;
    expect(parseIdentities(text)).toEqual({ identities: [identity], problems: [] });
    expect(parseIdentities(`${identity} ${identity}`, true).identities).toHaveLength(2);
  });

  it('fails by line and kind, without the text of the line', () => {
    const { problems } = parseIdentities('AGE-SECRET-KEY-1oops\nAGE-PLUGIN-YUBIKEY-1ABC\nage1abc');
    expect(problems).toEqual([
      'line 1 is no age key',
      "line 2 is a plugin's key, which only sops itself can use",
      'line 3 is a public key',
    ]);
    expect(parseIdentities('-----BEGIN AGE ENCRYPTED FILE-----').problems[0]).toMatch(/passphrase/);
  });
});

describe('key discovery', () => {
  it('takes the keys of every place', async () => {
    const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map(() => generateIdentity()));
    const files = new Map([
      ['/keys', two],
      ['/config/sops/age/keys.txt', four],
    ]);
    const found = discoverKeys(
      machine({
        env: {
          SOPS_AGE_KEY: one,
          SOPS_AGE_KEY_FILE: '/keys',
          SOPS_AGE_KEY_CMD: 'show key',
          XDG_CONFIG_HOME: '/config',
        },
        read: (path) => files.get(path),
        run: () => three ?? '',
      }),
    );
    expect(found.identities).toEqual([one, two, three, four]);
  });

  it('calls the command for each recipient, without a shell', () => {
    const calls: unknown[] = [];
    discoverKeys(
      machine({
        env: { SOPS_AGE_KEY_CMD: `pass show "my key; rm" $HOME` },
        run: (...call) => {
          calls.push(call);
          return '';
        },
      }),
      ['age1a', 'age1b'],
    );
    expect(calls).toEqual([
      ['pass', ['show', 'my key; rm', '$HOME'], { SOPS_AGE_RECIPIENT: 'age1a' }],
      ['pass', ['show', 'my key; rm', '$HOME'], { SOPS_AGE_RECIPIENT: 'age1b' }],
    ]);
  });

  it('fails with what it looked at, and no secret in it', () => {
    const { identities, looked } = discoverKeys(
      machine({
        env: { HOME: '/home/user', SOPS_AGE_KEY: 'AGE-SECRET-KEY-1oops', SOPS_AGE_KEY_CMD: 'pass --token hunter2' }, // gitleaks:allow
        run: () => {
          throw new Error('hunter2');
        },
      }),
    );
    expect(identities).toEqual([]);
    expect(looked).toEqual([
      'SOPS_AGE_KEY: line 1 is no age key',
      'SOPS_AGE_KEY_FILE: not set',
      'SOPS_AGE_KEY_CMD: "pass" failed',
      '/home/user/.config/sops/age/keys.txt: no such file',
    ]);
  });

  it('looks into the folder of the platform', () => {
    const last = (given: Partial<KeyMachine>) => discoverKeys(machine(given)).looked.at(-1);
    expect(last({ platform: 'darwin' })).toMatch(/^\/home\/user\/Library\/Application Support\/sops/);
    expect(last({ platform: 'darwin', env: { XDG_CONFIG_HOME: '/x' } })).toMatch(/^\/x\/sops/);
    expect(last({ env: {} })).toBe('default key file: no configuration folder, since HOME is not set');
  });
});

describe('the words of a command', () => {
  it.each([
    ['a  b', ['a', 'b']],
    [`a 'b "c"' "d 'e'"`, ['a', 'b "c"', "d 'e'"]],
    [String.raw`a\ b "c\"d" 'e\f'`, ['a b', 'c"d', String.raw`e\f`]],
    ['a "" # rest', ['a', '']],
    ['', []],
    [`a 'b`, undefined],
  ])('%s', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });
});
