import type { Breakable } from './break';
import { cluster, pair } from './main-document';

export const clusterSections: readonly Breakable[] = [
  cluster(
    {
      controlPlane: { endpoint: 'https://api.example.com:6443' },
      serviceAccount: { key: 'YQ==' },
      ca: pair,
      secretboxEncryptionSecret: 'x',
    },
    [
      ['cluster.controlPlane.endpoint', 'https://:6443'],
      ['cluster.controlPlane.endpoint', undefined],
      ['cluster.controlPlane', undefined, 'cluster.controlPlane.endpoint'],
      ['cluster.secretboxEncryptionSecret', '', 'KubeEtcdEncryptionConfig'],
    ],
  ),
  cluster({ serviceAccount: { key: 'YQ==' }, controlPlane: { endpoint: 'https://a' } }, [
    ['cluster.controlPlane', undefined, 'cluster.serviceAccount'],
    ['cluster.serviceAccount.key', '?'],
  ]),
  cluster({ network: { dnsDomain: 'cluster.local', cni: { name: 'custom', urls: ['https://a.example.com'] } } }, [
    ['cluster.network.dnsDomain', 'a..b'],
    ['cluster.network.cni.name', 'cilium'],
    ['cluster.network.cni.name', 'flannel', 'cluster.network.cni.urls'],
    ['cluster.network.cni.urls', ['https://'], 'cluster.network.cni.urls[0]'],
    ['cluster.network.cni.flannel', { extraArgs: ['a'] }, 'cluster.network.cni.flannel.extraArgs'],
    [
      'cluster.network.cni.flannel',
      { kubeNetworkPoliciesEnabled: true },
      'cluster.network.cni.flannel.kubeNetworkPoliciesEnabled',
    ],
  ]),
  cluster({ etcd: { ca: pair, advertisedSubnets: ['192.0.2.0/24'], listenSubnets: ['192.0.2.0/24'] } }, [
    ['cluster.etcd.ca', undefined],
    ['cluster.etcd.subnet', '192.0.2.0/24'],
    ['cluster.etcd.advertisedSubnets', ['x'], 'cluster.etcd.advertisedSubnets[0]'],
    ['cluster.etcd.listenSubnets', ['x'], 'cluster.etcd.listenSubnets[0]'],
  ]),
  cluster({ etcd: { ca: pair, subnet: '192.0.2.0/24' } }, [['cluster.etcd.subnet', 'x']]),
  cluster({ inlineManifests: [{ name: 'a' }, { name: 'b' }] }, [
    ['cluster.inlineManifests.1.name', 'a'],
    ['cluster.inlineManifests.0.name', ' '],
  ]),
  cluster({ externalCloudProvider: { enabled: true, manifests: ['https://a.example.com'] } }, [
    ['cluster.externalCloudProvider.enabled', false, 'cluster.externalCloudProvider.manifests'],
    ['cluster.externalCloudProvider.manifests', ['x'], 'cluster.externalCloudProvider.manifests[0]'],
  ]),
  cluster(
    {
      apiServer: { authorizationConfig: [{ name: 'a', type: 'Node' }], extraArgs: { a: 'b' } },
      scheduler: { image: 'a' },
    },
    [
      ['cluster.apiServer.extraArgs', { 'authorization-mode': 'x' }, 'cluster.apiServer.extraArgs.authorization-mode'],
      ['cluster.apiServer.authorizationConfig.0.name', undefined],
      ['cluster.apiServer.authorizationConfig.0.type', 'ABAC'],
      ['cluster.apiServer.resources', { limits: { gpu: 1 } }, 'cluster.apiServer.resources.limits.gpu'],
      ['cluster.scheduler.resources', { requests: { gpu: 1 } }, 'cluster.scheduler.resources.requests.gpu'],
      [
        'cluster.controllerManager',
        { resources: { requests: { gpu: 1 } } },
        'cluster.controllerManager.resources.requests.gpu',
      ],
    ],
  ),
];
