import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { chartsFor } from '../../charts';
import type { Cluster, Flux } from '../../lib/cluster';
import { clusterApiFiles } from '../../lib/capi';
import { fluxEngine } from '../../lib/gitops';
import { emitDocuments } from '../../lib/yaml';

/** The sources of a cluster, as folders: its own repository, and what stands for other projects'. */
export interface Sources {
  readonly repository: string;
  /** A folder for the artifact of each component. */
  readonly artifacts: string;
  /** Flux's own manifests. */
  readonly flux: string;
}

/** Writes the tree of a cluster as its repository holds it; encrypted files as they are once decrypted. */
export function writeSources(cluster: Cluster<Flux>): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-kustomize-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const artifacts = [
    ...fluxEngine.files(cluster),
    ...clusterApiFiles(cluster),
    ...chartsFor(new App(), cluster).map((file) => file.toArtifact()),
  ];
  const { path: below } = cluster.gitops.repository;
  const root = below === '' ? 'repository' : `repository/${below}`;
  for (const { path, body } of artifacts)
    if (body.format === 'yaml') write(`${root}/${path}`, emitDocuments(body.documents));
  for (const { path, publicInput } of fluxEngine.secrets(cluster)) write(`${root}/${path}`, publicInput);
  for (const { name, manifests } of cluster.platform.flatMap(({ components }) => components))
    if (manifests !== undefined)
      write(`artifacts/${name}/${manifests.overlay ?? '.'}/manifests.yaml`, emitDocuments(foreignObjects));
  write('flux/gotk-components.yaml', emitDocuments(fluxObjects));
  return { repository: join(folder, 'repository'), artifacts: join(folder, 'artifacts'), flux: join(folder, 'flux') };
}

/** What every other project's manifests may hold: CRDs, a Namespace of ours, images without a tag, texts that are no variables. */
const foreignObjects = [
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'catalogs.control.example.com' },
    spec: { group: 'control.example.com' },
  },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'controller-system', labels: { theirs: 'true' } } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'controller', namespace: 'controller-system' },
    spec: {
      template: {
        spec: { containers: [{ name: 'main', image: 'registry.example.com/controller:devel', args: ['${UNKNOWN}'] }] },
      },
    },
  },
];

const controller = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'flux-system' },
  spec: { template: { spec: { containers: [{ name: 'manager', args: ['--log-level=info'] }] } } },
});

/** Of Flux's own manifests, what patches change. */
const fluxObjects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'flux-system' } },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'allow-egress', namespace: 'flux-system' },
  },
  ...['source-controller', 'kustomize-controller', 'helm-controller', 'notification-controller'].map(controller),
];
