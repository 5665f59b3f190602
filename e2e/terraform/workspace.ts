import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { schemaFile, providerName, type Selection } from '../../tools/bindings/selection';
import type { TrimmedSchema } from '../../tools/bindings/trim';
import { buildTool } from '../tools/build';
import { goPlatform, mirror } from './provider';

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
  private readonly config = join(this.folder, 'terraform.rc');
  private readonly local = join(this.folder, 'mirror');

  constructor(private readonly env: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.local);
    const path = JSON.stringify(this.local);
    writeFileSync(this.config, `provider_installation {\n  filesystem_mirror {\n    path = ${path}\n  }\n}\n`);
  }

  /** Takes a provider that was built. */
  real({ source }: Selection): this {
    const from = join(mirror, 'registry.terraform.io', source);
    for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (!path.includes('terraform-provider-')) continue;
      const to = join(this.local, 'registry.terraform.io', source, path);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(from, path), to);
    }
    return this;
  }

  /** Plays a provider from its committed schema, under the version that the schema has. */
  played(selection: Selection, answers: Answers = {}): this {
    const schema = readFileSync(join(repository, schemaFile(selection)), 'utf8');
    const { provider_versions: versions } = JSON.parse(schema) as TrimmedSchema;
    const [address, version] = Object.entries(versions)[0]!;
    const folder = join(this.local, address, version, goPlatform());
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
        HOME: this.folder,
        TF_CLI_CONFIG_FILE: this.config,
        CHECKPOINT_DISABLE: '1',
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
