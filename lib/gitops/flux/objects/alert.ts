import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import { metadataOf, notificationApi, type NameReference, type ObjectProps } from './api';
import type { NotifiedObject } from './receiver';

export interface ProviderProps extends ObjectProps {
  /** e.g. `slack`, `alertmanager`, `github`. */
  readonly type: string;
  /** @default - what the Secret says */
  readonly address?: string;
  /** @default - none */
  readonly channel?: string;
  /** Secret with `token` or `address`. @default - none */
  readonly secretRef?: NameReference;
}

/** A notification provider of Flux as data: where alerts go. */
export function providerObject(props: ProviderProps): KubernetesObject {
  return {
    apiVersion: notificationApi,
    kind: 'Provider',
    metadata: metadataOf(props),
    spec: {
      type: props.type,
      address: props.address,
      channel: props.channel,
      secretRef: props.secretRef && { name: props.secretRef.name },
    },
  };
}

/** A notification provider of Flux. */
export class Provider extends Manifest {
  constructor(scope: Construct, id: string, props: ProviderProps) {
    super(scope, id, providerObject(props));
  }
}

export interface AlertProps extends ObjectProps {
  readonly provider: NameReference;
  readonly sources: readonly [NotifiedObject, ...NotifiedObject[]];
  /** Least severity that is told. @default 'info' */
  readonly severity?: 'info' | 'error';
  /** Regular expressions of messages that are not told. @default - none */
  readonly exclude?: readonly string[];
}

/** A Flux Alert as data. */
export function alertObject(props: AlertProps): KubernetesObject {
  return {
    apiVersion: notificationApi,
    kind: 'Alert',
    metadata: metadataOf(props),
    spec: {
      providerRef: { name: props.provider.name },
      eventSeverity: props.severity,
      eventSources: props.sources.map((source) => ({ ...source })),
      exclusionList: props.exclude,
    },
  };
}

/** A Flux Alert. */
export class Alert extends Manifest {
  constructor(scope: Construct, id: string, props: AlertProps) {
    super(scope, id, alertObject(props));
  }
}
