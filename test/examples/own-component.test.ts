import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineCluster, stage } from '../../lib/cluster';
import { parseDocuments } from '../../lib/yaml';
import { statusPage } from '../../examples/own-component/status-page';
import { definition } from '../support/definition';

const repository = join(__dirname, '..', '..');
const example = join(repository, 'examples', 'own-component');

describe('the example of a component of one’s own', () => {
  const tree = mkdtempSync(join(tmpdir(), 'example-'));
  const folder = 'clusters/example/office/argocd/applications/status-page/status-page';
  const read = (file: string): unknown[] => parseDocuments(readFileSync(join(tree, folder, file), 'utf8'));
  let said = '';

  // as its reader would, besides the folder
  beforeAll(() => {
    const tsx = join(repository, 'node_modules', '.bin', 'tsx');
    const plinth = join(repository, 'cli', 'main.ts');
    said = execFileSync(tsx, [plinth, 'synth', '--out', tree], { cwd: example, encoding: 'utf8' });
  });
  afterAll(() => {
    rmSync(tree, { recursive: true });
  });

  it('is 30 lines', () => {
    expect(readFileSync(join(example, 'status-page.ts'), 'utf8').trimEnd().split('\n')).toHaveLength(30);
  });

  it('is delivered like those of the catalogue: chart, values and what stands beside them', () => {
    expect(read('Chart.yaml')).toMatchObject([{ dependencies: [{ name: 'status-page', version: '2.4.1' }] }]);
    expect(read('values.yaml')).toMatchObject([{ 'status-page': { title: 'office' } }]);
    expect(read('templates/status-page.yaml')).toMatchObject([
      { kind: 'HTTPRoute', spec: { hostnames: ['status.example.com'] } },
    ]);
  });

  it('asks for the value of its secret, which the tree never shows', () => {
    expect(said).toContain('plinth secrets set example/office status-page-token');
  });

  it('fails to stand before the kind that it requires', () => {
    const page = statusPage({ exposure: { gateway: { name: 'public' }, hosts: ['status.example.com'] } });
    expect(() => defineCluster({ ...definition(), platform: [stage('apps', page)] })).toThrow(
      'platform.apps.status-page: nothing provides what it requires, got "crd/gateway.networking.k8s.io/HTTPRoute"',
    );
  });
});
