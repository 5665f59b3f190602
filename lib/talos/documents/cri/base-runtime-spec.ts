import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** What containers start from. */
export interface BaseRuntimeSpecOptions {
  /** Fields of an OCI runtime specification. */
  readonly overrides: JsonObject;
}

/** The runtime specification that all containers start from (`CRIBaseRuntimeSpecConfig`). */
export function baseRuntimeSpec(options: BaseRuntimeSpecOptions): PatchDocument {
  return typedDocument('CRIBaseRuntimeSpecConfig', options);
}

export const baseRuntimeSpecKind: DocumentKind = {
  kind: 'CRIBaseRuntimeSpecConfig',
  since: '1.14',
  older: { rewrite: ({ overrides }) => [{ machine: { baseRuntimeSpecOverrides: overrides } }] },
};
