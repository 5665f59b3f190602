import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Schematic } from '../../lib/talos';
import { buildTool } from '../tools/build';

/** What the factory would build for a path. */
export interface JudgedImage {
  readonly kind: string;
  readonly platform: string;
  readonly architecture: string;
  readonly secureBoot: boolean;
  readonly diskFormat?: string;
  readonly format?: string;
}

/** One line of Talos's own list, in the words of its Go fields. */
export interface JudgedPlatform {
  readonly Name: string;
  readonly Architectures: readonly string[];
  readonly DiskImageSuffix: string;
  readonly BootMethods: readonly string[];
  readonly SecureBootSupported: boolean;
}

/** What the factory answers: an error in its words, or what was asked for. */
export interface Answer {
  readonly error?: string;
  readonly id?: string;
  readonly text?: string;
  readonly image?: JudgedImage;
  readonly platforms?: readonly JudgedPlatform[];
}

/** The image factory's own code, as one process that answers questions in order. */
export class Judge {
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

  static start(): Judge {
    return new Judge(spawn(buildTool('factory'), { stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  /** Text and id of a schematic, made from the factory's own structure. */
  marshal(schematic: Schematic): Promise<Answer> {
    return this.ask({ operation: 'marshal', schematic });
  }

  /** What the factory makes of a schematic's text that is posted to it. */
  post(text: string): Promise<Answer> {
    return this.ask({ operation: 'post', text });
  }

  /** What the factory reads from the last part of an image's URL. */
  path(path: string, version: string): Promise<Answer> {
    return this.ask({ operation: 'path', path, version });
  }

  platforms(): Promise<Answer> {
    return this.ask({ operation: 'platforms' });
  }

  end(): void {
    this.process.stdin.end();
  }

  private ask(request: { readonly operation: string } & Readonly<Record<string, unknown>>): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }
}
