import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Where the kernel's log goes. */
export interface KmsgLogOptions {
  /** E.g. `tcp://logs.example.com:5044`. */
  readonly url: `${'tcp' | 'udp'}://${string}`;
}

/** A receiver of the kernel's log (`KmsgLogConfig`). */
export function kmsgLog(name: string, options: KmsgLogOptions): PatchDocument {
  return typedDocument('KmsgLogConfig', options, name);
}

export const kmsgLogKind: DocumentKind = { kind: 'KmsgLogConfig', since: '1.10' };
