import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { argumentNeeds, type Arguments, type PodResources } from './arguments';
import { componentField } from './component-field';

/** Settings of the scheduler. */
export interface SchedulerOptions {
  /** @default true */
  readonly enabled?: boolean;
  /** Image with its tag. @default - of the cluster's Kubernetes version */
  readonly image?: string;
  /** Fields of a KubeSchedulerConfiguration. */
  readonly config?: JsonObject;
  readonly extraArgs?: Arguments;
  readonly env?: Readonly<Record<string, string>>;
  readonly resources?: PodResources;
}

/** The scheduler (`KubeSchedulerConfig`). */
export function scheduler(options: SchedulerOptions): PatchDocument {
  return typedDocument('KubeSchedulerConfig', options);
}

export const schedulerKind: DocumentKind = {
  kind: 'KubeSchedulerConfig',
  since: '1.14',
  controlPlaneOnly: true,
  needs: argumentNeeds,
  older: { rewrite: (document) => componentField('scheduler', document) },
};
