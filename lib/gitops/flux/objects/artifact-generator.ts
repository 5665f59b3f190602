import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import { generatorApi, metadataOf, type ObjectProps, type SourceReference } from './api';

/** A source, under the name that the copies know it by. */
export interface GeneratorSource {
  /** Lower-case letters, digits, `-` and `_`. */
  readonly alias: string;
  readonly source: SourceReference<'GitRepository' | 'OCIRepository' | 'Bucket' | 'HelmChart' | 'ExternalArtifact'>;
}

/** Files of a source that an artifact takes over. */
export interface ArtifactCopy {
  /** `@<alias>/<glob>`. */
  readonly from: string;
  /** `@artifact/<path>`. */
  readonly to: string;
  /** Globs of what is left out. @default - none */
  readonly exclude?: readonly string[];
  /** What happens to a file that is there already. @default 'Overwrite' */
  readonly strategy?: 'Overwrite' | 'Merge' | 'Extract';
}

export interface GeneratedArtifact {
  /** Name of the ExternalArtifact, which stands in the generator's namespace. */
  readonly name: string;
  /** Alias of the source whose revision is shown as the artifact's origin. @default - none */
  readonly origin?: string;
  readonly copy: readonly [ArtifactCopy, ...ArtifactCopy[]];
}

export interface ArtifactGeneratorProps extends ObjectProps {
  readonly sources: readonly [GeneratorSource, ...GeneratorSource[]];
  readonly artifacts: readonly [GeneratedArtifact, ...GeneratedArtifact[]];
}

/** An ArtifactGenerator as data: artifacts of parts of sources. Source: source-watcher, CRD `v1beta1` */
export function artifactGeneratorObject(props: ArtifactGeneratorProps): KubernetesObject {
  return {
    apiVersion: generatorApi,
    kind: 'ArtifactGenerator',
    metadata: metadataOf(props),
    spec: {
      sources: props.sources.map(({ alias, source: { kind, name, namespace } }) => ({ alias, kind, name, namespace })),
      artifacts: props.artifacts.map(({ name, origin, copy }) => ({
        name,
        originRevision: origin === undefined ? undefined : `@${origin}`,
        copy: copy.map(({ from, to, exclude, strategy }) => ({ from, to, exclude, strategy })),
      })),
    },
  };
}

/** A generated artifact as a Kustomization names it. The source watcher makes it; no file of the tree does. */
export function externalArtifact(
  generator: Pick<ObjectProps, 'namespace'>,
  artifact: Pick<GeneratedArtifact, 'name'>,
): SourceReference<'ExternalArtifact'> {
  return { kind: 'ExternalArtifact', name: artifact.name, namespace: generator.namespace };
}

/** A Flux ArtifactGenerator. */
export class ArtifactGenerator extends Manifest {
  constructor(scope: Construct, id: string, props: ArtifactGeneratorProps) {
    super(scope, id, artifactGeneratorObject(props));
  }
}
