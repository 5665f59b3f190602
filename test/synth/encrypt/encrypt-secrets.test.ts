import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artifact, SecretArtifact } from '../../../lib/artifact';
import { decryptYaml, generateIdentity, plainText, recipientOf, type DiscoveredKeys } from '../../../lib/secrets';
import { emptyTree, encryptSecrets, encryptionRules, SynthesisError, type CommittedTree } from '../../../lib/synth';
import { seeded } from '../../secrets/pki/seeded';

const SOURCE = 'a/source.sops.yaml';

/** A committed tree that is what the last run gave. */
function treeOf(
  texts: Readonly<Record<string, string>>,
  inputs: ReadonlyMap<string, string> = new Map(),
): CommittedTree {
  return { textOf: (path) => texts[path], inputsOf: (path) => inputs.get(path) };
}

/** A file that says a fact and the value of the source. */
function secretOf(path: string, fact: string): SecretArtifact {
  return {
    secrecy: 'encrypted',
    path,
    owner: 'test/edge',
    publicInput: fact,
    sources: [{ path: SOURCE, madeBy: 'plinth secrets init test/edge' }],
    plainText: ({ textOf }) => `fact: ${fact}\nkept: same\n${textOf(SOURCE)}`,
  };
}

const config = (recipient: string, folder = 'a'): Artifact => ({
  path: `${folder}/.sops.yaml`,
  owner: 'test/edge',
  body: { format: 'yaml', documents: [{ creation_rules: [{ age: recipient }] }] },
});

const world = (seed: string) => ({ random: seeded(seed), now: new Date('2026-03-01T12:00:00Z') });

async function bench() {
  const identity = await generateIdentity();
  const recipient = await recipientOf(identity);
  const keys: DiscoveredKeys = { identities: [identity], looked: ['here: 1 key'] };
  const others = [config(recipient)];
  const plain = 'value: hidden\n';
  const made = new Map([[SOURCE, { plain, text: '' }]]);
  const first = await encryptSecrets({
    secrets: [{ ...secretOf(SOURCE, 'x'), sources: [], plainText: () => plain }],
    others,
    tree: emptyTree,
    world: world('source'),
  });
  const [source] = first.artifacts;
  const text = source?.body.format === 'text' ? source.body.text : '';
  made.set(SOURCE, { plain, text });
  return { keys, recipient, others, made, source: text, keysFor: () => keys };
}

const textOf = (artifact: Artifact | undefined) => (artifact?.body.format === 'text' ? artifact.body.text : '');

describe('encryption', () => {
  it('leaves files out whose source nobody made yet', async () => {
    const { others, keysFor } = await bench();
    const result = await encryptSecrets({
      secrets: [secretOf('a/b.sops.yaml', 'one')],
      others,
      tree: emptyTree,
      world: { ...world('1'), keysFor },
    });
    expect(result).toMatchObject({ artifacts: [], stale: [], waiting: [{ path: 'a/b.sops.yaml' }] });
  });

  it('keeps a file whose inputs did not change, whatever keys there are, and the cipher text of what stays', async () => {
    const { others, made, keysFor, keys, source } = await bench();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1 }), async (fact) => {
        const path = 'a/b.sops.yaml';
        const first = await encryptSecrets({
          secrets: [secretOf(path, 'first')],
          others,
          tree: emptyTree,
          world: { ...world('1'), made },
        });
        const text = textOf(first.artifacts[0]);
        const tree = treeOf({ [SOURCE]: source, [path]: text }, first.inputs);
        const again = await encryptSecrets({ secrets: [secretOf(path, 'first')], others, tree, world: world('2') });
        expect(textOf(again.artifacts[0])).toBe(text);
        expect(again.inputs).toEqual(first.inputs);

        const next = await encryptSecrets({
          secrets: [secretOf(path, `changed-${fact}`)],
          others,
          tree,
          world: { ...world('3'), keysFor },
        });
        const changed = textOf(next.artifacts[0]);
        expect(plainText(await decryptYaml(changed, keys))).toBe(`fact: changed-${fact}\nkept: same\nvalue: hidden\n`);
        const line = (of: string, key: string) => of.split('\n').find((one) => one.startsWith(`${key}:`));
        expect(line(changed, 'kept')).toBe(line(text, 'kept'));
        expect(line(changed, 'value')).toBe(line(text, 'value'));
        expect(line(changed, 'fact')).not.toBe(line(text, 'fact'));
      }),
      { numRuns: 15 },
    );
  });

  it('fails without a key where a file is stale, or lists it where that is asked for', async () => {
    const { others, source } = await bench();
    const options = {
      secrets: [secretOf('a/b.sops.yaml', 'one'), secretOf('a/c.sops.yaml', 'one')],
      others,
      tree: treeOf({ [SOURCE]: source, 'a/c.sops.yaml': 'old' }),
      world: world('1'),
    };
    const error = await encryptSecrets(options).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(SynthesisError);
    expect((error as Error).message).toContain('a/b.sops.yaml: stale: not written yet');
    expect((error as Error).message).toContain('a/c.sops.yaml: stale: edited since it was written');
    expect((error as Error).message.match(/keys may not be used/g)).toHaveLength(1);
    const listed = await encryptSecrets({ ...options, allowStale: true });
    expect(listed.stale.map(({ path }) => path)).toEqual(['a/b.sops.yaml', 'a/c.sops.yaml']);
    expect(listed.artifacts.map(textOf)).toEqual(['old']);
  });

  it('brings the source to the readers that the definition names, and the files with it', async () => {
    const { others, made, keysFor, recipient, source } = await bench();
    const other = await generateIdentity();
    const path = 'a/b.sops.yaml';
    const secrets = [secretOf(path, 'one')];
    const first = await encryptSecrets({ secrets, others, tree: emptyTree, world: { ...world('1'), made } });
    const tree = treeOf({ [SOURCE]: source, [path]: textOf(first.artifacts[0]) }, first.inputs);
    const both = [config(`${recipient},${await recipientOf(other)}`)];
    const next = await encryptSecrets({ secrets, others: both, tree, world: { ...world('2'), keysFor } });
    const files = [...next.kept.values(), ...next.artifacts.map(textOf)];
    expect([...next.kept.keys()]).toEqual([SOURCE]);
    for (const text of files) {
      await expect(decryptYaml(text, { identities: [other], looked: [] })).resolves.toBeDefined();
    }
  });
});

describe('encryption rules', () => {
  const near = 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0';
  const far = 'age1axufek2xxlvhe4latanj355mm6ljznmqjrde5m8zppal4hj5f9cqdqeevd';

  it('are those of the nearest .sops.yaml above a file', () => {
    const ruleOf = encryptionRules([config(far, 'a'), config(near, 'a/b')]);
    expect(ruleOf('a/b/c/x.sops.yaml').readers.groups).toEqual([[near]]);
    expect(ruleOf('a/x.sops.yaml').readers.groups).toEqual([[far]]);
  });

  it('fails for a file that none is above', () => {
    expect(() => encryptionRules([config(far, 'a')])('b/x.sops.yaml')).toThrow(/no \.sops\.yaml above/);
  });
});
