import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildProvider, goProviders, mirror, providerVersion } from './provider';

// tsx e2e/terraform/validate.ts [TREE]: terraform init and validate, with the real providers, for every cdk.tf.json of a
// tree. Only the Go module proxy is asked for anything; Terraform installs from a mirror on disk.

const tree = resolve(process.argv[2] ?? 'gitops');

interface Run {
  readonly ok: boolean;
  readonly output: string;
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Run {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { ok: status === 0, output: `${stdout}${stderr}`.trim() };
}

/** Addresses with versions that a configuration asks for, e.g. `hetznercloud/hcloud 1.68.0`. */
function requiredProviders(file: string): string[] {
  const { terraform } = JSON.parse(readFileSync(file, 'utf8')) as {
    terraform?: { required_providers?: Record<string, { source: string; version: string }> };
  };
  return Object.values(terraform?.required_providers ?? {}).map(({ source, version }) => `${source} ${version}`);
}

/** `terraform init` and `validate` in a folder of its own: neither lock file nor state reaches the tree. */
function validate(file: string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  try {
    copyFileSync(file, join(folder, 'cdk.tf.json'));
    const config = join(folder, 'terraform.rc');
    const path = JSON.stringify(mirror);
    writeFileSync(config, `provider_installation {\n  filesystem_mirror {\n    path = ${path}\n  }\n}\n`);
    const env = { TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' };
    const init = run('terraform', ['init', '-backend=false', '-input=false', '-no-color'], folder, env);
    return init.ok ? run('terraform', ['validate', '-no-color'], folder, env) : init;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): number {
  for (const tool of ['go', 'terraform']) {
    if (run(tool, ['version'], tmpdir()).ok) continue;
    console.log(`skipped: ${tool} is not on PATH; install it to check the tree with the real providers`);
    return 0;
  }
  if (!existsSync(tree)) {
    console.log(`no such folder, got ${tree}; run synth first, or name the tree`);
    return 1;
  }
  goProviders.forEach(buildProvider);
  const available = goProviders.map((provider) => `${provider.source} ${providerVersion(provider)}`);
  const counts = { passed: 0, failed: 0 };
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('cdk.tf.json'));
  for (const path of files.sort()) {
    const missing = requiredProviders(join(tree, path)).filter((provider) => !available.includes(provider));
    if (missing.length > 0) {
      console.log(`skipped ${path}: no provider is built here for ${missing.join(', ')}`);
      continue;
    }
    const { ok, output } = validate(join(tree, path));
    counts[ok ? 'passed' : 'failed'] += 1;
    console.log(ok ? `passed ${path}` : `failed ${path}\n${output}`);
  }
  console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  return counts.failed === 0 ? 0 : 1;
}

process.exitCode = main();
