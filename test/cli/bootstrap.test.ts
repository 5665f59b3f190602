import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfThisProject, type TestProject } from '../support/project';

describe('the verbs that show what the bootstrap brings', () => {
  let project: TestProject;
  beforeAll(() => {
    project = copyOfThisProject();
  });
  afterAll(() => {
    project.remove();
  });

  it('print each member with its chain: machines of Cluster API, addons with their Secrets, the engine', () => {
    const { code, stdout, stderr } = project.plinth('closure', 'hetzner-capi');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'Secret default/hetzner, by hand\n       Cluster API makes the machines → Secret default/hetzner',
    );
    expect(stdout).toContain(
      'Secret kube-system/hcloud, by Cluster API\n' +
        '       the engine argo-cd → cloud-provider → kube-system/hcloud-ccm → Secret kube-system/hcloud',
    );
  });

  it('print the same as JSON, and the age key of an operator that decrypts', () => {
    const { code, stdout } = project.plinth('closure', 'vsphere-argocd', '--json');
    expect(code).toBe(0);
    const { cluster, members } = JSON.parse(stdout) as { cluster: string; members: { id: string; by: string }[] };
    expect(cluster).toBe('test/vsphere-argocd');
    expect(members.map(({ id, by }) => `${id} ${by}`)).toEqual([
      'kube-system/cilium hand',
      'argocd/argo-cd hand',
      'sops-secrets-operator/sops-age hand',
    ]);
  });

  it.each([
    ['mermaid', /^---\ntitle: "prod\/hetzner-capi"\n---\nflowchart LR\n/],
    ['dot', /^digraph "prod\/hetzner-capi" \{\n/],
    ['svg', /<svg [\s\S]*<\/svg>\n$/],
    ['html', /^<!doctype html>\n[\s\S]*by Cluster API[\s\S]*<\/html>\n$/],
  ])('draw the stages as %s', (format, form) => {
    const { code, stdout, stderr } = project.plinth('graph', 'hetzner-capi', '--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(form);
  });

  it('fail on an unknown format or cluster, saying what is known', () => {
    expect(project.plinth('graph', 'hetzner-capi', '--format', 'png')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Allowed choices are mermaid, dot, svg, html') as string,
    });
    expect(project.plinth('closure', 'hetzner')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no such cluster, got hetzner; did you mean') as string,
    });
  });
});
