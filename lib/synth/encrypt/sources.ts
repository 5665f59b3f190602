import {
  areSameReaders,
  decryptWith,
  encryptYaml,
  plainText,
  readEncrypted,
  SopsError,
  type OpenFile,
} from '../../secrets';
import { finding, type Finding } from '../finding';
import type { CommittedTree } from './committed-tree';
import type { FileRule } from './encryption-rules';
import type { EncryptionWorld } from './encryption-world';

/** The encrypted files of a tree as encryption reads them: each is opened once, and only when somebody asks. */
export class Sources {
  /** Sources that cannot be used; each is told once, however many files are made from it. */
  readonly findings: Finding[] = [];
  /** Sources whose text changed, since the definition names other readers than they had: path to text. */
  readonly rewritten = new Map<string, string>();
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly opened = new Map<string, Promise<OpenFile | undefined>>();

  constructor(
    private readonly tree: CommittedTree,
    private readonly world: EncryptionWorld,
    private readonly ruleOf: (path: string) => FileRule,
  ) {}

  exists(path: string): boolean {
    return this.world.made?.has(path) === true || this.tree.textOf(path) !== undefined;
  }

  /** Cipher text of a source, for the readers that the definition names; absent where it cannot be brought to them. */
  textOf(path: string): Promise<string | undefined> {
    return once(this.texts, path, async () => {
      const text = this.world.made?.get(path)?.text ?? this.tree.textOf(path);
      if (text === undefined || this.hasItsReaders(path, text)) return text;
      const previous = await this.open(path, text, true);
      if (previous === undefined) return undefined;
      const { random, now } = this.world;
      const next = await encryptYaml(plainText(previous), { ...this.ruleOf(path), random, now, previous });
      this.rewritten.set(path, next);
      return next;
    });
  }

  /** What a source says; absent where no key opens it. */
  async plainTextOf(path: string): Promise<string | undefined> {
    const made = this.world.made?.get(path);
    if (made !== undefined) return made.plain;
    const text = this.tree.textOf(path);
    const file = text === undefined ? undefined : await this.open(path, text, true);
    return file === undefined ? undefined : plainText(file);
  }

  /** A file as it was written last, to keep its cipher texts; absent where no key opens it, which is no mistake. */
  previous(path: string): Promise<OpenFile | undefined> {
    const text = this.tree.textOf(path);
    return text === undefined ? Promise.resolve(undefined) : this.open(path, text, false);
  }

  private hasItsReaders(path: string, text: string): boolean {
    try {
      return areSameReaders(readEncrypted(text).metadata, this.ruleOf(path).readers);
    } catch (error) {
      this.refuse(path, error);
      return true;
    }
  }

  private open(path: string, text: string, needed: boolean): Promise<OpenFile | undefined> {
    return once(this.opened, path, async () => {
      try {
        return await decryptWith(text, this.world.keysFor ?? noKeysFor);
      } catch (error) {
        if (needed || !(error instanceof SopsError)) this.refuse(path, error);
        return undefined;
      }
    });
  }

  private refuse(artifact: string, error: unknown): void {
    if (!(error instanceof SopsError)) throw error;
    const { what, fix, problem, path: field = '' } = error;
    const advice = problem === 'wrong-key' ? `${fix}, or start a new bundle with plinth secrets init --replace` : fix;
    this.findings.push(finding({ artifact, field, what, fix: advice }));
  }
}

function noKeysFor(recipients: readonly string[]): never {
  const what = `keys may not be used, the file is for ${recipients.join(', ')}`;
  throw new SopsError('wrong-key', what, 'run without --without-keys, with the age key of one of them');
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const present = known.get(key) ?? make();
  known.set(key, present);
  return present;
}
