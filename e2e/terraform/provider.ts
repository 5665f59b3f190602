import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildTool, pinnedVersion, toolCache } from '../tools/build';

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
export const mirror = join(toolCache, 'mirror');

/** Version without its leading `v`, as the provider's go.mod pins it. */
export function providerVersion({ name, module }: GoProvider): string {
  return pinnedVersion(name, module).slice(1);
}

/** Builds a provider, once, and puts it into the mirror. */
export function buildProvider(provider: GoProvider): void {
  const { name, source, module } = provider;
  const version = providerVersion(provider);
  const binary = buildTool(name, module);
  const platform = execFileSync('go', ['env', 'GOOS', 'GOARCH'], { encoding: 'utf8' }).trim().replace('\n', '_');
  const folder = join(mirror, 'registry.terraform.io', source, version, platform);
  const file = join(folder, `terraform-provider-${name}_v${version}`);
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  copyFileSync(binary, file);
}
