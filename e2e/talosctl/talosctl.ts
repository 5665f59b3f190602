import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTool } from '../tools/build';

/** What a call ended with. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds talosctl itself, once for each version, and returns the binary's path. */
export function buildTalosctl(): string {
  return buildTool('talosctl', 'github.com/siderolabs/talos/cmd/talosctl', 'github.com/siderolabs/talos');
}

/** talosctl in a folder of its own, which is its home as well: what it needs is written there, and gone at the end. */
export class Talosctl {
  /** Folder that its owner alone can read: it holds secrets. */
  readonly folder = mkdtempSync(join(tmpdir(), 'plinth-talosctl-'));
  private files = 0;

  private constructor(private readonly binary: string) {}

  static build(): Talosctl {
    return new Talosctl(buildTalosctl());
  }

  /** Writes a file that only its owner can read, and gives its path. */
  write(text: string): string {
    const path = join(this.folder, `${String((this.files += 1))}.yaml`);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  remove(path: string): void {
    rmSync(path, { recursive: true, force: true });
  }

  run(args: readonly string[]): Promise<Run> {
    // nothing of this machine: no talosconfig, no kubeconfig
    const env = { PATH: process.env.PATH, HOME: this.folder };
    return new Promise((done) => {
      execFile(this.binary, [...args], { cwd: this.folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        done({ status: typeof code === 'number' ? code : 1, stdout, stderr });
      });
    });
  }

  /** Works through a list, two at a time. */
  async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const queue = [...items];
    const worker = async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    };
    await Promise.all([worker(), worker()]);
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
