import { z } from 'zod';
import { oidcShape, versionsShape, type ClusterFacts } from './facts';
import { infrastructureShape } from './infrastructure';
import { networkShape } from './network';
import { engineShape, type Engine } from './ports/engine';
import { stageShape, type Stage } from './ports/stage';
import { systemShape } from './ports/system';

/** The sections of a definition; each is read on its own, so that a problem in one does not hide those of the others. */
export const sections = {
  /** Name of the cluster; DNS-1123 label. */
  name: z.string(),
  /** Group that the cluster belongs to, e.g. `prod`; a folder of the tree. */
  group: z.string(),
  versions: versionsShape,
  network: networkShape,
  machines: infrastructureShape,
  /** What runs on the machines below Kubernetes. */
  system: systemShape,
  /** OpenID Connect login to the Kubernetes API. */
  oidc: oidcShape.optional(),
  /** The GitOps engine and its repository. */
  gitops: engineShape,
  /** age recipients that secrets are encrypted for, by name. Public keys only. */
  recipients: z.record(z.string(), z.string()),
  /** What runs on the cluster, in order. */
  platform: z.array(stageShape),
};
export type Sections = typeof sections;

/** What a user writes. */
export type ClusterDefinition = z.input<z.ZodObject<Sections>>;

/** A cluster as every layer reads it: defaults filled in, values parsed, checked, deeply frozen. */
export interface Cluster<E extends Engine = Engine> extends ClusterFacts {
  readonly gitops: E;
  /** What runs on the cluster, in order. */
  readonly platform: readonly Stage[];
}
