import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Compressed memory before swap. */
export interface ZswapOptions {
  /** Share of the memory, in percent. @default 20 */
  readonly maxPoolPercent?: number;
  /** Move pages to swap before the pool is full. @default false */
  readonly shrinkerEnabled?: boolean;
}

/** Turns zswap on (`ZswapConfig`). */
export function zswap(options: ZswapOptions = {}): PatchDocument {
  return typedDocument('ZswapConfig', options);
}

export const zswapKind: DocumentKind = { kind: 'ZswapConfig', since: '1.11' };
