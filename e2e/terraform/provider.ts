import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildTool, pinnedVersion, toolCache } from '../tools/build';

/** A Terraform provider that the Go module proxy serves, pinned by the go.mod of its folder in `e2e/tools`. */
export interface GoProvider {
  readonly name: string;
  /** Folder in `e2e/tools` that pins it. @default - its name */
  readonly tool?: string;
  /** Address as `required_providers` spells it. */
  readonly source: string;
  readonly module: string;
}

export const goProviders: readonly GoProvider[] = [
  { name: 'hcloud', source: 'hetznercloud/hcloud', module: 'github.com/hetznercloud/terraform-provider-hcloud' },
  {
    name: 'kubectl',
    tool: 'kubectl-provider',
    source: 'gavinbunney/kubectl',
    module: 'github.com/gavinbunney/terraform-provider-kubectl',
  },
  {
    name: 'sops',
    // the folder `sops` pins the command line
    tool: 'sops-provider',
    source: 'carlpett/sops',
    module: 'github.com/carlpett/terraform-provider-sops',
  },
];

/** Filesystem mirror that Terraform installs the built providers from. */
export const mirror = join(toolCache, 'mirror');

/** Version without its leading `v`, as the provider's go.mod pins it. */
export function providerVersion({ name, tool = name, module }: GoProvider): string {
  return pinnedVersion(tool, module).slice(1);
}

/** Builds a provider, once, and puts it into the mirror. */
export function buildProvider(provider: GoProvider): void {
  const { name, tool = name, source, module } = provider;
  const version = providerVersion(provider);
  const binary = buildTool(tool, module);
  const folder = join(mirror, 'registry.terraform.io', source, version, goPlatform());
  const file = join(folder, `terraform-provider-${name}_v${version}`);
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  copyFileSync(binary, file);
}

/** Platform as Terraform names it, e.g. `linux_amd64`. */
export function goPlatform(): string {
  return execFileSync('go', ['env', 'GOOS', 'GOARCH'], { encoding: 'utf8' }).trim().replace('\n', '_');
}
