import { z } from 'zod';
import type { Taint } from '../ports/infrastructure';

const taintShape = z.strictObject({
  key: z.string().min(1),
  value: z.string().default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
});

/** What every pool gives its nodes. */
export const nodeSettings = {
  /** Labels of the nodes. */
  labels: z.record(z.string(), z.string()).default({}),
  /** Taints of the nodes; a worker takes them when it joins, and no others later. Source: Kubernetes, NodeRestriction admission. */
  taints: z.array(taintShape).default([]),
};

/** The same as the rules read it. */
export interface NodeSettings {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}
