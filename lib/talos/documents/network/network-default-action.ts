import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** What the firewall does where no rule says otherwise. */
export interface NetworkDefaultActionOptions {
  /** @default accept */
  readonly ingress: 'accept' | 'block';
}

/** The firewall's default (`NetworkDefaultActionConfig`). */
export function networkDefaultAction(options: NetworkDefaultActionOptions): PatchDocument {
  return typedDocument('NetworkDefaultActionConfig', options);
}

export const networkDefaultActionKind: DocumentKind = { kind: 'NetworkDefaultActionConfig', since: '1.10' };
