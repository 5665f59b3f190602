import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { byCodeUnit, TreeError, type Tree } from './tree';

export interface GitTreeOptions {
  /** A folder inside the repository's work tree, or a bare repository. */
  readonly repository: string;
  /** Branch, tag or commit, e.g. `main`, `origin/main`, `HEAD~1`. */
  readonly ref: string;
  /** Folder of the tree, relative to `repository`; `.` for all of it. */
  readonly folder: string;
}

/**
 * A tree as it is in a commit: read from git's object store, without a checkout and without the network. Symbolic links
 * and submodules are left out. A folder that the commit does not have is an empty tree: nothing was there yet.
 *
 * @throws TreeError where there is no git, no repository or no such commit, or where the folder is outside the repository
 */
export function readGitTree({ repository, ref, folder }: GitTreeOptions): Tree {
  const prefix = git(repository, ['rev-parse', '--show-prefix']);
  if (!prefix.ok) {
    throw new TreeError(`no git repository, got ${repository}; give a folder inside one, or compare with a folder`);
  }
  const commit = git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (!commit.ok) {
    throw new TreeError(
      `no such folder and no such commit, got ${ref}; name a folder, a branch, a tag or a commit (a shallow clone may lack it: git fetch)`,
    );
  }
  const top = insideRepository(posix.join(prefix.text, folder.replaceAll('\\', '/')), folder);
  const tree = `${commit.text}:${top}`;
  if (git(repository, ['cat-file', '-t', tree]).text !== 'tree') return new Map();
  return readBlobs(repository, listBlobs(repository, tree));
}

interface Blob {
  readonly path: string;
  readonly id: string;
}

function insideRepository(joined: string, folder: string): string {
  const top = joined === '.' ? '' : joined.replace(/\/$/, '');
  if (top === '..' || top.startsWith('../') || posix.isAbsolute(folder)) {
    throw new TreeError(`folder outside the repository, got ${folder}; name one inside it`);
  }
  return top;
}

/** Mode, type, id and path of each entry, zero-terminated: paths come unquoted, whatever they hold. */
function listBlobs(repository: string, tree: string): Blob[] {
  const listing = gitBytes(repository, ['ls-tree', '-r', '-z', '--full-tree', tree]).toString('utf8');
  return listing
    .split('\0')
    .filter((line) => line.startsWith('100'))
    .map((line) => ({ id: line.split(/[ \t]/, 3)[2] ?? '', path: line.slice(line.indexOf('\t') + 1) }))
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

/** One process for all files: the answers come in the order of the questions, as `<id> blob <size>`, the bytes, a newline. */
function readBlobs(repository: string, blobs: readonly Blob[]): Tree {
  const questions = blobs.map((blob) => `${blob.id}\n`).join('');
  const answers = gitBytes(repository, ['cat-file', '--batch'], questions);
  const tree = new Map<string, string>();
  let at = 0;
  for (const { path, id } of blobs) {
    const end = answers.indexOf('\n', at);
    const size = Number(answers.toString('latin1', at, end).split(' ')[2]);
    if (!Number.isInteger(size)) throw new TreeError(`git object missing, got ${id} for ${path}; run git fsck`);
    tree.set(path, answers.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return tree;
}

interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

function git(repository: string, args: readonly string[]): Answer {
  const { status, stdout } = run(repository, args);
  return { ok: status === 0, text: stdout.toString('utf8').replace(/\n$/, '') };
}

function gitBytes(repository: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = run(repository, args, input);
  if (status === 0) return stdout;
  throw new TreeError(`git ${args[0] ?? ''} failed, got ${stderr.toString('utf8').trim()}; run git fsck`);
}

function run(repository: string, args: readonly string[], input = '') {
  const result = spawnSync('git', args, {
    cwd: repository,
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    env: {
      ...process.env,
      // a hook that runs us points git at its own repository
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
      // a partial clone would fetch what it lacks
      GIT_NO_LAZY_FETCH: '1',
    },
  });
  const { error } = result as { error?: NodeJS.ErrnoException };
  if (error !== undefined) {
    throw new TreeError(`git cannot be run in ${repository}, got ${error.message}; install git, or name a folder`);
  }
  return result;
}
