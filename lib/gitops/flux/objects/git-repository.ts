import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration } from '../../../cluster';
import { metadataOf, sourceApi, sourceTimeout, type NameReference, type ObjectProps } from './api';

/** What of a repository is checked out; one of them. */
export type GitReference =
  | { readonly branch: string }
  | { readonly tag: string }
  | { readonly semver: string }
  | { readonly commit: string; readonly branch?: string }
  /** Full reference, e.g. `refs/heads/main`. */
  | { readonly name: string };

export interface GitRepositoryProps extends ObjectProps {
  /** `https://…` or `ssh://…`. */
  readonly url: string;
  readonly ref: GitReference;
  /** How often it is looked at. */
  readonly interval: Duration;
  /** @default - Flux's own, a minute */
  readonly timeout?: Duration;
  /** Secret with the credentials. @default - anyone may read it */
  readonly secretRef?: NameReference | undefined;
  /** Who issues credentials instead of a Secret. @default 'generic' */
  readonly provider?: 'generic' | 'aws' | 'azure' | 'github';
  /** Patterns of `.gitignore` for what is left out of the artifact. @default - Flux's own */
  readonly ignore?: string;
  /** Folders that are checked out. @default - all */
  readonly sparseCheckout?: readonly string[];
  /** @default false */
  readonly recurseSubmodules?: boolean;
  /** Public keys by which commits or tags must be signed. @default - not verified */
  readonly verify?: { readonly mode: 'HEAD' | 'Tag' | 'TagAndHEAD'; readonly secretRef: NameReference };
  /** @default false */
  readonly suspend?: boolean;
}

/** A Flux GitRepository as data. */
export function gitRepositoryObject(props: GitRepositoryProps): KubernetesObject {
  return {
    apiVersion: sourceApi,
    kind: 'GitRepository',
    metadata: metadataOf(props),
    spec: {
      url: props.url,
      ref: { ...props.ref },
      interval: props.interval.toGoString(),
      timeout: props.timeout && sourceTimeout(props.timeout),
      secretRef: props.secretRef && { name: props.secretRef.name },
      provider: props.provider,
      ignore: props.ignore,
      sparseCheckout: props.sparseCheckout,
      recurseSubmodules: props.recurseSubmodules,
      verify: props.verify && { mode: props.verify.mode, secretRef: { name: props.verify.secretRef.name } },
      suspend: props.suspend,
    },
  };
}

/** A Flux GitRepository. */
export class GitRepository extends Manifest {
  constructor(scope: Construct, id: string, props: GitRepositoryProps) {
    super(scope, id, gitRepositoryObject(props));
  }
}
