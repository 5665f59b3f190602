import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { omit } from '../field';
import { fieldsOf } from '../typed-document';

/** A component of the control plane in the main document, where `machine` says whether it runs at all. */
export function componentField(
  component: 'controllerManager' | 'scheduler',
  document: JsonObject,
): readonly PatchDocument[] {
  const { enabled } = document;
  const fields = omit(fieldsOf(document), 'enabled');
  const run =
    typeof enabled === 'boolean' ? [{ machine: { controlPlane: { [component]: { disabled: !enabled } } } }] : [];
  return [...(Object.keys(fields).length > 0 ? [{ cluster: { [component]: fields } }] : []), ...run];
}
