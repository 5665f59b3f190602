import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { applicationSpec, argoApi, argoCdNamespace, type ApplicationProps } from './application';
import { waveAnnotation } from './sync-policy';

export interface ApplicationSetProps {
  readonly name: string;
  /** Folders to look for, from the root of the repository; `*` stands for one segment. */
  readonly directories: readonly string[];
  /** The Application of each folder; its texts are Go templates. */
  readonly template: Omit<ApplicationProps, 'wave'>;
  /** Wave in the sync of the parent. @default - none */
  readonly wave?: number;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** An ApplicationSet over folders of the repository, as data. */
export function applicationSetObject({
  name,
  directories,
  template,
  wave,
  labels,
}: ApplicationSetProps): KubernetesObject {
  const { repoURL, targetRevision } = template.source;
  return {
    apiVersion: argoApi,
    kind: 'ApplicationSet',
    metadata: {
      name,
      namespace: argoCdNamespace,
      labels,
      annotations: wave === undefined ? undefined : waveAnnotation(wave),
    },
    spec: {
      goTemplate: true,
      // a misspelt parameter fails instead of becoming the name `<no value>`
      goTemplateOptions: ['missingkey=error'],
      generators: [{ git: { repoURL, revision: targetRevision, directories: directories.map((path) => ({ path })) } }],
      template: {
        metadata: { name: template.name, labels: template.labels },
        spec: applicationSpec(template),
      },
    },
  };
}

/** The Go template of one segment of the folder that was found, counted from the end: 1 is the last. */
export function segmentFromEnd(directory: string, fromEnd: number): string {
  return `{{ ${segmentExpression(directory, fromEnd)} }}`;
}

/** The same without its braces, for an expression around it. */
export function segmentExpression(directory: string, fromEnd: number): string {
  return `index .path.segments ${String(directory.split('/').length - fromEnd)}`;
}

/** The Go template of the whole folder that was found. */
export const foundPath = '{{ .path.path }}';

/** An Argo CD ApplicationSet over folders of the repository. */
export class ApplicationSet extends Manifest {
  constructor(scope: Construct, id: string, props: ApplicationSetProps) {
    super(scope, id, applicationSetObject(props));
  }
}
