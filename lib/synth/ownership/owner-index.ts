import { hash } from 'node:crypto';
import type { DigestList, ListKind } from './digest-list';

/** What the last synthesis wrote for one owner: each file with the digest of its text. */
export type OwnerIndex = DigestList;

/** The ownership index: `.plinth/<owner>.sha256`. */
export const ownerIndex: ListKind = { title: 'index', suffix: '.sha256' };

/** What encrypted files were made from: `.plinth/<owner>.inputs`, with a digest for each of them. */
export const inputDigests: ListKind = { title: 'inputs', suffix: '.inputs' };

/** The lists of an owner. */
export const listKinds: readonly ListKind[] = [ownerIndex, inputDigests];

/** SHA-256 of a file's text, in hexadecimal. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}
