import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfThisProject, readTree, repository, type TestProject } from '../support/project';

/** The model with one change: the keys of every definition arrive in another order. */
const shuffling = (seed: number) => `
import { defineCluster as define } from '${repository}/lib/cluster';
import { seeded, shuffleKeys } from '${repository}/test/support/shuffle';
export * from '${repository}/lib/cluster';
export const defineCluster = (definition: object) => define(shuffleKeys(definition, seeded(${String(seed)})) as never);
`;

describe('the order of a definition', () => {
  let project: TestProject;
  beforeAll(() => {
    project = copyOfThisProject();
    // the encrypted files are current, or a key would be needed
    cpSync(join(repository, 'gitops'), join(project.folder, 'gitops'), { recursive: true });
    for (const path of project.tree('clusters').keys()) {
      project.write(
        `clusters/${path}`,
        project.read(`clusters/${path}`).replace(`'${repository}/lib/cluster'`, `'../shuffling'`),
      );
    }
  });
  afterAll(() => {
    project.remove();
  });

  it.each([1, 2, 3])('does not reach the tree (seed %i)', (seed) => {
    project.write('shuffling.ts', shuffling(seed));
    const config = project.read('plinth.config.ts');
    if (seed % 2 === 1)
      project.write('plinth.config.ts', config.replace(/clusters: \[(.*), (.*)\]/, 'clusters: [$2, $1]'));
    expect(project.plinth('synth', '--out', `tree-${String(seed)}`)).toMatchObject({ code: 0 });
    expect([...project.tree(`tree-${String(seed)}`)]).toEqual([...readTree(`${repository}/gitops`)]);
  });
});
