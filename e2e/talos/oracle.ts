import type { MachineSecrets } from '../../lib/talos';
import { QuestionProcess } from '../question-process';
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
export class Oracle extends QuestionProcess<Answer> {
  constructor() {
    super(buildTool('talos'));
  }

  /** A new bundle of secrets: as the tool takes it, and as the library does. */
  async bundle(): Promise<{ readonly written: WrittenBundle; readonly secrets: MachineSecrets }> {
    const { secrets, error } = await this.ask({ operation: 'bundle', contract: 'v1.14' });
    if (secrets === undefined) throw new Error(`no bundle, got ${String(error)}; look at the tool`);
    return { written: secrets, secrets: bundleOf(secrets) };
  }
}
