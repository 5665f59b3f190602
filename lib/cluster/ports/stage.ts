import { z } from 'zod';
import { componentShape, type Component } from './component';

/** Who installs the components of a stage: the GitOps engine, or Cluster API's addon provider before the engine exists. */
export const carriers = ['engine', 'cluster-api'] as const;
export type Carrier = (typeof carriers)[number];

export const stageShape = z.strictObject({
  name: z.string(),
  carrier: z.enum(carriers),
  components: z.array(componentShape),
});

/** An ordered step of the platform. Its components may require only what this or an earlier stage provides. */
export type Stage = z.output<typeof stageShape>;

/** A stage that the GitOps engine installs. */
export function stage(name: string, ...components: Component[]): Stage {
  return { name, carrier: 'engine', components };
}

/** What must run before the engine can: installed by Cluster API's addon provider (HelmChartProxy). */
export function addons(...components: Component[]): Stage {
  return { name: 'addons', carrier: 'cluster-api', components };
}
