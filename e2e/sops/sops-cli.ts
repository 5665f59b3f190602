import { execFile } from 'node:child_process';
import { buildTool } from '../tools/build';

/** Builds sops itself, once for each version, and returns the binary's path. */
export function buildSops(): string {
  return buildTool('sops', 'github.com/getsops/sops/v3/cmd/sops');
}

/** What a call of sops ended with. */
export interface SopsRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls sops with a private key and nothing else of this machine's keys. */
export function runSops(
  binary: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<SopsRun> {
  const clean = { PATH: process.env.PATH, HOME: cwd, ...env };
  return new Promise((done) => {
    execFile(binary, [...args], { cwd, env: clean, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      done({ status: typeof code === 'number' ? code : 1, stdout, stderr });
    });
  });
}

/** Works through a list, two at a time: a process of sops keeps one core busy. */
export async function inPairs<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const index = next++;
      const item = items[index];
      if (item === undefined) return;
      await work(item, index);
    }
  };
  await Promise.all([worker(), worker()]);
}
