import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Where Talos's events go. */
export interface EventSinkOptions {
  /** Host and port. */
  readonly endpoint: string;
}

/** The receiver of Talos's events (`EventSinkConfig`). */
export function eventSink(options: EventSinkOptions): PatchDocument {
  return typedDocument('EventSinkConfig', options);
}

export const eventSinkKind: DocumentKind = { kind: 'EventSinkConfig', since: '1.10' };
