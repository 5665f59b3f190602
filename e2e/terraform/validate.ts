import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installFrom, type RequiredProvider } from '../provider-mirror';
import { runSuite } from '../suite';
import type { Tally } from '../tally';

// tsx e2e/terraform/validate.ts [TREE]: terraform init and validate, with the real providers, for every cdk.tf.json of a
// tree. Only the Go module proxy is asked for anything; Terraform installs from a mirror on disk.

const tree = resolve(process.argv[2] ?? 'gitops');

function main(tally: Tally): Promise<void> {
  if (!existsSync(tree)) throw new Error(`no such folder, got ${tree}; run synth first, or name the tree`);
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('cdk.tf.json'));
  for (const path of files.sort()) validate(tally, path);
  return Promise.resolve();
}

/** `terraform init` and `validate` in a folder of its own: neither lock file nor state reaches the tree. */
function validate(tally: Tally, path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  try {
    copyFileSync(join(tree, path), join(folder, 'cdk.tf.json'));
    const { missing, env } = installFrom(folder, requiredProviders(join(folder, 'cdk.tf.json')));
    if (missing.length > 0) {
      console.log(`skipped ${path}: no provider is built here for ${missing.join(', ')}`);
      return;
    }
    for (const args of [['init', '-backend=false', '-input=false'], ['validate']]) {
      const { status, stdout, stderr } = spawnSync('terraform', [...args, '-no-color'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      tally.check(`${path}: ${args[0] ?? ''}`, status === 0, () => `${stdout}${stderr}`.trim());
      if (status !== 0) return;
    }
    console.log(`passed ${path}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Providers that a configuration asks for, e.g. `hetznercloud/hcloud` in version 1.68.0. */
function requiredProviders(file: string): readonly RequiredProvider[] {
  const { terraform } = JSON.parse(readFileSync(file, 'utf8')) as {
    terraform?: { required_providers?: Record<string, RequiredProvider> };
  };
  return Object.values(terraform?.required_providers ?? {});
}

runSuite('the stacks with the real providers', main, ['terraform']);
