import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedVersion, buildTool } from '../tools/build';
import { command, type TestProject } from '../../test/support/project';

/** What `helm version` says of the judge: a plain build knows its minor version only. */
export const judgeMinor = pinnedVersion('helm', 'helm.sh/helm/v4').split('.').slice(0, 2).join('.');

/** A folder whose `helm` is the pinned judge, for PATH. */
export function helmFolder(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const binary = buildTool('helm', 'helm.sh/helm/v4/cmd/helm');
  if (!existsSync(join(bin, 'helm'))) symlinkSync(binary, join(bin, 'helm'));
  return bin;
}

export interface Outcome {
  readonly code: number | null;
  readonly text: string;
}

/** Somebody's machine: a chart cache of its own, and the judge on PATH. */
export class Machine {
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;

  constructor(folder: string, name: string, certificate: string) {
    const home = mkdtempSync(join(folder, `${name}-`));
    this.cache = join(home, 'charts');
    this.env = {
      ...process.env,
      PATH: `${helmFolder(folder)}:${process.env.PATH ?? ''}`,
      HOME: home,
      PLINTH_CHARTS: this.cache,
      SSL_CERT_FILE: certificate,
      NO_COLOR: '1',
    };
  }

  /** Runs the command line in a process of its own, while this one serves charts. */
  plinth({ folder }: TestProject, ...argv: string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = this.start(folder, argv);
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.on('close', (code) => {
        resolve({ code, text });
      });
    });
  }

  start(cwd: string, argv: readonly string[]): ChildProcess {
    return spawn(process.execPath, [...command, ...argv], { cwd, env: this.env, stdio: 'pipe', detached: true });
  }

  /** Files of the chart cache, renderings left out. */
  archives(): readonly string[] {
    const folder = join(this.cache, 'archives');
    return existsSync(folder) ? readdirSync(folder) : [];
  }
}
