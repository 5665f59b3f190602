import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TerraformJson } from '../support/terraform';

const repository = join(__dirname, '..', '..');

/** Runs an example as its reader would, and gives its stacks by name. */
function run(example: string, folder: string): Record<string, TerraformJson> {
  const main = join(repository, 'examples', example, 'main.ts');
  const tsx = join(repository, 'node_modules', '.bin', 'tsx');
  execFileSync(tsx, [main], { cwd: folder, stdio: 'pipe' });
  const stacks = join(folder, 'cdktf.out', 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => [
      stack,
      JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')) as TerraformJson,
    ]),
  );
}

describe('the examples', () => {
  const made: string[] = [];
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'example-'));
    made.push(path);
    return path;
  };
  afterAll(() => {
    for (const path of made) rmSync(path, { recursive: true });
  });

  it('are all run here', () => {
    const folders = readdirSync(join(repository, 'examples'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(['hetzner-edge', 'own-component', 'vsphere-lab']);
  });

  describe('of Hetzner servers in a stack of a team', () => {
    let edge: TerraformJson;
    beforeAll(() => {
      edge = run('hetzner-edge', folder()).edge!;
    });

    it('builds the edge workers alone, behind a firewall of their own', () => {
      expect(Object.keys(edge.resource.hcloud_server!)).toEqual([
        'talos-edge-edge-workers-1',
        'talos-edge-edge-workers-2',
      ]);
      expect(edge.resource.hcloud_firewall_attachment!['edge-edge-workers']).toMatchObject({
        label_selectors: ['cluster==edge,group==example,pool in (edge-workers)'],
      });
      expect(JSON.stringify(edge.resource.hcloud_firewall!['edge-edge-workers'])).toContain('"port":"443"');
    });

    it('uses the network that is there, and the provider of the stack', () => {
      expect(edge.resource).not.toHaveProperty('hcloud_network');
      expect(edge.data.hcloud_network!.edge).toMatchObject({ name: 'edge' });
      expect(edge.provider.hcloud).toEqual([{ token: '${var.hcloud-token}' }]);
    });

    it('hands the configuration over without showing it', () => {
      expect(edge.resource.hcloud_server!['talos-edge-edge-workers-1']!.user_data).toBe(
        '${var.worker-config["talos-edge-edge-workers-1"]}',
      );
    });
  });

  describe('of vSphere machines in one stack class for two environments', () => {
    let stacks: Record<string, TerraformJson>;
    beforeAll(() => {
      stacks = run('vsphere-lab', folder());
    });

    it('gives a stack for each, with a state of its own', () => {
      expect(Object.keys(stacks)).toEqual(['lab-lab-dev', 'lab-lab-prod']);
      expect(Object.values(stacks).map(({ terraform }) => terraform.backend.s3!.key)).toEqual([
        'lab/lab-lab-dev.tfstate',
        'lab/lab-lab-prod.tfstate',
      ]);
    });

    it('builds what each says', () => {
      const machines = (stack: string) => Object.keys(stacks[stack]!.resource.vsphere_virtual_machine!);
      expect(machines('lab-lab-dev')).toHaveLength(4);
      expect(machines('lab-lab-prod')).toHaveLength(6);
      expect(stacks['lab-lab-prod']!.resource.vsphere_folder).toBeDefined();
    });
  });
});
