import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Artifact } from './artifact';
import type { KubernetesObject } from './kubernetes-object';

export interface ManifestFileProps {
  /** Path inside the tree; also the construct's id. */
  readonly path: string;
  /** Id of the cluster that the file belongs to. */
  readonly owner: string;
}

/** A chart that is one file of the tree: its objects are the file's documents, in the order of their making. */
export class ManifestFile extends Chart {
  readonly path: string;
  readonly owner: string;

  constructor(scope: Construct, { path, owner }: ManifestFileProps) {
    super(scope, path.replaceAll('/', '.'));
    this.path = path;
    this.owner = owner;
  }

  toArtifact(): Artifact {
    const documents = this.apiObjects.map((object) => object.toJson() as KubernetesObject);
    return { path: this.path, owner: this.owner, body: { format: 'yaml', documents } };
  }
}
