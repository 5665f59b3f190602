import { isSealed, type Artifact } from '../../artifact';
import { memberPath, parseDocuments, YamlParseError } from '../../yaml';
import { finding, type Finding } from '../finding';
import type { Guard } from './guard';
import { documentPrefix } from './leaves';
import { plaintextTemplateLines } from './secret-templates';
import { isPlaintext } from './secret-values';

/** Refuses Secrets that are not encrypted with SOPS, also as text inside another document; values are never shown. */
export const plaintextSecrets: Guard = {
  name: 'plaintext-secrets',
  check: (files) =>
    files.flatMap(({ artifact, text }) =>
      text.includes('Secret') ? [...new Set(fieldsOf(artifact))].map((field) => plaintext(artifact.path, field)) : [],
    ),
};

function* fieldsOf({ body }: Artifact): Generator<string> {
  if (body.format === 'text') yield* searchText(body.text, '');
  else if (body.format === 'json') yield* search(body.value, '');
  else yield* searchAll(body.documents, '');
}

function* searchAll(documents: readonly unknown[], prefix: string): Generator<string> {
  for (const [index, document] of documents.entries()) {
    const at = prefix + documentPrefix(index, documents.length);
    for (const field of search(document, '')) yield at + field;
  }
}

/** Every record is looked at, so that lists, inline manifests and patches need no rule of their own. */
function* search(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string') {
    for (const field of searchText(value, '')) yield `${path} › ${field}`;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* search(item, `${path}[${String(index)}]`);
  } else if (typeof value === 'object' && value !== null) {
    yield* searchRecord(value as Record<string, unknown>, path);
  }
}

function* searchRecord(record: Record<string, unknown>, path: string): Generator<string> {
  if (record.kind === 'Secret') yield* plaintextMembers(record, path, isSealed(record));
  if (record.kind === 'SopsSecret') yield* plaintextTemplates(record, path);
  for (const [key, member] of Object.entries(record)) yield* search(member, memberPath(path, key));
}

function* plaintextMembers(secret: Record<string, unknown>, path: string, sealed: boolean): Generator<string> {
  for (const section of ['data', 'stringData']) {
    const members = secret[section];
    if (members === undefined || members === null) continue;
    const at = memberPath(path, section);
    if (typeof members !== 'object') {
      if (isPlaintext(members, sealed)) yield at;
      continue;
    }
    for (const [key, value] of Object.entries(members)) if (isPlaintext(value, sealed)) yield memberPath(at, key);
  }
}

/** `isindir.github.com` SopsSecret: Secrets to be, in `spec.secretTemplates`. */
function* plaintextTemplates(object: Record<string, unknown>, path: string): Generator<string> {
  const { secretTemplates } = (object.spec ?? {}) as { secretTemplates?: unknown };
  if (!Array.isArray(secretTemplates)) return;
  for (const [index, template] of secretTemplates.entries()) {
    const at = memberPath(memberPath(path, 'spec'), `secretTemplates`) + `[${String(index)}]`;
    yield* plaintextMembers((template ?? {}) as Record<string, unknown>, at, isSealed(object));
  }
}

function* searchText(text: string, path: string): Generator<string> {
  if (!text.includes('Secret') || !text.includes('kind')) return;
  try {
    yield* searchAll(parseDocuments(text), path);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    // a Helm template, most likely
    for (const line of plaintextTemplateLines(text)) yield `${path}line ${String(line)}`;
  }
}

function plaintext(artifact: string, field: string): Finding {
  return finding({
    artifact,
    field,
    what: 'a Secret in plaintext',
    fix: 'encrypt it with SOPS, or let the GitOps engine deliver it from a reference',
  });
}
