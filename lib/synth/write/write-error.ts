/** A tree that could not be written; it stands as it was. */
export class WriteError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WriteError';
  }
}

/** The code of a system error, such as `ENOENT`; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const FIXES: Readonly<Record<string, string>> = {
  ENOSPC: 'free space on the disk',
  EDQUOT: 'free space in the quota',
  EROFS: 'mount the file system for writing',
  EACCES: 'give the user that runs synth the right to write the folder',
  EPERM: 'give the user that runs synth the right to write the folder',
};

/** Says of a system error what to do about it; other errors stay as they are. */
export function explain(error: unknown, directory: string): unknown {
  const code = codeOf(error);
  if (code === '' || error instanceof WriteError) return error;
  const fix = FIXES[code] ?? 'correct it';
  return new WriteError(
    `${directory}: cannot be written, got ${(error as Error).message}; ${fix}, then synthesize again (the tree stands as it was)`,
    { cause: error },
  );
}
