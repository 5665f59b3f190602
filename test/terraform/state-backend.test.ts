import { HttpBackend, TerraformStack, Testing } from 'cdktf';
import { describe, expect, it } from 'vitest';
import {
  gcsState,
  httpState,
  kubernetesState,
  localState,
  resolveState,
  s3State,
  type TerraformStateDefinition,
} from '../../lib/cluster';
import { stackArtifact, stateBackend, StackRoot } from '../../lib/terraform';
import { MachinesStack, stacksFor } from '../../stacks';
import { hetznerCluster, vsphereCluster } from '../support/clusters-terraform';
import type { TerraformJson } from '../support/terraform';

function backendOf(definition: TerraformStateDefinition): Record<string, unknown> {
  const stack = new TerraformStack(new StackRoot(), 'prod-edge-machines');
  stateBackend(stack, resolveState(definition));
  return (JSON.parse(Testing.synth(stack, true)) as TerraformJson).terraform.backend;
}

const jsonOf = (...[stack, cluster]: Parameters<typeof stackArtifact>): TerraformJson =>
  (stackArtifact(stack, cluster).body as unknown as { value: TerraformJson }).value;

describe('the state of a stack', () => {
  it('is in a file beside the working directories', () => {
    expect(backendOf(localState())).toEqual({ local: { path: '../../../terraform.prod-edge-machines.tfstate' } });
  });

  it('is in a bucket of S3, locked by a file', () => {
    expect(backendOf(s3State({ bucket: 'states', region: 'eu-central-1', prefix: 'plinth' }))).toEqual({
      s3: {
        bucket: 'states',
        region: 'eu-central-1',
        key: 'plinth/prod-edge-machines.tfstate',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it('is in a bucket of another service, which AWS is not asked about', () => {
    const { s3 } = backendOf(
      s3State({ bucket: 'states', region: 'auto', endpoint: 'https://r2.example.com', lockFile: false }),
    );
    expect(s3).toMatchObject({
      endpoints: { s3: 'https://r2.example.com' },
      skip_region_validation: true,
      skip_requesting_account_id: true,
      use_path_style: true,
    });
    expect(s3).not.toHaveProperty('use_lockfile');
  });

  it('is in a bucket of Google Cloud', () => {
    expect(backendOf(gcsState({ bucket: 'states', prefix: 'plinth' }))).toEqual({
      gcs: { bucket: 'states', prefix: 'plinth/prod-edge-machines' },
    });
  });

  it('is behind HTTP, with a lock', () => {
    const address = 'https://git.example.com/api/v4/projects/7/terraform/state';
    expect(backendOf(httpState({ address: `${address}/` }))).toEqual({
      http: {
        address: `${address}/prod-edge-machines`,
        lock_address: `${address}/prod-edge-machines/lock`,
        lock_method: 'POST',
        unlock_address: `${address}/prod-edge-machines/lock`,
        unlock_method: 'DELETE',
      },
    });
  });

  it('is in a Secret of a cluster, and its outputs are read from there', () => {
    expect(backendOf(kubernetesState({ namespace: 'terraform' }))).toEqual({
      kubernetes: { secret_suffix: 'prod-edge-machines', namespace: 'terraform' },
    });
    const stack = new TerraformStack(new StackRoot(), 'reader');
    const backend = stateBackend(stack, resolveState(kubernetesState()));
    backend.getRemoteStateDataSource(stack, 'other', 'prod-edge-machines');
    expect((JSON.parse(Testing.synth(stack, true)) as TerraformJson).data.terraform_remote_state!.other).toMatchObject({
      backend: 'kubernetes',
      config: { secret_suffix: 'prod-edge-machines', namespace: 'default' },
    });
  });
});

describe('where a stack keeps its state', () => {
  const state = gcsState({ bucket: 'states' });

  it('is what the definition says, for machines by Terraform and by Cluster API alike', () => {
    for (const cluster of [vsphereCluster({ state }), hetznerCluster({ state })]) {
      const [stack] = stacksFor(new StackRoot(), cluster);
      expect(jsonOf(stack!, cluster).terraform.backend).toEqual({ gcs: { bucket: 'states', prefix: stack!.node.id } });
    }
  });

  it('is what the stack is told, before all', () => {
    const cluster = vsphereCluster({ state });
    const told = new MachinesStack(new StackRoot(), { cluster, backend: localState({ folder: '../state' }) });
    expect(jsonOf(told, cluster).terraform.backend).toEqual({
      local: { path: '../state/terraform.test-edge-machines.tfstate' },
    });
    const own = new MachinesStack(new StackRoot(), {
      cluster,
      backend: (stack) => new HttpBackend(stack, { address: 'https://state.example.com' }),
    });
    expect(Object.keys(jsonOf(own, cluster).terraform.backend)).toEqual(['http']);
  });

  it('is a place of its own for each environment of one stack class', () => {
    const keys = ['test', 'prod'].map((group) => {
      const cluster = { ...vsphereCluster({ state }), group, id: `${group}/edge` };
      const stack = new MachinesStack(new StackRoot(), { cluster });
      return jsonOf(stack, cluster).terraform.backend.gcs!.prefix;
    });
    expect(keys).toEqual(['test-edge-machines', 'prod-edge-machines']);
  });

  it('fails for a place that holds on one machine only', () => {
    const cluster = vsphereCluster();
    expect(
      () => new MachinesStack(new StackRoot(), { cluster, backend: localState({ folder: '/var/state' }) }),
    ).toThrow('an absolute path');
  });
});

describe('the stack of the machines', () => {
  it('fails for an infrastructure whose machines Terraform does not make', () => {
    expect(() => new MachinesStack(new StackRoot(), { cluster: hetznerCluster() })).toThrow(
      'Terraform makes no machines of this infrastructure, got hetzner; use one of vsphere, hetzner-machines',
    );
  });
});
