import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Artifact } from '../../lib/artifact';
import { emitBody } from '../../lib/synth';
import { buildTool } from '../tools/build';

/** What a run of talhelper gave. */
export interface Run {
  readonly failed: boolean;
  /** Both outputs; it may hold no secrets. */
  readonly said: string;
}

/** The real talhelper in one folder, without any variable of ours and without a network. */
export class Talhelper {
  private readonly binary = buildTool('talhelper', 'github.com/budimanjojo/talhelper/v3');

  constructor(private readonly folder: string) {}

  run(...args: readonly string[]): Run {
    const nowhere = 'http://127.0.0.1:9';
    const { status, stdout, stderr } = spawnSync(this.binary, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { HOME: this.folder, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_COLOR: '1' },
    });
    return { failed: status !== 0, said: `${stdout}${stderr}` };
  }

  /** Writes artifacts of a tree below the folder. */
  write(artifacts: readonly Artifact[], root: string): void {
    for (const { path, body } of artifacts) {
      const target = join(this.folder, relative(root, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, emitBody(body));
    }
  }
}
