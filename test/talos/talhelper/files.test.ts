import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../lib/artifact';
import { talos, type ClusterDefinition, type JsonObject } from '../../../lib/cluster';
import { clusterInstaller, talhelperFiles } from '../../../lib/talos';
import { emitBody } from '../../../lib/synth';
import { parseDocuments } from '../../../lib/yaml';
import { fixedCluster, managedCluster } from '../../support/clusters-capi';

const FOLDER = 'talos/test/edge';

interface Talconfig extends JsonObject {
  readonly nodes: readonly (JsonObject & { readonly patches: readonly string[] })[];
}

function filesOf(changes: Partial<ClusterDefinition> = {}): readonly Artifact[] {
  return talhelperFiles(fixedCluster({ system: talos({ talhelper: true }), ...changes }));
}

function talconfigOf(files: readonly Artifact[]): Talconfig {
  const [file] = files;
  expect(file?.path).toBe(`${FOLDER}/talconfig.yaml`);
  return parseDocuments(emitBody(file!.body))[0] as Talconfig;
}

function withClient(clientId: string): readonly Artifact[] {
  return filesOf({ oidc: { issuerUrl: 'https://auth.example.com/', clientId } });
}

describe('talhelperFiles', () => {
  it('are none where the definition does not ask for them, or Cluster API names the machines', () => {
    expect(talhelperFiles(fixedCluster())).toEqual([]);
    const managed = managedCluster();
    expect(talhelperFiles({ ...managed, system: { ...managed.system, talhelper: true } })).toEqual([]);
  });

  it('name each fact of the cluster, and every machine with the patches of its pool and its own', () => {
    const cluster = fixedCluster({ system: talos({ talhelper: true, image: { secureBoot: true } }) });
    const { nodes, ...facts } = talconfigOf(talhelperFiles(cluster));
    expect(facts).toEqual({
      clusterName: 'edge',
      talosVersion: 'v1.12.2',
      kubernetesVersion: 'v1.33.4',
      endpoint: 'https://api.edge.example.com:6443',
      domain: 'cluster.local',
      clusterPodNets: ['10.244.0.0/16'],
      clusterSvcNets: ['10.96.0.0/12'],
    });
    expect(nodes.map(({ hostname }) => hostname)).toEqual(
      cluster.pools.flatMap(({ machines }) => machines.map(({ name }) => name)),
    );
    expect(nodes[0]).toEqual({
      hostname: 'talos-edge-controlplane-1',
      ipAddress: '192.0.2.11',
      controlPlane: true,
      installDisk: '/dev/sda',
      talosImageURL: clusterInstaller(cluster).replace(/:v1\.12\.2$/, ''),
      patches: ['@./patches/controlplane.yaml', '@./patches/nodes/talos-edge-controlplane-1.yaml'],
    });
  });

  it('refer to the plain patches while those mean to talhelper what they mean to talosctl', () => {
    expect(withClient('kubectl')).toHaveLength(1);
  });

  it('hold a copy of a patch whose variables talhelper would replace', () => {
    const files = withClient('a$b');
    expect(files.map(({ path }) => path)).toEqual([
      `${FOLDER}/talconfig.yaml`,
      `${FOLDER}/talhelper/controlplane.yaml`,
    ]);
    expect(talconfigOf(files).nodes[0]?.patches[0]).toBe('@./talhelper/controlplane.yaml');
    expect(emitBody(files[1]!.body)).toContain('oidc-client-id: a$$b');
  });

  it('double the sign of a deletion, which is a key', () => {
    const cluster = fixedCluster({ system: talos({ talhelper: true }) });
    const pools = cluster.pools.map((pool) => ({ ...pool, schedulable: true }));
    const [, copy] = talhelperFiles({ ...cluster, pools });
    expect(emitBody(copy!.body)).toContain('$$patch: delete');
    expect(emitBody(copy!.body)).not.toMatch(/[^$]\$patch/);
  });

  it.each(['{{ .x }}', 'a<b', '<!-- a -->', '${a}{{'])('keep %s from the templates of talhelper', (clientId) => {
    const text = emitBody(withClient(clientId)[1]!.body);
    expect(text).not.toMatch(/\{\{|</);
    const [patch] = parseDocuments(text) as JsonObject[];
    expect(patch).toMatchObject({
      cluster: { apiServer: { extraArgs: { 'oidc-client-id': clientId.replaceAll('$', '$$$$') } } },
    });
  });
});
