import { spawnSync } from 'node:child_process';
import { buildTool } from '../tools/build';

/** The Terraform on PATH; where there is none, OpenTofu, built once. `PLINTH_TERRAFORM` names another. */
export function terraformProgram(): string {
  const named = process.env.PLINTH_TERRAFORM;
  if (named === 'tofu') return openTofu();
  if (named !== undefined) return named;
  if (spawnSync('terraform', ['version']).status === 0) return 'terraform';
  return openTofu();
}

/** OpenTofu, built once. */
export function openTofu(): string {
  return buildTool('opentofu', 'github.com/opentofu/opentofu/cmd/tofu');
}
