import type { JsonObject } from '../../cluster';
import type { Contract } from '../contract';
import type { PatchDocument } from '../document';

/** A kind of document as the definition holds it, the form of the newest contract, and what it was before. */
export interface DocumentKind {
  readonly kind: string;
  /** Contract that has the kind first, e.g. `1.12`. */
  readonly since: string;
  /** Talos refuses it on workers, or it does nothing there. */
  readonly controlPlaneOnly?: boolean;
  /** Fields that came after the kind, with their contract: keys joined by dots, `[]` for the items of a list. */
  readonly later?: Readonly<Record<string, string>>;
  /** What more a document needs, by its values. */
  readonly needs?: (document: JsonObject, context: Context) => readonly Need[];
  /** How contracts before said the same. @default - they could not */
  readonly older?: OlderForm;
  /** What to do where there is no older form. @default leave it out */
  readonly instead?: string;
}

/** How a document is said before a contract. */
export interface OlderForm {
  /** First contract that needs it no more. @default - the contract that has the kind first */
  readonly until?: string;
  /** Fields that it has no place for, as in `later`. */
  readonly lost?: readonly string[];
  /** Whether it can say that the document is not there: `$patch: delete`. */
  readonly deletes?: boolean;
  readonly rewrite: (document: JsonObject, context: Context) => readonly PatchDocument[];
}

/** Where a document is written. */
export interface Context {
  readonly contract: Contract;
  /** All documents of the same list, this one included. */
  readonly documents: readonly PatchDocument[];
  /** Documents that the machine has from its pool, where the list is its own. */
  readonly earlier: readonly PatchDocument[];
}

/** A contract that a document needs, and what of it does. */
export interface Need {
  readonly contract: string;
  /** Path within the document. @default - the document itself */
  readonly path?: string;
  /** What to do but raise the version. @default leave it out */
  readonly instead?: string;
}
