import type { Schematic } from '../../lib/talos';
import { QuestionProcess, type Question } from '../question-process';
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
  private readonly process = new QuestionProcess<Answer>(buildTool('factory'));

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
    this.process.end();
  }

  private ask(question: Question): Promise<Answer> {
    return this.process.ask(question);
  }
}
