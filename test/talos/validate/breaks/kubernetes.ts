import { breakable, type Breakable } from './break';

export const kubernetes: readonly Breakable[] = [
  breakable(
    'KubeAPIServerConfig',
    undefined,
    { image: 'a', extraArgs: { 'feature-gates': 'A=true', list: ['a', 'b'] } },
    [
      ['image', undefined],
      ['extraArgs', { 'oidc-issuer-url': 'x' }, 'extraArgs.oidc-issuer-url'],
      ['extraArgs', { a: { b: 'c' } }, 'extraArgs.a'],
      ['resources.requests', { gpu: 1 }, 'resources.requests.gpu'],
    ],
  ),
  breakable('KubeAdmissionControlConfig', 'PodSecurity', { configuration: { a: 1 } }, [['name', undefined]]),
  breakable('KubeAuthorizerConfig', 'hook', { type: 'Webhook', webhook: { timeout: '1s' } }, [
    ['name', undefined],
    ['type', undefined],
    ['type', 'ABAC'],
    ['webhook', undefined],
  ]),
  breakable('KubeClusterConfig', undefined, { clusterName: 'a', endpoint: 'https://api.example.com:6443' }, [
    ['clusterName', undefined],
    ['endpoint', undefined],
    ['endpoint', 'https://:6443'],
    ['endpoint', 'https://api.example.com:70000'],
    ['endpoint', 'https://2001:db8::1'],
  ]),
  breakable('KubeControllerManagerConfig', undefined, { image: 'a', resources: { limits: { cpu: 1 } } }, [
    ['image', undefined],
    ['resources.limits', { pods: 1 }, 'resources.limits.pods'],
  ]),
  breakable('KubeSchedulerConfig', undefined, { image: 'a' }, [['image', '']]),
  breakable('KubeProxyConfig', undefined, { image: 'a', mode: 'nftables' }, [
    ['image', undefined],
    ['mode', 'ebpf'],
  ]),
  breakable('KubeFlannelCNIConfig', undefined, { backendType: 'vxlan', backendPort: 4789 }, [
    ['backendType', undefined],
    ['backendPort', 65536],
  ]),
  breakable('KubeEtcdEncryptionConfig', undefined, { config: { a: 1 } }, [['config', {}]]),
  breakable('KubeExternalManifestConfig', 'ccm', { url: 'https://a.example.com/b.yaml' }, [
    ['name', 'CCM'],
    ['url', undefined],
    ['url', 'file:///a'],
  ]),
  breakable('KubeInlineManifestConfig', 'ns', { manifest: 'x' }, [['name', 'a_b']]),
  breakable('KubeStaticPodConfig', 'pod', { pod: { a: 1 } }, [
    ['name', 'x'.repeat(254)],
    ['pod', undefined],
  ]),
  breakable('KubePrismConfig', undefined, { port: 7445 }, [
    ['port', 0],
    ['port', 65536],
  ]),
  breakable('KubeletConfig', undefined, { image: 'a', config: { maxPods: 200 } }, [
    ['image', undefined],
    ['config', { seccompDefault: true }, 'config.seccompDefault'],
  ]),
  breakable(
    'KubeNodeConfig',
    undefined,
    {
      labels: { 'example.com/a': 'b', 'node-role.kubernetes.io/control-plane': '' },
      annotations: { 'example.com/a': 'any text' },
      taints: { 'example.com/a': 'x:NoSchedule' },
      nodeIP: { validSubnets: ['192.0.2.0/24', '!192.0.2.9'] },
    },
    [
      ['labels', { 'a/b/c': 'x' }, 'labels.a/b/c'],
      ['labels', { '-a': 'x' }, 'labels.-a'],
      ['labels', { 'Example.com/a': 'x' }, 'labels.Example.com/a'],
      ['labels', { a: 'not a value' }, 'labels.a'],
      ['labels', { a: 'x'.repeat(64) }, 'labels.a'],
      ['annotations', { '/a': 'x' }, 'annotations./a'],
      ['annotations', { 'talos.dev/owned-labels': 'x' }, 'annotations.talos.dev/owned-labels'],
      ['annotations', { a: 'x'.repeat(256 * 1024) }],
      ['taints', { a: 'Never' }, 'taints.a'],
      ['taints', { a: 'not a value:NoSchedule' }, 'taints.a'],
      ['nodeIP.validSubnets', ['!'], 'nodeIP.validSubnets[0]'],
    ],
  ),
  breakable('KubeNetworkConfig', undefined, { podSubnets: ['10.244.0.0/16'], serviceSubnets: ['10.96.0.0/12'] }, [
    ['podSubnets', []],
    ['podSubnets', ['10.244.0.0/16', 'fd00::/56'], 'serviceSubnets'],
    ['podSubnets', ['10.244.0.0/16', '10.245.0.0/16']],
    ['podSubnets', ['10.244.1.0/16'], 'podSubnets[0]'],
    ['podSubnets', ['10.244.0.0/25'], 'podSubnets[0]'],
    ['podSubnets', ['10.0.0.0/7'], 'podSubnets[0]'],
    ['serviceSubnets', ['10.96.0.0/11'], 'serviceSubnets[0]'],
    ['serviceSubnets', ['10.96.0.0/29'], 'serviceSubnets[0]'],
    ['nodeCIDRMaskSizeIPv4', 33],
    ['nodeCIDRMaskSizeIPv6', 129],
  ]),
  breakable('KubeTalosAPIAccessConfig', undefined, { allowedRoles: ['os:reader'] }, [
    ['allowedRoles', ['os:root'], 'allowedRoles[0]'],
  ]),
  breakable('KubeAPIServerCAConfig', undefined, {}, [
    ['issuingCA', { cert: 'x', key: 'y' }, 'issuingCA.cert'],
    ['acceptedCAs', ['x'], 'acceptedCAs[0]'],
  ]),
];
