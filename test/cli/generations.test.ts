import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfThisProject, type TestProject } from '../support/project';

const DEFINITION = 'clusters/hetzner-capi.ts';
const CLUSTER = 'gitops/clusters/prod/hetzner-capi/cluster-api/cluster.yaml';

describe('templates that machines stand on', () => {
  let project: TestProject;
  beforeAll(() => {
    project = copyOfThisProject();
    expect(project.plinth('synth', 'hetzner-capi')).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    project.remove();
  });

  const templates = () =>
    [...project.read(CLUSTER).matchAll(/^ {2}name: (hetzner-capi-control-plane-[0-9a-f]{8})$/gm)].map(
      ([, name]) => name,
    );
  const change = (from: string, to: string) => {
    project.write(DEFINITION, project.read(DEFINITION).replace(from, to));
  };

  it('stay beside their successor until the next change, and a review says what happens to the machines', () => {
    const [first] = templates();
    change(`type: 'cx33'`, `type: 'cx43'`);
    const diff = project.plinth('diff', 'hetzner-capi');
    expect(diff.code).toBe(2);
    expect(diff.stdout).toContain(`replaces ${first ?? ''}, which stays`);
    expect(diff.stdout).toMatch(
      /roll {2}TalosControlPlane\/hetzner-capi-control-plane {2}3 machines, one at a time, surge 1/,
    );
    expect(diff.stdout).toContain('stops before its end (issue 237)');
    expect(project.plinth('synth', 'hetzner-capi')).toMatchObject({ code: 0 });
    const [second, kept] = templates();
    expect(kept).toBe(first);
    expect(second).not.toBe(first);
    expect(project.plinth('synth', 'hetzner-capi').stdout).toContain('no change');
    expect(project.plinth('diff', 'hetzner-capi')).toMatchObject({ code: 0 });

    change(`type: 'cx43'`, `type: 'cx53'`);
    expect(project.plinth('synth', 'hetzner-capi')).toMatchObject({ code: 0 });
    expect(templates().slice(1)).toEqual([second]);
  });

  it('say nothing of machines where a change touches none', () => {
    change(`https://git.example.com/platform.git`, `https://git.example.com/other.git`);
    const { stdout, code } = project.plinth('diff', 'hetzner-capi', '--format', 'json');
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { rollouts: { rollouts: unknown[] } }).rollouts.rollouts).toEqual([]);
  });
});
