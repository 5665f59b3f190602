import type { JsonObject, MachineRole, Problem } from '../../cluster';
import { since, type Contract } from '../contract';
import type { PatchDocument } from '../document';
import { findField } from './field';
import type { Context, DocumentKind, Need } from './kind';
import { kindOf } from './registry';
import { documentLabel } from './typed-document';

/** What documents are written for. */
export interface DocumentTarget {
  readonly contract: Contract;
  /** Role of the machines. @default - none in particular: nothing is refused for it */
  readonly role?: MachineRole;
}

/** A document and where the definition has it. */
export interface PlacedDocument {
  readonly path: string;
  readonly document: PatchDocument;
}

/** Documents in the form of a contract, and what cannot be said in it. */
export interface WrittenDocuments {
  readonly documents: readonly PatchDocument[];
  /** The documents that they are about are left out above. */
  readonly problems: readonly Problem[];
}

/**
 * Documents of the newest contract's kinds in the form of another contract, in their order. Patches of the main
 * document and kinds that are not known here pass untouched. Problems' paths begin with the place in the list.
 */
export function documentsFor(target: DocumentTarget, documents: readonly PatchDocument[]): WrittenDocuments {
  return writeDocuments(
    target,
    documents.map((document, index) => ({ path: String(index), document })),
  );
}

/** The same for documents that know where the definition has them; `earlier` are those of the machine's pool. */
export function writeDocuments(
  { contract, role }: DocumentTarget,
  placed: readonly PlacedDocument[],
  earlier: readonly PatchDocument[] = [],
): WrittenDocuments {
  const context: Context = { contract, earlier, documents: placed.map(({ document }) => document) };
  const written = placed.map(({ path, document }): WrittenDocuments => {
    const kind = kindOf(document);
    if (kind === undefined) return { documents: [document], problems: [] };
    const problems = [
      ...(role === 'worker' && kind.controlPlaneOnly === true ? [roleProblem(path, document)] : []),
      ...needsOf(kind, document, context).map((need) => needProblem(path, document, need, contract)),
    ];
    return { problems, documents: problems.length > 0 ? [] : rewritten(kind, document, context) };
  });
  return {
    documents: written.flatMap(({ documents }) => documents),
    problems: written.flatMap(({ problems }) => problems),
  };
}

function rewritten(kind: DocumentKind, document: JsonObject, context: Context): readonly PatchDocument[] {
  const { older } = kind;
  if (older === undefined || since(context.contract, older.until ?? kind.since)) return [document];
  return older.rewrite(document, context);
}

/** The contracts that a document needs and the cluster has not reached. */
function needsOf(kind: DocumentKind, document: JsonObject, context: Context): readonly Need[] {
  const { older, instead } = kind;
  const until = older?.until ?? kind.since;
  const isDeletion = document.$patch === 'delete' && older?.deletes !== true;
  if (!since(context.contract, kind.since) && (older === undefined || isDeletion)) {
    return [{ contract: kind.since, instead }];
  }
  const fields = [
    ...Object.entries(kind.later ?? {}),
    ...(older?.lost ?? []).map((pattern) => [pattern, until] as const),
  ].flatMap(([pattern, contract]): readonly Need[] => {
    const path = findField(document, pattern);
    return path === undefined ? [] : [{ path, contract }];
  });
  return [...fields, ...(kind.needs?.(document, context) ?? [])].filter(
    (need) => !since(context.contract, need.contract),
  );
}

function needProblem(
  at: string,
  document: JsonObject,
  { contract, path, instead = 'leave it out' }: Need,
  got: Contract,
): Problem {
  const what = documentLabel(document);
  return path === undefined
    ? { path: at, what: `${what} needs Talos ${contract}`, got, fix: `raise versions.talos, or ${instead}` }
    : {
        path: `${at}.${path}`,
        what: `${path} of ${what} needs Talos ${contract}`,
        got,
        fix: `raise versions.talos, or ${instead}`,
      };
}

function roleProblem(path: string, document: JsonObject): Problem {
  return {
    path,
    what: `${documentLabel(document)} on workers`,
    allowed: 'control planes',
    fix: 'list it under controlPlanes, or under a pool of control planes',
  };
}
