import { describe, expect, it } from 'vitest';
import { formatProblem, type JsonObject } from '../../../lib/cluster';
import { checkConfig, contractOf, generateConfig, type Mode } from '../../../lib/talos';
import { document } from '../../../lib/talos/document';
import { mergeDocument } from '../../../lib/talos/merge/merge-document';
import { placeholderSecrets } from '../../../lib/talos/placeholder-secrets';

type Role = 'control-plane' | 'worker';

function generated(version: string, role: Role) {
  return generateConfig({
    contract: contractOf(version),
    role,
    cluster: { name: 'edge', endpoint: 'https://api.edge.example.com:6443', kubernetes: 'v1.34.2' },
    secrets: placeholderSecrets,
    options: { installDisk: '/dev/sda' },
  });
}

/** Problems of a generated configuration whose main document is patched, and which has more documents. */
function problems(
  patch: JsonObject,
  more: readonly JsonObject[] = [],
  version = 'v1.12.2',
  role: Role = 'control-plane',
  mode: Mode = 'metal',
) {
  const [main = {}, ...others] = generated(version, role);
  return checkConfig([mergeDocument(main, patch), ...others, ...more], mode).map(formatProblem);
}

describe('checkConfig', () => {
  it.each(['v1.10.9', 'v1.11.6', 'v1.12.2', 'v1.13.9', 'v1.14.1'])(
    'finds nothing in what is generated for %s',
    (version) => {
      for (const role of ['control-plane', 'worker'] as const) {
        for (const mode of ['metal', 'cloud'] as const) expect(problems({}, [], version, role, mode)).toEqual([]);
      }
    },
  );

  it('finds kernel arguments beside those of the image, on metal', () => {
    const patch = { machine: { install: { extraKernelArgs: ['a=1'] } } };
    expect(problems(patch)).toEqual([
      'machine.install.extraKernelArgs: kernel arguments beside those of the image, got ["a=1"]; put them into the image, or set grubUseUKICmdline to false',
    ]);
    expect(problems(patch, [], 'v1.11.6')).toEqual([]);
    expect(problems(patch, [], 'v1.12.2', 'worker', 'cloud')).toEqual([]);
  });

  it('finds an unknown pod network', () => {
    expect(problems({ cluster: { network: { cni: { name: 'cilium' } } } })).toEqual([
      'cluster.network.cni.name: no pod network of Talos, got "cilium"; allowed: flannel, custom, none; use one of them',
    ]);
    expect(problems({ cluster: { network: { cni: { name: 'none' } } } })).toEqual([]);
  });

  it('finds parts of the control plane on workers alone', () => {
    const access = { machine: { features: { kubernetesTalosAPIAccess: { enabled: true } } } };
    const virtual = { machine: { network: { interfaces: [{ interface: 'eth0', vip: { ip: '192.0.2.1' } }] } } };
    for (const patch of [access, virtual]) {
      expect(problems(patch, [], 'v1.12.2', 'worker')).toHaveLength(1);
      expect(problems(patch)).toEqual([]);
    }
    const more = [document('KubeTalosAPIAccessConfig', { allowedRoles: [] })];
    expect(problems({}, more, 'v1.14.1', 'worker')).toHaveLength(1);
    expect(problems({}, more, 'v1.14.1')).toEqual([]);
  });

  it('finds a host name beside a made one', () => {
    const named = (auto: string) => checkConfig([document('HostnameConfig', { auto, hostname: 'a' })], 'metal');
    expect(named('stable').map(({ path }) => path)).toContain('HostnameConfig.auto');
    expect(named('off').map(({ path }) => path)).not.toContain('HostnameConfig.auto');
  });

  it('finds documents that are there twice or exclude each other', () => {
    const link = document('LinkConfig', {}, 'a');
    expect(problems({}, [link, link])).toEqual([
      'LinkConfig/a: a document that is there twice; bring the two together, or give them different names',
    ]);
    const peer = document('VethConfig', { peer: { name: 'a' } }, 'b');
    expect(problems({}, [link, peer], 'v1.14.1')).toEqual([
      'VethConfig/b: a document that excludes LinkConfig/a; keep one of the two',
    ]);
  });

  it('finds a field that a document takes the place of', () => {
    expect(problems({ machine: { network: { hostname: 'a' } } })).toEqual([
      'machine.network.hostname: a field that HostnameConfig takes the place of; set it in HostnameConfig alone',
    ]);
    expect(problems({ machine: { network: { hostname: 'a' } } }, [], 'v1.11.6')).toEqual([]);
    expect(problems({ machine: { nodeLabels: { a: 'b' } } }, [], 'v1.14.1')).toHaveLength(1);
  });

  it('finds fields of the kubelet that Talos sets itself', () => {
    expect(problems({ machine: { kubelet: { extraConfig: { maxPods: 1, seccompDefault: true } } } })).toEqual([
      'machine.kubelet.extraConfig.seccompDefault: a field that Talos sets itself; leave it out',
    ]);
  });

  it.each(['https://:6443', 'https://a:70000', 'a:6443'])('finds %s, which is no endpoint', (endpoint) => {
    const [main, ...others] = generated('v1.12.2', 'worker');
    const cluster = { ...(main?.cluster as JsonObject), controlPlane: { endpoint } };
    expect(checkConfig([{ ...main, cluster }, ...others], 'cloud')).toMatchObject([
      { path: 'cluster.controlPlane.endpoint', got: endpoint },
    ]);
  });

  it('shows no secret', () => {
    const [main, ...others] = generated('v1.12.2', 'control-plane');
    const text = checkConfig(
      [{ ...main, machine: { ...(main?.machine as JsonObject), type: 'worker' } }, ...others],
      'metal',
    )
      .map(formatProblem)
      .join('\n');
    expect(text).toContain('machine.ca.key: a worker that could sign');
    expect(text).not.toContain(Buffer.from(placeholderSecrets.certs.os.key).toString('base64'));
  });
});
