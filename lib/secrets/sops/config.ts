import { z } from 'zod';
import { isRecipient } from '../age/identity';
import { nearest, type Problem } from '../../cluster';
import { parseDocuments } from '../../yaml';
import { SopsError } from './error';
import type { Readers } from './readers';
import { compileRegex, SELECTOR_FIELDS, type EncryptionRule, type Selector } from './rule';

/** A rule of `.sops.yaml`: which files it is for, for whom they are and what of them is encrypted. */
export interface CreationRule {
  /** Searched for anywhere in the path; absent in a rule for every file. */
  readonly pathRegex?: string;
  readonly readers: Readers;
  readonly rule: EncryptionRule;
  /** Other kinds of keys that it asks for, which only sops itself can use. */
  readonly others: readonly string[];
}

/** What `.sops.yaml` says. */
export interface SopsConfig {
  readonly rules: readonly CreationRule[];
  /** Spaces per level of YAML files. @default 4 */
  readonly yamlIndent?: number;
}

/** A `.sops.yaml` that cannot be used, with every problem in it. */
export class SopsConfigError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, what, fix }) => `.sops.yaml: ${path}: ${what}; ${fix}`).join('\n'));
    this.name = 'SopsConfigError';
  }
}

/** Kinds of keys that sops knows and this room does not, by their names in a rule and in a key group. */
const OTHER_IN_RULE = [
  'kms',
  'pgp',
  'gcp_kms',
  'hckms',
  'azure_keyvault',
  'hc_vault_transit_uri',
  'aws_profile',
] as const;
const OTHER_IN_GROUP = ['kms', 'pgp', 'gcp_kms', 'hckms', 'azure_keyvault', 'hc_vault'] as const;

const others = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, z.unknown().optional()]));
const selectors = Object.fromEntries(Object.keys(SELECTOR_FIELDS).map((name) => [name, z.string().optional()]));

interface Group {
  readonly age?: readonly string[] | undefined;
  readonly merge?: readonly Group[] | undefined;
  readonly [other: string]: unknown;
}

const group: z.ZodType<Group> = z.lazy(() =>
  z.strictObject({ age: z.array(z.string()).optional(), merge: z.array(group).optional(), ...others(OTHER_IN_GROUP) }),
);

const creationRule = z.strictObject({
  path_regex: z.string().optional(),
  age: z.union([z.string(), z.array(z.string())]).optional(),
  key_groups: z.array(group).optional(),
  shamir_threshold: z.int().optional(),
  mac_only_encrypted: z.boolean().optional(),
  ...selectors,
  ...others(OTHER_IN_RULE),
});

const indented = z.strictObject({ indent: z.int().optional() }).optional();
const file = z.strictObject({
  creation_rules: z.array(creationRule).optional(),
  // for `sops publish`, which is none of ours
  destination_rules: z.unknown().optional(),
  stores: z
    .strictObject({
      yaml: z.strictObject({ indent: z.int().min(0).max(9).optional() }).optional(),
      json: indented,
      json_binary: indented,
      dotenv: z.unknown().optional(),
      ini: z.unknown().optional(),
    })
    .optional(),
});

/**
 * Reads `.sops.yaml`. Where sops passes over what it does not know, a misspelled field is a problem here.
 *
 * @throws SopsConfigError with all problems
 * @throws YamlParseError for what is not YAML
 */
export function parseSopsConfig(text: string): SopsConfig {
  const parsed = file.safeParse(parseDocuments(text)[0] ?? {});
  if (!parsed.success) throw new SopsConfigError(parsed.error.issues.flatMap(problemsOf));
  const rules = (parsed.data.creation_rules ?? []).map(readRule);
  const problems = rules.flatMap(check);
  if (problems.length > 0) throw new SopsConfigError(problems);
  const indent = parsed.data.stores?.yaml?.indent ?? 0;
  return { rules, ...(indent > 0 ? { yamlIndent: indent } : {}) };
}

/**
 * The rule for a file: the first that matches, as sops takes it.
 *
 * @param path relative to the folder of `.sops.yaml`, with forward slashes
 * @throws SopsError where no rule is for the file, or the one that is asks for other keys than age
 */
