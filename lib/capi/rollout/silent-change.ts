import { isDeepStrictEqual } from 'node:util';
import { identityKey, identityOf, type KubernetesObject } from '../../artifact';
import { memberAt } from '../member';
import { clusterApiObjects, type TreeFiles } from '../tree-objects';

/** A change that machines do not get, although a reader of the files would think so. */
export interface SilentChange {
  readonly kind: string;
  readonly name: string;
  /** File that holds the object afterwards. */
  readonly path: string;
  /** What comes of it; lower case, no full stop. */
  readonly what: string;
}

/**
 * Templates whose specification changes under the name that they had. Machine templates are immutable and the change is
 * refused; a TalosConfigTemplate takes it, and only machines that are made later get it.
 */
export function silentChanges(before: TreeFiles, after: TreeFiles): readonly SilentChange[] {
  const old = new Map(clusterApiObjects(before).map(({ object }) => [identityKey(identityOf(object)), object]));
  return clusterApiObjects(after).flatMap(({ path, object }) => {
    const previous = old.get(identityKey(identityOf(object)));
    const what = previous === undefined ? undefined : consequence(previous, object);
    return what === undefined ? [] : [{ kind: object.kind, name: object.metadata.name, path, what }];
  });
}

function consequence(before: KubernetesObject, after: KubernetesObject): string | undefined {
  if (isDeepStrictEqual(memberAt(before, 'spec'), memberAt(after, 'spec'))) return undefined;
  if (after.kind === 'TalosConfigTemplate')
    return 'machines that exist keep their configuration; give the template another name to replace them';
  if (after.kind.endsWith('MachineTemplate'))
    return 'the API server refuses the change; give the template another name';
  return undefined;
}
