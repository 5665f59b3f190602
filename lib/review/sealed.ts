import { isPlainObject, type PlainObject } from './plain-object';

/**
 * What of an encrypted file is compared: its values, and who can read them. MAC, time and wrapped keys follow from these.
 */
export function sealedContent(documents: readonly PlainObject[]): unknown {
  const contents = documents.map((document) =>
    Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'sops')),
  );
  const [first = {}] = contents;
  return {
    ...(contents.length === 1 ? first : { documents: contents }),
    sops: { readers: readersOf(documents[0]?.sops) },
  };
}

function readersOf(metadata: unknown): readonly string[] {
  if (!isPlainObject(metadata)) return [];
  const groups: unknown[] = Array.isArray(metadata.key_groups) ? metadata.key_groups : [metadata];
  return groups
    .flatMap((group): unknown[] => (isPlainObject(group) && Array.isArray(group.age) ? (group.age as unknown[]) : []))
    .flatMap((key) => (isPlainObject(key) && typeof key.recipient === 'string' ? [key.recipient] : []));
}
