import { identityKey, identityOf, isKubernetesObject } from '../../artifact';
import type { EmittedFile } from '../emit-body';
import { finding, type Finding } from '../finding';
import { byOwner } from './by-owner';
import type { Guard } from './guard';
import { documentPrefix } from './leaves';

/** Refuses two resources with one identity among the files of an owner: the later would overwrite the earlier. */
export const identities: Guard = {
  name: 'identities',
  check: (files) => byOwner(files).flatMap(duplicates),
};

function duplicates(files: readonly EmittedFile[]): Finding[] {
  const seen = new Map<string, string>();
  const found: Finding[] = [];
  for (const { artifact } of files) {
    if (artifact.body.format !== 'yaml') continue;
    const { documents } = artifact.body;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i];
      if (!isKubernetesObject(document)) continue;
      const key = identityKey(identityOf(document));
      const first = seen.get(key);
      if (first === undefined) seen.set(key, artifact.path);
      else found.push(twice(artifact.path, documentPrefix(i, documents.length) + 'metadata.name', key, first));
    }
  }
  return found;
}

function twice(artifact: string, field: string, key: string, first: string): Finding {
  const [group = '', kind = '', namespace = '', name = ''] = key.split('/');
  const shown = [group === '' ? kind : `${kind}.${group}`, namespace, name].filter((part) => part !== '').join('/');
  return finding({
    artifact,
    field,
    what: `the resource ${shown} a second time (first in ${first})`,
    fix: 'rename one, or write it in one place',
  });
}
