import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { JsonObject } from '../../lib/cluster';
import { installFrom, type RequiredProvider } from '../provider-mirror';
import type { Plan } from './plan';
import { runProgram, type Run } from './run-program';
import { terraformProgram } from './terraform';

interface Guardable {
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

interface Configuration {
  readonly terraform?: { readonly required_providers?: Readonly<Record<string, RequiredProvider>> };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Guardable>>>>;
}

/**
 * A folder in which Terraform works on a stack as it was synthesized. What the test needs otherwise stands beside it, in
 * an override file and in the environment; a local state stays below the folder too.
 */
export class Workspace {
  private readonly root = mkdtempSync(join(tmpdir(), 'plinth-machines-'));
  private readonly folder: string;
  private installation: Readonly<Record<string, string>> = {};

  constructor(
    /** Path of the stack's file in the tree, e.g. `terraform/test/edge/machines/cdk.tf.json`. */
    path: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly program = terraformProgram(),
  ) {
    this.folder = join(this.root, dirname(path));
    mkdirSync(this.folder, { recursive: true });
  }

  /** Puts a stack where the one before it stood. */
  write(stack: JsonObject, override: JsonObject = {}): void {
    writeFileSync(join(this.folder, 'cdk.tf.json'), JSON.stringify(stack, undefined, 2));
    writeFileSync(join(this.folder, 'test_override.tf.json'), JSON.stringify(override));
  }

  /** Installs the providers that the stack asks for; fails for one that cannot be built here. */
  async init(): Promise<Run> {
    const { terraform } = this.stack();
    const { missing, env } = installFrom(this.root, Object.values(terraform?.required_providers ?? {}));
    this.installation = env;
    if (missing.length > 0) return { status: 1, output: `no provider is built here for ${missing.join(', ')}` };
    return this.run('init', '-input=false');
  }

  /** Runs a command of Terraform. */
  async run(...args: readonly string[]): Promise<Run> {
    const env = { ...this.env, ...this.installation };
    const { status, output } = await runProgram(this.program, [...args, '-no-color'], this.folder, env);
    return { status, output: `${output}${this.crashes()}` };
  }

  /** The plan for the stack as it stands, as data. */
  async plan(...args: readonly string[]): Promise<Run & { readonly plan?: Plan }> {
    const made = await this.run('plan', '-input=false', '-detailed-exitcode', '-out=plan', ...args);
    if (made.status !== 0 && made.status !== 2) return made;
    const shown = await this.run('show', '-json', 'plan');
    return { ...made, plan: JSON.parse(shown.output) as Plan };
  }

  /** Whether the stack protects anything from being destroyed. */
  isGuarded(): boolean {
    return this.guarded().length > 0;
  }

  /** Lifts that protection, beside the stack: only a test destroys a control plane. */
  unprotect(override: JsonObject): void {
    const resource: Record<string, JsonObject> = {};
    for (const [type, name] of this.guarded())
      resource[type] = { ...resource[type], [name]: { lifecycle: { prevent_destroy: false } } };
    writeFileSync(join(this.folder, 'test_override.tf.json'), JSON.stringify({ ...override, resource }));
  }

  /** What runs here, e.g. `terraform`. */
  get programName(): string {
    return basename(this.program).replace(/-[0-9a-f]+$/, '');
  }

  /** State that stands below the workspace. The backend's own note about where the state is does not count. */
  stateFiles(): readonly string[] {
    const files = readdirSync(this.root, { recursive: true, encoding: 'utf8' });
    return files.filter((path) => /\.tfstate(\.backup)?$/.test(path) && !path.includes('.terraform/'));
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Type and name of each resource with `prevent_destroy`. */
  private guarded(): readonly (readonly [type: string, name: string])[] {
    return Object.entries(this.stack().resource ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName)
        .filter(([, { lifecycle }]) => lifecycle?.prevent_destroy === true)
        .map(([name]) => [type, name] as const),
    );
  }

  private stack(): Configuration {
    return JSON.parse(readFileSync(join(this.folder, 'cdk.tf.json'), 'utf8')) as Configuration;
  }

  /** What a provider left behind when it crashed. */
  private crashes(): string {
    const logs = readdirSync(this.folder).filter((name) => /^crash.*\.log$/.test(name));
    return logs.map((name) => `\n${name}:\n${readFileSync(join(this.folder, name), 'utf8')}`).join('');
  }
}
