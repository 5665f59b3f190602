import type { EmittedFile } from '../emit-body';
import { finding, type Finding } from '../finding';
import { listPath } from '../ownership/digest-list';
import { listKinds } from '../ownership/owner-index';
import type { Guard } from './guard';

/** First segments that synthesis keeps for itself. */
const RESERVED = /^\.plinth/i;

/** Refuses paths that leave the tree, and files that cannot stand side by side, on any file system. */
export const paths: Guard = {
  name: 'paths',
  check: (files) => [...files.flatMap(malformed), ...owners(files), ...collisions(files)],
};

function malformed({ artifact: { path } }: EmittedFile): Finding[] {
  const what = mistakeOf(path) ?? (RESERVED.test(path) ? 'a path that synthesis keeps for itself' : undefined);
  if (what === undefined) return [];
  return [finding({ artifact: path, what, fix: 'give a path inside the tree, such as clusters/prod/edge/app.yaml' })];
}

/** An owner's name is the path of its lists as well. */
function owners(files: readonly EmittedFile[]): Finding[] {
  return [...new Map(files.map(({ artifact }) => [artifact.owner, artifact.path]))].flatMap(([owner, path]) => {
    const what = mistakeOf(owner);
    return what === undefined
      ? []
      : [
          finding({
            artifact: path,
            what: `the owner ${JSON.stringify(owner)}: ${what}`,
            fix: 'name it <group>/<cluster>',
          }),
        ];
  });
}

function mistakeOf(path: string): string | undefined {
  if (path === '') return 'an empty path';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'an absolute path';
  if (path.includes('\\')) return 'a backslash in the path';
  if (/\p{Control}/u.test(path)) return 'a control character in the path';
  if (/\p{Surrogate}/u.test(path)) return 'half a surrogate pair in the path';
  const segments = path.split('/');
  if (segments.includes('')) return 'an empty segment in the path';
  if (segments.includes('..') || segments.includes('.')) return 'a path that leaves its folder';
  if (segments.some((segment) => segment.toLowerCase() === '.git')) return "a path into git's own folder";
  if (segments.some((segment) => Buffer.byteLength(segment) > LONGEST_NAME)) return 'a name longer than 255 bytes';
  return undefined;
}

/** NAME_MAX of Linux and macOS file systems, in bytes. */
const LONGEST_NAME = 255;

function collisions(files: readonly EmittedFile[]): Finding[] {
  const found: Finding[] = [];
  const taken = new Map<string, Place>();
  const places = [
    ...files.map(({ artifact: { path, owner } }) => ({ path, owner })),
    ...[...new Set(files.map(({ artifact }) => artifact.owner))].flatMap((owner) =>
      listKinds.map((kind) => ({ path: listPath(kind, owner), owner })),
    ),
  ];
  for (const place of places) {
    const other = taken.get(fold(place.path));
    if (other === undefined) taken.set(fold(place.path), place);
    else found.push(samePath(place, other));
  }
  const checked = new Map<string, Place | undefined>();
  for (const place of places) {
    const other = fileAbove(fold(place.path), taken, checked);
    if (other !== undefined) found.push(fileAsFolder(place, other));
  }
  return found;
}

interface Place {
  readonly path: string;
  readonly owner: string;
}

/** A file that stands where a folder above the path is needed. Siblings share the answer. */
function fileAbove(
  path: string,
  taken: ReadonlyMap<string, Place>,
  checked: Map<string, Place | undefined>,
): Place | undefined {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (folder === '') return undefined;
  if (!checked.has(folder)) checked.set(folder, taken.get(folder) ?? fileAbove(folder, taken, checked));
  return checked.get(folder);
}

/** What file systems that ignore case or compose accents take for one name. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function samePath(place: Place, other: Place): Finding {
  const differs = place.path === other.path ? '' : `, which differs only in case from ${other.path}`;
  return finding({
    artifact: place.path,
    what: `two artifacts with one path${differs}: owners ${other.owner} and ${place.owner}`,
    fix: 'give each its own path',
  });
}

function fileAsFolder(place: Place, other: Place): Finding {
  return finding({
    artifact: place.path,
    what: `a file below ${other.path}, which is a file itself: owners ${place.owner} and ${other.owner}`,
    fix: 'move one of them',
  });
}
