import { describe, expect, it } from 'vitest';
import { clusterApiFiles, hasOperator, manifestsOf, operatorProviderObject, providersOfCluster } from '../../lib/capi';
import type { Cluster } from '../../lib/cluster';
import { emitDocuments } from '../../lib/yaml';
import { hetznerManaged, newProviders, vsphereManaged } from '../support/clusters-capi-pools';

const objectsOf = (cluster: Cluster) =>
  providersOfCluster(cluster).map((provider) => operatorProviderObject(cluster, provider));

describe('providers of the operator', () => {
  it('are those of clusterctl, each at the version of the definition and in its own namespace', () => {
    const rows = objectsOf(vsphereManaged({ ipam: 'v1.0.3' })).map(
      ({ kind, metadata, spec }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name} ${JSON.stringify(spec)}`,
    );
    expect(rows).toEqual([
      'CoreProvider capi-system/cluster-api {"version":"v1.10.10"}',
      'BootstrapProvider cabpt-system/talos {"version":"v0.6.11"}',
      'ControlPlaneProvider cacppt-system/talos {"version":"v0.5.12"}',
      'InfrastructureProvider capv-system/vsphere {"version":"v1.13.1"}',
      'IPAMProvider capi-ipam-in-cluster-system/in-cluster {"version":"v1.0.3"}',
      'AddonProvider caaph-system/helm {"version":"v0.4.2"}',
    ]);
  });

  it('read the variables of the infrastructure from a Secret', () => {
    const infrastructure = objectsOf(vsphereManaged({ operator: true })).find(
      ({ kind }) => kind === 'InfrastructureProvider',
    );
    expect(infrastructure?.spec).toEqual({
      version: 'v1.13.1',
      configSecret: { name: 'capv-variables', namespace: 'capv-system' },
    });
  });

  it('stand in the folder where the definition asks for the operator', () => {
    expect(hasOperator(hetznerManaged())).toBe(false);
    expect(manifestsOf(hetznerManaged())).not.toContain('providers');
    expect(manifestsOf(hetznerManaged({ operator: true }))[0]).toBe('providers');
  });
});

describe('the configuration of clusterctl', () => {
  it('names the release of every provider that the definition has', () => {
    const file = clusterApiFiles(vsphereManaged({ ipam: 'v1.1.0', vsphere: 'v1.16.1', providers: newProviders })).find(
      ({ path }) => path.endsWith('clusterctl.yaml'),
    );
    const text = file?.body.format === 'yaml' ? emitDocuments(file.body.documents) : '';
    expect(text.match(/[^/]+\/[^/]+\/releases\/.*$/gm)).toEqual([
      'kubernetes-sigs/cluster-api/releases/v1.14.0/core-components.yaml',
      'siderolabs/cluster-api-bootstrap-provider-talos/releases/v0.6.12/bootstrap-components.yaml',
      'siderolabs/cluster-api-control-plane-provider-talos/releases/v0.5.13/control-plane-components.yaml',
      'kubernetes-sigs/cluster-api-provider-vsphere/releases/v1.16.1/infrastructure-components.yaml',
      'kubernetes-sigs/cluster-api-ipam-provider-in-cluster/releases/v1.1.0/ipam-components.yaml',
      'kubernetes-sigs/cluster-api-addon-provider-helm/releases/v0.6.4/addon-components.yaml',
    ]);
  });
});
