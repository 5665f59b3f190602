import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** When memory is short, and who goes first. */
export interface OomOptions {
  /** CEL expression over memory pressure that says when. */
  readonly triggerExpression?: string;
  /** CEL expression over a group of processes that ranks it. */
  readonly cgroupRankingExpression?: string;
  readonly strictCgroupClassOrdering?: boolean;
  readonly sampleInterval?: Duration;
}

/** The handler of memory shortage (`OOMConfig`). */
export function oom(options: OomOptions): PatchDocument {
  return typedDocument('OOMConfig', options);
}

export const oomKind: DocumentKind = { kind: 'OOMConfig', since: '1.12' };
