import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration, WebhookType } from '../../../cluster';
import { metadataOf, receiverApi, type NameReference, type ObjectProps } from './api';

/** An object that is reconciled at once when the webhook comes. */
export interface NotifiedObject {
  readonly apiVersion?: string;
  readonly kind: string;
  /** `*` for all of the kind. */
  readonly name: string;
  /** @default - that of the Receiver */
  readonly namespace?: string;
}

export interface ReceiverProps extends ObjectProps {
  readonly type: WebhookType;
  /** Secret whose key `token` the sender knows. */
  readonly secretRef: NameReference;
  /** What the sender calls what has happened. @default - everything */
  readonly events?: readonly string[] | undefined;
  readonly resources: readonly [NotifiedObject, ...NotifiedObject[]];
  /** @default - Flux's own, ten minutes */
  readonly interval?: Duration;
  /** @default false */
  readonly suspend?: boolean;
}

/** What each sender calls a push, where it names events at all. Source: Flux, "Receivers" */
export const pushEvents: Partial<Record<WebhookType, readonly string[]>> = {
  github: ['ping', 'push'],
  gitlab: ['Push Hook', 'Tag Push Hook'],
  bitbucket: ['repo:refs_changed'],
};

/** A Flux Receiver as data: the address that a webhook calls. */
export function receiverObject(props: ReceiverProps): KubernetesObject {
  return {
    apiVersion: receiverApi,
    kind: 'Receiver',
    metadata: metadataOf(props),
    spec: {
      type: props.type,
      secretRef: { name: props.secretRef.name },
      events: props.events,
      resources: props.resources.map((resource) => ({ ...resource })),
      interval: props.interval?.toGoString(),
      suspend: props.suspend,
    },
  };
}

/** A Flux Receiver. */
export class Receiver extends Manifest {
  constructor(scope: Construct, id: string, props: ReceiverProps) {
    super(scope, id, receiverObject(props));
  }
}
