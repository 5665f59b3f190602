import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { JsonObject } from '../../cluster';
import type { GitSource } from '../repository';
import { syncPolicy, waveAnnotation, type SyncPolicyProps } from './sync-policy';

export const argoApiGroup = 'argoproj.io';
export const argoApi = `${argoApiGroup}/v1alpha1`;

/** Namespace of Argo CD and of its own objects. */
export const argoCdNamespace = 'argocd';

/** Address of the cluster that Argo CD runs in, as its own objects write it. */
export const inCluster = 'https://kubernetes.default.svc';

/** Fields of one kind of object. */
export interface IgnoredFields {
  readonly group: string;
  readonly kind: string;
  /** JSON pointers, e.g. `/spec/syncWindows`. */
  readonly jsonPointers: readonly string[];
}

export interface ApplicationProps {
  /** Name; an App ID may hold dots. */
  readonly name: string;
  /** Folder of the repository that the Application follows. */
  readonly source: GitSource;
  /** Namespace for objects that name none. */
  readonly destination: string;
  readonly sync: SyncPolicyProps;
  /** AppProject. @default 'default' */
  readonly project?: string;
  /** Name of the Helm release, at most 53 characters. @default - the Application's name */
  readonly releaseName?: string;
  /** Fields that are the cluster's own business: Argo CD neither reports nor reverts a change of them. @default - none */
  readonly ignore?: readonly IgnoredFields[];
  /** Wave in the sync of the parent. @default - none */
  readonly wave?: number;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** An Argo CD Application as data. */
export function applicationObject(props: ApplicationProps): KubernetesObject {
  return {
    apiVersion: argoApi,
    kind: 'Application',
    metadata: {
      name: props.name,
      namespace: argoCdNamespace,
      labels: props.labels,
      annotations: props.wave === undefined ? undefined : waveAnnotation(props.wave),
    },
    spec: applicationSpec(props),
  };
}

/** What an Application and the template of an ApplicationSet have in common. */
export function applicationSpec({
  project = 'default',
  source: { repoURL, targetRevision, path },
  releaseName,
  destination,
  sync,
  ignore,
}: Omit<ApplicationProps, 'name'>): JsonObject {
  return {
    project,
    source: { repoURL, targetRevision, path, helm: releaseName === undefined ? undefined : { releaseName } },
    destination: { server: inCluster, namespace: destination },
    syncPolicy: syncPolicy(
      sync,
      // Argo CD's own namespace is there before anything it syncs, and its AppProjects need not permit Namespaces
      ...(destination === argoCdNamespace ? [] : ['CreateNamespace=true']),
      ...(ignore === undefined ? [] : ['RespectIgnoreDifferences=true']),
    ),
    ignoreDifferences: ignore?.map((fields) => ({ ...fields })),
  };
}

/** An Argo CD Application. */
export class Application extends Manifest {
  constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id, applicationObject(props));
  }
}
