import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrity, type Alias } from './alias';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly name?: string; readonly version?: string; readonly integrity?: string }>
  >;
}

/** What our code, the vSphere package and the synthesized JSON say about which cdktf they have. */
const questions = `
  const { dirname } = require('node:path');
  const packageOf = (from) => require.resolve('cdktf/package.json', { paths: [from] });
  const { StackRoot, ClusterStack } = require('./lib/terraform');
  const { TerraformStack } = require('cdktf');
  const cluster = { group: 'g', name: 'n', machines: {} };
  const stack = new ClusterStack(new StackRoot(), 'asked', { cluster });
  console.log(JSON.stringify({
    ours: packageOf(process.cwd()),
    vsphere: packageOf(dirname(require.resolve('@cdktf/provider-vsphere/package.json'))),
    name: require('cdktf/package.json').name,
    isStack: stack instanceof TerraformStack,
    version: stack.toTerraform()['//'].metadata.version,
  }));
`;

interface Answer {
  readonly ours: string;
  readonly vsphere: string;
  readonly name: string;
  readonly isStack: boolean;
  readonly version: string;
}

/** Why `cdktf` in a project's folder is not the fork; empty where it is. */
export function notTheFork(folder: string, { version }: Alias): string[] {
  const script = ['--require', './node_modules/tsx/dist/cjs/index.cjs', '--eval', questions];
  const answer = JSON.parse(execFileSync('node', script, { cwd: folder, encoding: 'utf8' })) as Answer;
  return [
    ...(answer.name === 'cdktn' ? [] : [`the package that cdktf resolves to is ${answer.name}`]),
    ...(answer.vsphere === answer.ours ? [] : ['@cdktf/provider-vsphere has a copy of its own']),
    ...(answer.isStack ? [] : ['our stacks are not stacks of it']),
    ...(answer.version === version ? [] : [`synthesized JSON names version ${answer.version}`]),
    ...notLocked(join(folder, 'node_modules', '.package-lock.json')),
  ];
}

/** Why a lock file does not hold exactly the fork's package where `cdktf` is looked for. */
export function notLocked(file: string): string[] {
  if (!existsSync(file)) return [`no lock file, got ${file}`];
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const found = packages['node_modules/cdktf'];
  // the generator of bindings, a development tool, keeps the cdktf that it was made with
  const others = Object.keys(packages).filter(
    (path) => path.endsWith('/node_modules/cdktf') && path !== 'node_modules/@cdktf/commons/node_modules/cdktf',
  );
  return [
    ...(found?.name === 'cdktn' && found.integrity === integrity
      ? []
      : [`node_modules/cdktf is ${found?.name ?? 'cdktf'} ${found?.version ?? ''} ${found?.integrity ?? ''}`]),
    ...others.map((path) => `a second copy at ${path}`),
  ];
}