export function ruleFor(config: SopsConfig, path: string): CreationRule {
  const found = config.rules.find(({ pathRegex }) => pathRegex === undefined || compileRegex(pathRegex)(path));
  if (found === undefined) {
    const tried = config.rules.map(({ pathRegex }) => pathRegex).join(', ') || 'none';
    throw new SopsError(
      'bad-rule',
      `no rule of .sops.yaml is for the file, got path_regex ${tried}`,
      'add a creation rule',
      path,
    );
  }
  const asked = found.others.join(', ');
  if (asked !== '')
    throw new SopsError('unsupported', `a rule of .sops.yaml that asks for ${asked}`, 'encrypt with sops itself', path);
  if (found.readers.groups.every((recipients) => recipients.length === 0))
    throw new SopsError('bad-rule', 'a rule of .sops.yaml without an age recipient', 'name one under age', path);
  return found;
}

type RawRule = z.infer<typeof creationRule> & Readonly<Record<string, unknown>>;

function readRule(raw: RawRule): CreationRule {
  const select: Selector = Object.fromEntries(
    Object.entries(SELECTOR_FIELDS).flatMap(([name, field]) => {
      const text = raw[name];
      return typeof text === 'string' && text !== '' ? [[field, text]] : [];
    }),
  );
  const listed = raw.key_groups ?? [];
  const groups = listed.length > 0 ? listed.map(recipientsOf) : [splitList(raw.age)];
  const threshold = raw.shamir_threshold ?? 0;
  const used =
    listed.length > 0 ? [...new Set(listed.flatMap(othersOf))] : OTHER_IN_RULE.filter((name) => isUsed(raw[name]));
  return {
    ...(raw.path_regex === undefined || raw.path_regex === '' ? {} : { pathRegex: raw.path_regex }),
    readers: { groups, ...(threshold > 0 ? { threshold } : {}) },
    rule: { select, macOnlyEncrypted: raw.mac_only_encrypted ?? false },
    others: used,
  };
}

/** Merged groups come first, and no recipient twice. */
function recipientsOf({ merge, age }: Group): readonly string[] {
  return [...new Set([...(merge ?? []).flatMap(recipientsOf), ...(age ?? []).flatMap(splitList)])];
}

function othersOf(raw: Group): readonly string[] {
  return [...(raw.merge ?? []).flatMap(othersOf), ...OTHER_IN_GROUP.filter((name) => isUsed(raw[name]))];
}

/** A list, or one text with commas between. */
function splitList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  const parts = typeof value === 'string' ? value.split(',') : value;
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function isUsed(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function check({ pathRegex, readers, rule }: CreationRule, index: number): Problem[] {
  const path = `creation_rules[${String(index)}]`;
  const select = Object.entries(rule.select ?? {});
  const expressions = select.filter(([field]) => field.endsWith('Regex')).map(([, text]) => String(text));
  return [
    ...[...expressions, ...(pathRegex === undefined ? [] : [pathRegex])].flatMap((text) => checkRegex(path, text)),
    ...readers.groups
      .flat()
      .filter((recipient) => !isRecipient(recipient))
      .map((recipient) =>
        problem(path, `not an age recipient, got ${JSON.stringify(recipient.slice(0, 80))}`, 'give an age1… key'),
      ),
    ...(select.length > 1 ? [problem(path, `${String(select.length)} selectors in one rule`, 'give one')] : []),
  ];
}

function checkRegex(path: string, expression: string): Problem[] {
  try {
    compileRegex(expression);
    return [];
  } catch (error) {
    return error instanceof SopsError ? [problem(path, error.what, error.fix)] : [];
  }
}

const KNOWN = [...Object.keys(creationRule.shape), ...Object.keys(file.shape), 'indent', 'yaml', 'json', 'merge'];

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(String).join('.') || '(top level)';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      problem(path, `a field that sops does not know, got ${key}`, `perhaps ${nearest(key, KNOWN)}`),
    );
  return [problem(path, issue.message.toLowerCase(), 'see the documentation of sops')];
}

function problem(path: string, what: string, fix: string): Problem {
  return { path, what, fix };
}
