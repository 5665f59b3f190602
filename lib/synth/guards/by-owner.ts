import type { EmittedFile } from '../emit-body';

/** The files of each owner: clusters do not see each other's objects. */
export function byOwner(files: readonly EmittedFile[]): readonly (readonly EmittedFile[])[] {
  const owners = new Map<string, EmittedFile[]>();
  for (const file of files) {
    const siblings = owners.get(file.artifact.owner);
    if (siblings === undefined) owners.set(file.artifact.owner, [file]);
    else siblings.push(file);
  }
  return [...owners.values()];
}
