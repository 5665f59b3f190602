import type { Problem } from '../../cluster';

/** One thing that an API server would refuse, or a file that nothing can read. */
export interface Refusal extends Problem {
  readonly file: string;
  /** The object, e.g. `HCloudMachineTemplate/edge-1a2b3c4d (default)`; absent where the file as a whole is refused. */
  readonly object?: string;
}

/** Something that was counted, by name. */
export interface NamedCount {
  /** `<Kind>.<version>.<group>` for kinds, as kubectl writes it. */
  readonly name: string;
  readonly count: number;
}

/** What a validation found, and all that it did not look at. */
export interface ValidationReport {
  /** Files of the tree. */
  readonly files: number;
  /** Objects that were checked against a schema, by kind. */
  readonly checked: readonly NamedCount[];
  readonly refusals: readonly Refusal[];
  /** Objects of kinds without a schema, by kind: only their metadata was checked. */
  readonly withoutSchema: readonly NamedCount[];
  /** Documents that are no Kubernetes objects (Talos, tools' own configuration), by kind or file. */
  readonly otherDocuments: readonly NamedCount[];
  /** Helm templates with expressions: no YAML before Helm has rendered them. */
  readonly templates: readonly string[];
  /** Parts of objects that Kustomize completes. */
  readonly patches: readonly string[];
  /** CEL rules (`x-kubernetes-validations`) of the schemas that were used. None was run. */
  readonly celRules: readonly NamedCount[];
  /** Patterns of schemas that were met and cannot be read here. */
  readonly unreadablePatterns: readonly string[];
  /** Values encrypted by SOPS, which cannot be checked. */
  readonly encryptedValues: number;
}
