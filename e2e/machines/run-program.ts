import { spawn } from 'node:child_process';

export interface Run {
  readonly status: number | null;
  /** What it said, on both streams. */
  readonly output: string;
}

/** Runs a program to its end while this process goes on: an API in it may have to answer. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, output: Buffer.concat(chunks).toString('utf8').trim() });
    });
  });
}
