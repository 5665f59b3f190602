import type { FluxTree } from './tree';
import type { Unit } from './units';

/** What a layout makes of a cluster. */
export interface LayoutTree extends FluxTree {
  /** The Kustomizations that carry components. */
  readonly units: readonly Unit[];
}
