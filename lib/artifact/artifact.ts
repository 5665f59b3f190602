import type { Json, JsonObject } from '../cluster';

/** What a file holds, before it is written out. */
export type Body =
  /** YAML documents, emitted in canonical key order. */
  | { readonly format: 'yaml'; readonly documents: readonly JsonObject[] }
  /** One JSON value. */
  | { readonly format: 'json'; readonly value: Json }
  /** Text as it stands, with its final newline. */
  | { readonly format: 'text'; readonly text: string };

/** One file of the tree as data: what every rendering hands to synthesis. */
export interface Artifact {
  /** What the file holds may be read by whoever reads the tree. */
  readonly secrecy?: undefined;
  /** Path inside the tree, with forward slashes, e.g. `clusters/prod/edge/cluster-api/cluster.yaml`. */
  readonly path: string;
  /** Who makes the file: the id of a cluster, `<group>/<name>`. */
  readonly owner: string;
  readonly body: Body;
}
