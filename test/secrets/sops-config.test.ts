import { beforeAll, describe, expect, it } from 'vitest';
import { defineCluster, sops } from '../../lib/cluster';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { parseSopsConfig, ruleFor, SopsConfigError } from '../../lib/secrets/sops/config';
import { sopsConfigFile } from '../../lib/secrets/sops/config-file';
import { emitDocuments } from '../../lib/yaml';
import { definition } from '../support/definition';

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

describe('the .sops.yaml that is written for a folder', () => {
  const written = () => {
    const { gitops, ...rest } = definition();
    const secrets = sops({ recipients: ['ci', 'ops'] });
    const cluster = defineCluster({ ...rest, gitops: { ...gitops, secrets }, recipients: { ops: one, ci: two } });
    return sopsConfigFile(cluster, 'clusters/test/edge', [
      { paths: '^kubernetes/', encrypt: 'secret data' },
      { paths: '\\.sops\\.yaml$', encrypt: 'all' },
    ]);
  };

  it('stands in the folder and belongs to the cluster', () => {
    expect(written()).toMatchObject({ path: 'clusters/test/edge/.sops.yaml', owner: 'test/edge' });
  });

  it('reads back as its rules, for the secret readers of the cluster in their order', () => {
    const config = parseSopsConfig(emitDocuments(written().body.documents));
    const [data, whole] = ['kubernetes/a.sops.yaml', 'b.sops.yaml'].map((path) => ruleFor(config, path));
    expect(data?.rule.select).toEqual({ encryptedRegex: '^(data|stringData)$' });
    expect(whole?.rule.select ?? {}).toEqual({});
    expect([data?.readers, whole?.readers]).toEqual([{ groups: [[two, one]] }, { groups: [[two, one]] }]);
  });
});
