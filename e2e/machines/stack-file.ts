import type { Artifact } from '../../lib/artifact';
import type { Cluster, JsonObject } from '../../lib/cluster';
import { stackArtifact, StackRoot } from '../../lib/terraform';
import { stacksFor } from '../../stacks';

/** The stacks of a cluster as files of the tree. */
export function stackFiles(cluster: Cluster): readonly Artifact[] {
  return stacksFor(new StackRoot(), cluster).map((stack) => stackArtifact(stack, cluster));
}

export function jsonOf({ body, path }: Artifact): JsonObject {
  if (body.format !== 'json') throw new Error(`a JSON file is needed, got ${body.format} for ${path}`);
  return body.value as JsonObject;
}
