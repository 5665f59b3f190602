import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { JsonObject } from '../../../cluster';
import { metadataOf, operatorApi, type NameReference, type ObjectProps } from './api';

interface InputProviderOptions extends ObjectProps {
  /** Values of every input, unless it has its own. @default - none */
  readonly defaultValues?: JsonObject;
}

/** Inputs that are written down, or that the operator finds at a forge or registry. */
export type ResourceSetInputProviderProps = InputProviderOptions &
  (
    | { readonly type: 'Static'; readonly url?: undefined }
    | {
        /** e.g. `GitHubPullRequest`, `GitLabBranch`, `OCIArtifactTag`. */
        readonly type: string;
        /** `https://…` for a forge or service, `oci://…` for a registry. */
        readonly url: string;
        /** Secret with the credentials. @default - anyone may read it */
        readonly secretRef?: NameReference;
        /** Which of what it finds become inputs. @default - the first hundred */
        readonly filter?: {
          readonly includeBranch?: string;
          readonly excludeBranch?: string;
          readonly includeTag?: string;
          readonly excludeTag?: string;
          readonly labels?: readonly string[];
          readonly semver?: string;
          readonly limit?: number;
        };
        /** When it looks. @default - whenever it is reconciled */
        readonly schedule?: readonly { readonly cron: string; readonly timeZone?: string }[];
      }
  );

/** A ResourceSetInputProvider of the flux-operator as data. */
export function resourceSetInputProviderObject(props: ResourceSetInputProviderProps): KubernetesObject {
  return {
    apiVersion: operatorApi,
    kind: 'ResourceSetInputProvider',
    metadata: metadataOf(props),
    spec: {
      type: props.type,
      defaultValues: props.defaultValues,
      ...(props.url !== undefined && {
        url: props.url,
        secretRef: props.secretRef && { name: props.secretRef.name },
        filter: props.filter && { ...props.filter },
        schedule: props.schedule?.map((entry) => ({ ...entry })),
      }),
    },
  };
}

/** A ResourceSetInputProvider of the flux-operator. */
export class ResourceSetInputProvider extends Manifest {
  constructor(scope: Construct, id: string, props: ResourceSetInputProviderProps) {
    super(scope, id, resourceSetInputProviderObject(props));
  }
}
