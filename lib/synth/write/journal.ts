import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreePlan } from '../plan-tree';
import { writeNew } from './stage';
import { codeOf } from './write-error';

/** What is left to do to a tree that cannot be exchanged as a whole. */
interface Journal {
  readonly removals: readonly string[];
  /** Path, and the name of its new content in the working folder. */
  readonly writes: readonly (readonly [path: string, staged: string])[];
}

const JOURNAL = 'journal.json';
const NEW = 'new';

/** Stages the new files and decides: once the journal has its name, the next run finishes what this one may not. */
export function writeJournal(tree: string, work: string, plan: TreePlan): void {
  mkdirSync(join(work, NEW));
  const writes = [...plan.writes].map(([path, text], index) => {
    writeNew(join(work, NEW, String(index)), text, join(tree, path));
    return [path, String(index)] as const;
  });
  const journal: Journal = { removals: [...plan.removals], writes };
  writeFileSync(join(work, `${JOURNAL}.part`), JSON.stringify(journal));
  renameSync(join(work, `${JOURNAL}.part`), join(work, JOURNAL));
}

/** Whether a working folder holds a decided journal. */
export function hasJournal(work: string): boolean {
  return existsSync(join(work, JOURNAL));
}

/** Carries a journal out, from the start or from wherever a killed run left off: every step can be done twice. */
export function carryOut(tree: string, work: string): void {
  const { removals, writes } = JSON.parse(readFileSync(join(work, JOURNAL), 'utf8')) as Journal;
  for (const path of removals) {
    if (lstatSync(join(tree, path), { throwIfNoEntry: false })?.isFile() === true) unlinkSync(join(tree, path));
    pruneFolders(tree, dirname(path));
  }
  for (const [path, staged] of writes) {
    const from = join(work, NEW, staged);
    if (!existsSync(from)) continue;
    mkdirSync(join(tree, dirname(path)), { recursive: true });
    renameSync(from, join(tree, path));
  }
  unlinkSync(join(work, JOURNAL));
}

/** Removes folders that are empty now, from the inside out. */
function pruneFolders(tree: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(tree, folder));
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return;
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  pruneFolders(tree, dirname(folder));
}
