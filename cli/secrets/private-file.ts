import { writeFileSync } from 'node:fs';
import { relative, resolve, isAbsolute } from 'node:path';
import { UsageError, type LoadedProject } from '../project';

/**
 * Writes a plain secret where its owner asked for it: a new file that only they can read, never inside of the project, where
 * the next commit would take it along.
 *
 * @throws UsageError for a file of the project, and for one that is there already
 */
export function writePrivate({ root }: Pick<LoadedProject, 'root'>, file: string, text: string): void {
  const path = resolve(file);
  const inside = relative(root, path);
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new UsageError(`a plain secret inside of the project, got ${file}; name a file outside of ${root}`);
  }
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`cannot write the file, got ${file} (${code}); name a new file in a folder that is there`);
  }
}
