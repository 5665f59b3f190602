import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, WriteError } from './write-error';

const LOCK = 'lock';
const IGNORE = '.gitignore';

/**
 * Takes the working folder of a tree, and makes it where it is missing. The lock is a symbolic link whose target says who
 * holds it: made in one step with its content, on every file system. A lock whose process is gone is taken over.
 *
 * @throws WriteError while another synthesis works on the tree
 */
export function lockFolder(folder: string): void {
  const self = describeSelf();
  for (;;) {
    try {
      makeFolder(folder);
      // first: git shows nothing of a folder that ignores itself, whenever this run should be killed
      writeFileSync(join(folder, IGNORE), '*\n');
      symlinkSync(self, join(folder, LOCK));
      break;
    } catch (error) {
      const code = codeOf(error);
      // the folder went away with the synthesis that had it
      if (code === 'ENOENT' && existsSync(dirname(folder))) continue;
      if (code !== 'EEXIST') throw error;
      evict(folder);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    // not `recursive`, which reports a read-only file system as a missing folder
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Gives a working folder back, and removes it unless it still holds something. */
export function unlockFolder(folder: string): void {
  const rest = readdirSync(folder).filter((name) => name !== LOCK && name !== IGNORE);
  rmSync(join(folder, LOCK));
  if (rest.length > 0) return;
  try {
    rmSync(join(folder, IGNORE));
    rmdirSync(folder);
  } catch {
    // another run took it in the meantime
  }
}

/** Removes the lock of a process that is gone. */
function evict(folder: string): void {
  const holder = readHolder(folder);
  if (holder === undefined) return;
  if (isAlive(holder)) throw busy(folder, holder);
  const aside = join(folder, `${LOCK}.${String(process.pid)}`);
  try {
    renameSync(join(folder, LOCK), aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readlinkSync(aside);
  if (moved !== holder) {
    // another run was quicker, and this is its lock
    renameSync(aside, join(folder, LOCK));
    throw busy(folder, moved);
  }
  rmSync(aside);
}

function readHolder(folder: string): string | undefined {
  try {
    return readlinkSync(join(folder, LOCK));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `<pid>@<start>@<host>`: numbers of processes are used again, hence the start. */
function describeSelf(): string {
  return [String(process.pid), startOf(process.pid), hostname()].join('@');
}

/** Of a process on another machine nothing is known: it counts as alive. */
function isAlive(holder: string): boolean {
  const [pid = '', start = '', ...host] = holder.split('@');
  if (host.join('@') !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return startOf(Number(pid)) === start;
}

/** When a process began, in ticks since boot (field 22 of proc(5) stat); empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // the name before the last parenthesis may hold anything
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function busy(folder: string, holder: string): WriteError {
  const [pid = '', , ...host] = holder.split('@');
  return new WriteError(
    `another synthesis works on this tree, got process ${pid} on ${host.join('@')}; wait for it, or remove ${folder} if it is gone`,
  );
}
