import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const e2e = join(__dirname, '..');

/** A Terraform provider that the Go module proxy serves, pinned by the go.mod of its folder in `e2e/tools`. */
export interface GoProvider {
  readonly name: string;
  /** Address as `required_providers` spells it. */
  readonly source: string;
  readonly module: string;
}

export const goProviders: readonly GoProvider[] = [
  { name: 'hcloud', source: 'hetznercloud/hcloud', module: 'github.com/hetznercloud/terraform-provider-hcloud' },
];

/** Filesystem mirror that Terraform installs the built providers from. */
export const mirror = join(e2e, '.cache', 'mirror');

/** Version without its leading `v`, as the provider's go.mod pins it. */
export function pinnedVersion({ name, module }: GoProvider): string {
  const requirements = readFileSync(join(e2e, 'tools', name, 'go.mod'), 'utf8');
  const line = requirements.split('\n').find((text) => text.trim().startsWith(`${module} v`));
  const version = line?.trim().split(' ')[1];
  if (version === undefined) throw new Error(`e2e/tools/${name}/go.mod does not require ${module}; add it`);
  return version.slice(1);
}

/** Builds a provider, once, and puts it into the mirror. */
export function buildProvider(provider: GoProvider): void {
  const { name, source, module } = provider;
  const version = pinnedVersion(provider);
  const file = `terraform-provider-${name}_v${version}`;
  const built = join(e2e, '.cache', `${name}-${version}`, file);
  if (!existsSync(built)) {
    console.log(`building ${module} v${version} (once, a few minutes)`);
    go(join(e2e, 'tools', name), 'build', '-trimpath', '-o', `${built}.part`, module);
    renameSync(`${built}.part`, built);
  }
  const platform = go(e2e, 'env', 'GOOS', 'GOARCH').trim().replace('\n', '_');
  const folder = join(mirror, 'registry.terraform.io', source, version, platform);
  if (existsSync(join(folder, file))) return;
  mkdirSync(folder, { recursive: true });
  copyFileSync(built, join(folder, file));
}

function go(cwd: string, ...args: string[]): string {
  return execFileSync('go', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
