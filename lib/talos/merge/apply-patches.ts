import type { JsonObject } from '../../cluster';
import type { ConfigDocument, Patch } from '../document';
import { documentSetProblems } from '../validate/document-set';
import { applyDeletion } from './apply-deletion';
import { takeDeletions, type Deletion, type TakenApart } from './deletions';
import { mergeDocument, rulesOf } from './merge-document';
import { PatchError } from './patch-error';

/**
 * The configuration with strategic merge patches applied, one after another: documents are matched by kind and name,
 * unknown ones appended. Source: Talos `config/configpatcher/strategic.go`.
 *
 * @throws PatchError where Talos refuses a patch, or the documents together
 */
export function applyPatches(
  documents: readonly ConfigDocument[],
  patches: readonly Patch[],
): readonly ConfigDocument[] {
  return patches.reduce((configuration, patch) => {
    try {
      return applyPatch(configuration, patch.documents);
    } catch (error) {
      if (!(error instanceof PatchError)) throw error;
      throw new PatchError(`patch ${patch.name}: ${error.message}`, 'correct the patch');
    }
  }, documents);
}

function applyPatch(documents: readonly ConfigDocument[], patch: readonly JsonObject[]): readonly ConfigDocument[] {
  const patched = new Map(documents.map((document) => [identityOf(document), document]));
  const parts = patch.map((document) => ({ identity: identityOf(document), ...takeDeletions(document) }));
  // upstream deletes from the main document before it merges anything
  for (const part of parts) if (part.identity === MAIN) deleteAll(patched, part);
  for (const part of parts) {
    if (part.identity !== MAIN) deleteAll(patched, part);
    merge(patched, part);
  }
  const configuration = [...patched.values()];
  const [problem] = documentSetProblems(configuration);
  if (problem !== undefined) throw new PatchError(`${problem.path}: ${problem.what}`, problem.fix);
  return configuration;
}

/** One document of a patch, taken apart. */
interface Part extends TakenApart {
  readonly identity: string;
}

function merge(documents: Map<string, ConfigDocument>, { identity, rest }: Part): void {
  if (rest === undefined) return;
  const present = documents.get(identity);
  documents.set(identity, present === undefined ? rest : mergeDocument(present, rest));
}

function deleteAll(documents: Map<string, ConfigDocument>, { identity, deletions }: Part): void {
  for (const deletion of deletions) applyTo(documents, identity, deletion);
}

/** A deletion in a document that is not there is passed over. */
function applyTo(documents: Map<string, ConfigDocument>, identity: string, deletion: Deletion): void {
  const present = documents.get(identity);
  if (deletion.path.length > 0 || deletion.item !== undefined) {
    if (present !== undefined) documents.set(identity, applyDeletion(present, deletion, rulesOf(present)));
    return;
  }
  if (identity === MAIN) {
    throw new PatchError('the main document cannot be deleted, got a deletion of it', 'delete fields of it');
  }
  documents.delete(identity);
}

const MAIN = '';

/** What a document is matched by; the main one has neither kind nor name. */
function identityOf({ apiVersion, kind, name }: JsonObject): string {
  if (typeof kind !== 'string') return MAIN;
  const group = typeof apiVersion === 'string' ? apiVersion : '';
  return typeof name === 'string' ? `${group}/${kind}/${name}` : `${group}/${kind}`;
}
