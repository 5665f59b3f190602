import { isPlainObject } from './plain-object';

/**
 * A name for each document that is no Kubernetes object, the same whatever stands beside it: its kind and name where no
 * other has them; else nothing for the first, and the position for the others as the last resort.
 */
export function documentNames(documents: readonly unknown[]): readonly string[] {
  const names = documents.map(kindAndName);
  let unnamed = 0;
  return names.map((name) => {
    if (name !== '' && names.indexOf(name) === names.lastIndexOf(name)) return name;
    const position = unnamed++;
    return position === 0 ? '' : `[${String(position)}]`;
  });
}

/** `<Kind>/<name>`, `<Kind>`, or nothing: Talos documents and the like name themselves this way. */
function kindAndName(document: unknown): string {
  if (!isPlainObject(document) || typeof document.kind !== 'string') return '';
  const { kind, name, metadata } = document;
  const own = typeof name === 'string' ? name : isPlainObject(metadata) ? metadata.name : undefined;
  return typeof own === 'string' ? `${kind}/${own}` : kind;
}
