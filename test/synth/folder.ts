import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that goes with the test, with a tree `gitops` inside. */
export function workingFolder() {
  const root = mkdtempSync(join(tmpdir(), 'plinth-synth-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const directory = join(root, 'gitops');
  return {
    root,
    directory,
    write: (path: string, text: string): void => {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    },
    read: (path: string) => readFileSync(join(directory, path), 'utf8'),
    exists: (path: string) => existsSync(join(directory, path)),
    copyTo: (path: string) => {
      cpSync(directory, path, { recursive: true });
    },
    listing: () => listingOf(directory),
    /** What stands beside the tree; nothing should. */
    besides: () => readdirSync(root).filter((name) => name !== 'gitops'),
  };
}

/** Everything in a folder: path to kind, mode and content; `undefined` where there is no folder. */
export function listingOf(folder: string, path = ''): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  return Object.fromEntries(
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      const full = join(folder, at);
      if (entry.isSymbolicLink()) return [[at, `link to ${readlinkSync(full)}`]];
      const mode = (lstatSync(full).mode & 0o777).toString(8);
      if (entry.isDirectory()) return [[at, `folder ${mode}`], ...Object.entries(listingOf(folder, at) ?? {})];
      return [[at, `file ${mode} ${readFileSync(full, 'utf8')}`]];
    }),
  );
}

/** Number and times of everything in a folder: the same only if nothing was written. */
export function footprintOf(folder: string, path = ''): string[] {
  const { ino, mtimeMs, ctimeMs } = lstatSync(join(folder, path));
  return [
    `${path} ${String(ino)} ${String(mtimeMs)} ${String(ctimeMs)}`,
    ...readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const at = join(path, entry.name);
      if (entry.isDirectory()) return footprintOf(folder, at);
      const stats = lstatSync(join(folder, at));
      return [`${at} ${String(stats.ino)} ${String(stats.mtimeMs)} ${String(stats.ctimeMs)}`];
    }),
  ];
}
