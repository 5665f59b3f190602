import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityKey, identityOf, isKubernetesObject } from '../../lib/artifact';
import { parseDocuments } from '../../lib/yaml';
import { readTree, repository } from '../support/project';

/** Runs the command that a CDK configuration file names, as its command line tool would. */
function runApp(command: string, env: NodeJS.ProcessEnv): void {
  const [program = '', ...argv] = command.split(' ');
  const { status, stderr } = spawnSync(program, argv, {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

/** Kubernetes objects of a set of files, by identity; the same identity occurs once per cluster. */
function objects(files: Iterable<string>): string[] {
  return [...files]
    .flatMap((text) => parseDocuments(text))
    .filter(isKubernetesObject)
    .map(
      (object) =>
        `${identityKey(identityOf(object))} ${JSON.stringify(object, (_key, value: unknown) => sortKeys(value))}`,
    )
    .sort();
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('the apps of the CDK configuration files', () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'plinth-apps-'));
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  it('give the same Terraform JSON as the tree (cdktf.json)', () => {
    const { app } = JSON.parse(readFileSync(join(repository, 'cdktf.json'), 'utf8')) as { app: string };
    runApp(app, { CDKTF_OUTDIR: out });
    const stacks = readdirSync(join(out, 'stacks')).map(
      (stack) => JSON.parse(readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as unknown,
    );
    const tree = [...readTree(join(repository, 'gitops'))]
      .filter(([path]) => path.endsWith('cdk.tf.json'))
      .map(([, text]) => JSON.parse(text) as unknown);
    expect(tree.length).toBeGreaterThan(1);
    const canonical = (values: unknown[]) =>
      values.map((value) => JSON.stringify(value, (_key, member: unknown) => sortKeys(member))).sort();
    expect(canonical(stacks)).toEqual(canonical(tree));
  });

  it('give the same Kubernetes objects as the tree (cdk8s.yaml)', () => {
    const [{ app }] = parseDocuments(readFileSync(join(repository, 'cdk8s.yaml'), 'utf8')) as [{ app: string }];
    runApp(app, { CDK8S_OUTDIR: out });
    const charts = readdirSync(out).filter((file) => file.endsWith('.yaml'));
    const tree = [...readTree(join(repository, 'gitops'))].filter(
      ([path]) => path.startsWith('clusters/') && path.endsWith('.yaml') && isManifest(path),
    );
    expect(charts).toHaveLength(tree.length);
    expect(objects(charts.map((file) => readFileSync(join(out, file), 'utf8')))).toEqual(
      objects(tree.map(([, text]) => text)),
    );
    expect(existsSync(join(out, 'stacks'))).toBe(true);
  });
});

/** Files of the tree that hold Kubernetes objects, told by their content; a Kustomize patch is a part of one, not an object. */
function isManifest(path: string): boolean {
  const text = readFileSync(join(repository, 'gitops', path), 'utf8');
  return !path.includes('/patches/') && parseDocuments(text).some(isKubernetesObject);
}
