import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Artifact } from '../artifact';
import type { KubernetesObject } from '../kubernetes-object';

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

  /**
   * The file as data.
   *
   * @throws Error with every message of the validations below the chart, when there is one
   */
  toArtifact(): Artifact {
    const messages = this.node
      .findAll()
      .flatMap((construct) => construct.node.validate().map((message) => `${construct.node.path}: ${message}`));
    if (messages.length > 0) throw new Error(messages.join('\n'));
    const documents = this.apiObjects.map((object) => object.toJson() as KubernetesObject);
    return { path: this.path, owner: this.owner, body: { format: 'yaml', documents } };
  }
}
