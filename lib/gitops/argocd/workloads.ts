import { secretDelivery, type ArgoCd, type ArgoCdWorkload, type Cluster, type JsonObject } from '../../cluster';
import { ksopsProgram } from '../secrets';
import { ageKeySecret } from './login';

/** Kind of a workload and its container, where they are not a Deployment and its own name. Source: Argo CD, `manifests/base`. */
const unlike: Readonly<Partial<Record<ArgoCdWorkload, { readonly kind?: string; readonly container?: string }>>> = {
  'application-controller': { kind: 'StatefulSet' },
  'dex-server': { container: 'dex' },
  redis: { container: 'redis' },
};

/** What is changed of one workload. */
interface Change {
  readonly replicas?: number | undefined;
  /** Members of the pod, but its containers. */
  readonly pod?: JsonObject;
  /** Members of its container. */
  readonly container?: JsonObject;
}

/** What is changed of Argo CD's workloads, by the name of the object. */
export function workloadPatches(cluster: Cluster<ArgoCd>): ReadonlyMap<string, JsonObject> {
  const patches = [...changes(cluster)].map(([name, change]) => [`argocd-${name}`, patch(name, change)] as const);
  return new Map(patches.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changes(cluster: Cluster<ArgoCd>): ReadonlyMap<ArgoCdWorkload, Change> {
  const { replicas = {}, resources = {} } = cluster.gitops;
  const found = new Map<ArgoCdWorkload, Change>();
  const add = (name: ArgoCdWorkload, { container, ...change }: Change): void => {
    const known = found.get(name);
    found.set(name, { ...known, ...change, container: { ...known?.container, ...container } });
  };
  if (replicas.server !== undefined) add('server', { replicas: replicas.server });
  if (replicas.repoServer !== undefined) add('repo-server', { replicas: replicas.repoServer });
  for (const name of Object.keys(resources) as ArgoCdWorkload[])
    add(name, { container: { resources: resources[name] } });
  if (secretDelivery(cluster) === 'ksops') add('repo-server', decrypting);
  return found;
}

function patch(name: ArgoCdWorkload, { replicas, pod = {}, container = {} }: Change): JsonObject {
  const isChanged = Object.keys(container).length > 0;
  const containers = [{ name: unlike[name]?.container ?? `argocd-${name}`, ...container }];
  return {
    apiVersion: 'apps/v1',
    kind: unlike[name]?.kind ?? 'Deployment',
    metadata: { name: `argocd-${name}` },
    spec: { replicas, template: isChanged ? { spec: { ...pod, containers } } : undefined },
  };
}

/** Image that holds the generator, in `/usr/local/bin`. Source: kustomize-sops, README and Dockerfile, 2026-11. */
const ksopsImage = 'quay.io/viaductoss/ksops:v4.4.0';

const tools = { volume: 'custom-tools', folder: '/custom-tools' };
const ageKey = { volume: 'sops-age', folder: '/etc/sops-age' };

/** The repository server with the generator on its path and the private key at hand. */
const decrypting: Change = {
  pod: {
    volumes: [
      { name: tools.volume, emptyDir: {} },
      { name: ageKey.volume, secret: { secretName: ageKeySecret.name } },
    ],
    initContainers: [
      {
        name: 'install-ksops',
        image: ksopsImage,
        command: ['cp', `/usr/local/bin/${ksopsProgram}`, `${tools.folder}/`],
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          seccompProfile: { type: 'RuntimeDefault' },
        },
        volumeMounts: [{ name: tools.volume, mountPath: tools.folder }],
      },
    ],
  },
  container: {
    env: [{ name: 'SOPS_AGE_KEY_FILE', value: `${ageKey.folder}/${ageKeySecret.key}` }],
    volumeMounts: [
      { name: tools.volume, mountPath: `/usr/local/bin/${ksopsProgram}`, subPath: ksopsProgram },
      { name: ageKey.volume, mountPath: ageKey.folder, readOnly: true },
    ],
  },
};
