import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Folder of the package: above `cli/` in a checkout, above `dist/cli/` where it is installed. */
export function findPackageRoot(): string {
  let folder = __dirname;
  while (!existsSync(`${folder}/package.json`)) folder = dirname(folder);
  return folder;
}
