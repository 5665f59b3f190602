import { AnnotationMetadataEntryType } from 'cdktf';
import { invokeAspects } from 'cdktf/lib/synthesize/synthesizer';
import type { Artifact } from '../artifact';
import { listProblems, treePaths, type Cluster, type JsonObject } from '../cluster';
import type { ClusterStack } from './cluster-stack';

/** A stack that cannot be synthesized; carries every message of its constructs, not the first only. */
export class StackError extends Error {
  constructor(
    /** Path of the stack in the construct tree. */
    readonly subject: string,
    readonly messages: readonly string[],
  ) {
    super(listProblems(subject, messages));
    this.name = 'StackError';
  }
}

/**
 * A stack as a file of the tree: the same JSON that `app.synth()` writes, made by the same steps (references prepared,
 * aspects, validations, error annotations), but without its files.
 *
 * @throws StackError with all that the constructs report
 */
export function stackArtifact(stack: ClusterStack, cluster: Cluster): Artifact {
  stack.prepareStack();
  invokeAspects(stack);
  const messages = problemsOf(stack);
  if (messages.length > 0) throw new StackError(stack.node.path, messages);
  return {
    path: `${treePaths(cluster).terraform}/${stack.shortName}/cdk.tf.json`,
    owner: cluster.id,
    body: { format: 'json', value: stack.toTerraform() as JsonObject },
  };
}

const errorAnnotation: string = AnnotationMetadataEntryType.ERROR;

function problemsOf(stack: ClusterStack): string[] {
  return stack.node.findAll().flatMap(({ node }) => {
    const annotations = node.metadata.filter(({ type }) => type === errorAnnotation);
    return [...node.validate(), ...annotations.map(({ data }) => String(data))].map((text) => `[${node.path}] ${text}`);
  });
}
