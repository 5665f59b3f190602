import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { argumentNeeds, type Arguments, type PodResources } from './arguments';
import { componentField } from './component-field';

/** Settings of the controller manager. */
export interface ControllerManagerOptions {
  /** @default true */
  readonly enabled?: boolean;
  /** Image with its tag. @default - of the cluster's Kubernetes version */
  readonly image?: string;
  readonly extraArgs?: Arguments;
  readonly env?: Readonly<Record<string, string>>;
  readonly resources?: PodResources;
}

/** The controller manager (`KubeControllerManagerConfig`). */
export function controllerManager(options: ControllerManagerOptions): PatchDocument {
  return typedDocument('KubeControllerManagerConfig', options);
}

export const controllerManagerKind: DocumentKind = {
  kind: 'KubeControllerManagerConfig',
  since: '1.14',
  controlPlaneOnly: true,
  needs: argumentNeeds,
  older: { rewrite: (document: JsonObject) => componentField('controllerManager', document) },
};
