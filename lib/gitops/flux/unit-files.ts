import type { ChartArtifact, ChartRelease, KubernetesObject } from '../../artifact';
import type { Cluster, Flux } from '../../cluster';
import { kustomizeFile } from './kustomize-file';
import { helmReleaseObject } from './objects/helm-release';
import { helmRepositoryObject } from './objects/helm-repository';
import { ociRepositoryObject } from './objects/oci-repository';
import { secretsIn } from './secret-files';
import { escapeForFlux } from './substitution';
import type { ChartSource } from './component-parts';
import type { FluxFile, FluxTree } from './tree';
import type { Unit } from './units';

/** The folder of a unit: a chart's source and release, objects, encrypted Secrets, and the list of them. */
export function unitFiles(cluster: Cluster<Flux>, unit: Unit): FluxTree {
  const { carried, directory, part } = unit;
  const { chart, rendered, upstream, secrets } = carried.parts;
  // the artifact of another project is a folder of its own
  if (part === 'main' && upstream !== undefined) return { objects: [], files: [], secrets: [] };
  const charted = part === 'main' && chart !== undefined;
  const released = charted
    ? [
        file(directory, sourceFile(chart.source), sourceObject(chart.source)),
        file(directory, 'helmrelease.yaml', helmReleaseObject(chart.release)),
      ]
    : [];
  const holdsSecrets = part === (upstream === undefined ? 'main' : 'secrets');
  const delivered = secretsIn(cluster, holdsSecrets ? secrets : [], directory);
  const objects = [...unit.objects, ...delivered.objects];
  const objectsFile = `${carried.component.name}-objects.yaml`;
  const manifests = part === 'main' && rendered !== undefined ? [renderedChart(cluster, directory, rendered)] : [];
  const resources = [
    ...manifests.map(({ path }) => path.slice(directory.length + 1)),
    ...released.map(({ path }) => path.slice(directory.length + 1)),
    ...(objects.length > 0 ? [objectsFile] : []),
    ...delivered.files.map(({ name }) => name),
  ];
  return {
    objects: released,
    files: [
      ...(objects.length === 0
        ? []
        : [
            {
              path: `${directory}/${objectsFile}`,
              owner: cluster.id,
              body: { format: 'yaml', documents: objects } as const,
            },
          ]),
      kustomizeFile(cluster.id, directory, { resources }),
    ],
    secrets: delivered.files.map(({ artifact }) => artifact),
    charts: manifests,
  };
}

/** The manifests of a chart, which Flux's variables leave as they are. */
function renderedChart({ id, gitops }: Cluster<Flux>, directory: string, release: ChartRelease): ChartArtifact {
  return {
    path: `${directory}/rendered.yaml`,
    owner: id,
    release,
    written: (object) => escapeForFlux(object, gitops),
  };
}

function file(directory: string, name: string, object: KubernetesObject): FluxFile {
  return { path: `${directory}/${name}`, objects: [object] };
}

function sourceFile({ kind }: ChartSource): string {
  return `${kind.toLowerCase()}.yaml`;
}

function sourceObject(source: ChartSource): KubernetesObject {
  return source.kind === 'HelmRepository' ? helmRepositoryObject(source.props) : ociRepositoryObject(source.props);
}
