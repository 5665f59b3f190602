import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaFile, providerName, type Selection } from '../../tools/bindings/selection';
import type { TrimmedSchema } from '../../tools/bindings/trim';
import { goPlatform, installFrom, mirrorIn, tryBuiltProvider } from '../provider-mirror';
import { buildTool } from '../tools/build';

const repository = join(__dirname, '..', '..');

/** What a played provider answers: computed attributes by type. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One thing that a played provider was asked to do. Secret values are digests. */
export interface JournalEntry {
  readonly verb: 'create' | 'update' | 'delete' | 'open';
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Run {
  readonly ok: boolean;
  readonly output: string;
}

/** A folder that Terraform works in, with its own choice of providers: built ones, and ones played from their schema. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  private readonly journal = join(this.folder, 'journal');
  private readonly installation = installFrom(this.folder, []).env;

  constructor(private readonly env: Readonly<Record<string, string>> = {}) {}

  /** Takes a provider that is built from its sources. */
  real({ source }: Selection): this {
    const provider = tryBuiltProvider(source);
    if (provider === undefined) throw new Error(`no provider is built here, got ${source}; play it from its schema`);
    installFrom(this.folder, [provider]);
    return this;
  }

  /** Plays a provider from its committed schema, under the version that the schema has. */
  played(selection: Selection, answers: Answers = {}): this {
    const schema = readFileSync(join(repository, schemaFile(selection)), 'utf8');
    const { provider_versions: versions } = JSON.parse(schema) as TrimmedSchema;
    const [address, version] = Object.entries(versions)[0]!;
    const folder = join(mirrorIn(this.folder), address, version, goPlatform());
    const file = join(folder, `terraform-provider-${providerName(selection)}_v${version}`);
    mkdirSync(folder, { recursive: true });
    try {
      linkSync(buildTool('schema-provider'), file);
    } catch {
      // another file system
      copyFileSync(buildTool('schema-provider'), file);
    }
    writeFileSync(`${file}.schema.json`, schema);
    writeFileSync(`${file}.answers.json`, JSON.stringify(answers));
    return this;
  }

  write(configuration: string): this {
    writeFileSync(join(this.folder, 'cdk.tf.json'), configuration);
    return this;
  }

  terraform(...args: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync('terraform', args, {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: {
        PATH: process.env.PATH,
        ...this.installation,
        PLAYED_JOURNAL: this.journal,
        ...this.env,
      },
    });
    return { ok: status === 0, output: `${stdout}${stderr}`.trim() };
  }

  /** `terraform plan`: ok where nothing changes. */
  planIsEmpty(): Run {
    return this.terraform('plan', '-input=false', '-no-color', '-detailed-exitcode');
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** What the played providers did since the last call. */
  takeJournal(): readonly JournalEntry[] {
    try {
      const lines = readFileSync(this.journal, 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as JournalEntry);
    } catch {
      return [];
    } finally {
      rmSync(this.journal, { force: true });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
