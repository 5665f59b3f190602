import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfThisProject, repository, type TestProject } from '../support/project';

describe('the verbs that plan', () => {
  let project: TestProject;
  beforeAll(() => {
    project = copyOfThisProject();
    project.link('gitops', `${repository}/gitops`);
  });
  afterAll(() => {
    project.remove();
  });

  it('print the steps of an upgrade, and write nothing', () => {
    const { code, stdout, stderr } = project.plinth(
      'upgrade',
      'plan',
      'hetzner-capi',
      '--to',
      'kubernetes=v1.36.3,talos=v1.13.9',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^prod\/hetzner-capi\n/);
    expect(stdout).toMatch(/roll +talos +v\S+ → v1\.13\.9/);
    expect(stdout).toMatch(/roll +kubernetes +v\S+ → v1\.36\.3/);
  });

  it('print an upgrade as JSON, the same for a cluster that stands', () => {
    const { code, stdout } = project.plinth(
      'upgrade',
      'plan',
      'test/vsphere-argocd',
      '--to',
      'talos=v1.13.9',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      cluster: 'test/vsphere-argocd',
      possible: true,
      steps: [{ impact: 'reboot' }],
    });
  });

  it('exit with 1 where there is no path, and name the nearest versions', () => {
    const { code, stdout } = project.plinth(
      'upgrade',
      'plan',
      'hetzner-capi',
      '--to',
      'kubernetes=v1.37.0,talos=v1.14.0',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('nearest: kubernetes=v1.36.3,talos=v1.13.9');
  });

  it('fail on all that is wrong with a command line at once', () => {
    const { code, stdout, stderr } = project.plinth(
      'upgrade',
      'plan',
      'hetzner-cap',
      '--to',
      'kubernets=v1.36.3,talos=1.13.9',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('did you mean hetzner-capi?');
    expect(stderr).toContain('did you mean kubernetes?');
    expect(stderr).toContain('write v1.13.9');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('fail on a downgrade beside a misspelled key, both at once', () => {
    const { code, stderr } = project.plinth(
      'upgrade',
      'plan',
      'hetzner-capi',
      '--to',
      'talo=v1.13.9,kubernetes=v1.34.0',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('did you mean talos?');
    expect(stderr).toContain('kubernetes: a downgrade');
  });

  it('print what moves in a pivot, and exit with 1 while something is missing', () => {
    const { code, stdout } = project.plinth('pivot', 'plan', 'hetzner-capi');
    expect(stdout).toMatch(/^prod\/hetzner-capi {2}namespace default\n/);
    expect(stdout).toContain('TalosControlPlane/hetzner-capi-control-plane (default)');
    expect(stdout).toContain('Application/cluster-api (argocd)');
    expect(code).toBe(stdout.includes('nothing is missing') ? 0 : 1);
    const json = project.plinth('pivot', 'plan', 'hetzner-capi', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ cluster: 'prod/hetzner-capi', namespace: 'default' });
    expect(json.code).toBe(code);
  });

  it('fail on a pivot of a cluster whose machines stand', () => {
    const { code, stderr } = project.plinth('pivot', 'plan', 'vsphere-argocd');
    expect(code).toBe(1);
    expect(stderr).toContain('not managed by Cluster API');
  });
});
