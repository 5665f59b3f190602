import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration } from '../../../cluster';
import { metadataOf, sourceApi, sourceTimeout, type NameReference, type ObjectProps } from './api';

export interface HelmRepositoryProps extends ObjectProps {
  /** `https://…`; a chart of a registry is an OciRepository. */
  readonly url: string;
  /** How often its index is looked at. */
  readonly interval: Duration;
  /** @default - Flux's own, a minute */
  readonly timeout?: Duration;
  /** Secret with `username` and `password`. @default - anyone may read it */
  readonly secretRef?: NameReference | undefined;
  /** Send the credentials to other hosts that the index names. @default false */
  readonly passCredentials?: boolean;
  /** @default false */
  readonly suspend?: boolean;
}

/** A Flux HelmRepository as data. */
export function helmRepositoryObject(props: HelmRepositoryProps): KubernetesObject {
  return {
    apiVersion: sourceApi,
    kind: 'HelmRepository',
    metadata: metadataOf(props),
    spec: {
      url: props.url,
      interval: props.interval.toGoString(),
      timeout: props.timeout && sourceTimeout(props.timeout),
      secretRef: props.secretRef && { name: props.secretRef.name },
      passCredentials: props.passCredentials,
      suspend: props.suspend,
    },
  };
}

/** A Flux HelmRepository. */
export class HelmRepository extends Manifest {
  constructor(scope: Construct, id: string, props: HelmRepositoryProps) {
    super(scope, id, helmRepositoryObject(props));
  }
}
