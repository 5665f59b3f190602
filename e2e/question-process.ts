import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A question to a tool. */
export type Question = { readonly operation: string } & Readonly<Record<string, unknown>>;

/** A tool of ours that answers questions in order: a line of JSON for each line of JSON. */
export class QuestionProcess<Answer extends { readonly error?: string }> {
  private readonly waiting: ((answer: Answer) => void)[] = [];
  private readonly process: ChildProcessWithoutNullStreams;

  constructor(binary: string) {
    this.process = spawn(binary, { stdio: ['pipe', 'pipe', 'pipe'] });
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      this.waiting.shift()?.(JSON.parse(line) as Answer);
    });
    this.process.stderr.on('data', (chunk: Buffer) => {
      console.error(chunk.toString());
    });
    // whoever still waits when the tool dies learns that, instead of waiting for ever
    this.process.on('close', () => {
      for (const resolve of this.waiting.splice(0)) resolve({ error: 'the tool ended' } as Answer);
    });
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  end(): void {
    this.process.stdin.end();
  }
}
