import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { MachineSecrets } from '../../lib/talos';
import { buildTool } from '../tools/build';
import { bundleOf, type WrittenBundle } from './written-bundle';

/** What the tool answers: an error in Talos's words, or what was asked for. */
export interface Answer {
  readonly error?: string;
  /** Documents as YAML text. */
  readonly config?: string;
  readonly warnings?: readonly string[];
  readonly secrets?: WrittenBundle;
  /** `<kind>|<path>|<rule>`. */
  readonly rules?: readonly string[];
  /** Whether a configuration to validate could be read at all. */
  readonly loaded?: boolean;
  /** Structures of kinds, and the fields of structures with their types. */
  readonly shapes?: {
    readonly kinds: Readonly<Record<string, string>>;
    readonly structures: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

/** Talos's own code, as one process that answers questions in order. */
export class Oracle {
  private readonly waiting: ((answer: Answer) => void)[] = [];

  private constructor(private readonly process: ChildProcessWithoutNullStreams) {
    createInterface({ input: process.stdout }).on('line', (line) => {
      this.waiting.shift()?.(JSON.parse(line) as Answer);
    });
    process.stderr.on('data', (chunk: Buffer) => {
      console.error(chunk.toString());
    });
    // whoever still waits when the tool dies learns that, instead of waiting for ever
    process.on('close', () => {
      for (const resolve of this.waiting.splice(0)) resolve({ error: 'the tool ended' });
    });
  }

  static start(): Oracle {
    return new Oracle(spawn(buildTool('talos'), { stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  ask(request: { readonly operation: string } & Readonly<Record<string, unknown>>): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  /** A new bundle of secrets: as the tool takes it, and as the library does. */
  async bundle(): Promise<{ readonly written: WrittenBundle; readonly secrets: MachineSecrets }> {
    const { secrets, error } = await this.ask({ operation: 'bundle', contract: 'v1.14' });
    if (secrets === undefined) throw new Error(`no bundle, got ${String(error)}; look at the tool`);
    return { written: secrets, secrets: bundleOf(secrets) };
  }

  end(): void {
    this.process.stdin.end();
  }
}
