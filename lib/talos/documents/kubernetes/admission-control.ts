import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** Settings of an admission plugin. */
export interface AdmissionControlOptions {
  /** The plugin's own configuration, with its apiVersion and kind. Merged into what is there. */
  readonly configuration: JsonObject;
}

/** An admission plugin such as `PodSecurity` (`KubeAdmissionControlConfig`). */
export function admissionControl(plugin: string, options: AdmissionControlOptions): PatchDocument {
  return typedDocument('KubeAdmissionControlConfig', options, plugin);
}

export const admissionControlKind: DocumentKind = {
  kind: 'KubeAdmissionControlConfig',
  since: '1.14',
  controlPlaneOnly: true,
  older: {
    rewrite: (document) => [
      {
        cluster: {
          apiServer: { admissionControl: [{ name: documentName(document), configuration: document.configuration }] },
        },
      },
    ],
  },
};
