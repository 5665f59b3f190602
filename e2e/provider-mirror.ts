import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTool, pinnedVersion } from './tools/build';

/** A provider binary, built from the Go module that the go.mod of its folder in `e2e/tools` pins. */
interface BuiltProvider {
  readonly folder: string;
  readonly module: string;
  /** Whether it stands in for another version than the pinned one. @default false */
  readonly standsIn?: boolean;
}

/**
 * Providers by the address that `required_providers` gives.
 *
 * vSphere's is v1.26.0, the last release that the Go module proxy serves: later ones are tagged v2 without a module path
 * that says so, or refused (403). It is put into the mirror under the version that the stack asks for.
 */
const builtProviders: Readonly<Record<string, BuiltProvider>> = {
  'hetznercloud/hcloud': { folder: 'hcloud', module: 'github.com/hetznercloud/terraform-provider-hcloud' },
  'vmware/vsphere': { folder: 'vsphere', module: 'github.com/hashicorp/terraform-provider-vsphere', standsIn: true },
  'gavinbunney/kubectl': {
    folder: 'kubectl-provider',
    module: 'github.com/gavinbunney/terraform-provider-kubectl',
  },
  // the folder `sops` pins the command line
  'carlpett/sops': { folder: 'sops-provider', module: 'github.com/carlpett/terraform-provider-sops' },
};

// Terraform and OpenTofu each complete an address with a registry of their own
const registries = ['registry.terraform.io', 'registry.opentofu.org'];

/** What a configuration asks for, as `required_providers` spells it. */
export interface RequiredProvider {
  readonly source: string;
  readonly version: string;
}

/** The provider at an address in the version that is built here; undefined where none is, or only a stand-in for others. */
export function tryBuiltProvider(source: string): RequiredProvider | undefined {
  const provider = builtProviders[source];
  if (provider === undefined || provider.standsIn === true) return undefined;
  return { source, version: pinnedVersion(provider.folder, provider.module).slice(1) };
}

/** Filesystem mirror below the folder of a workspace. */
export function mirrorIn(folder: string): string {
  return join(folder, 'mirror');
}

/**
 * Makes Terraform install from a mirror below a folder, and from nowhere else.
 *
 * @returns the environment that says so, and the providers that nobody can build
 */
export function installFrom(folder: string, required: readonly RequiredProvider[]) {
  const mirror = mirrorIn(folder);
  const config = join(folder, 'terraform.rc');
  mkdirSync(mirror, { recursive: true });
  const missing = fillMirror(mirror, required);
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  // the provider keeps sessions in the home folder
  const env = { TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', HOME: folder };
  return { missing, env };
}

/** Puts the providers into a filesystem mirror, building those that are not built yet. Returns those that nobody can build. */
function fillMirror(mirror: string, required: readonly RequiredProvider[]): readonly string[] {
  const platform = goPlatform();
  return required.flatMap(({ source, version }) => {
    const provider = builtProviders[source];
    // a stack that asks for a newer one waits until its go.mod pins that
    if (provider === undefined || (provider.standsIn !== true && tryBuiltProvider(source)?.version !== version))
      return [`${source} ${version}`];
    const binary = buildTool(provider.folder, provider.module);
    for (const registry of registries) {
      const place = join(mirror, registry, source, version, platform);
      const file = join(place, `terraform-provider-${source.split('/').at(-1) ?? ''}_v${version}`);
      if (existsSync(file)) continue;
      mkdirSync(place, { recursive: true });
      symlinkSync(binary, file);
    }
    return [];
  });
}

/** Platform as Terraform names it, e.g. `linux_amd64`. */
export function goPlatform(): string {
  return execFileSync('go', ['env', 'GOOS', 'GOARCH'], { encoding: 'utf8' }).trim().replace('\n', '_');
}
