import { z } from 'zod';
import type { Infrastructure } from './infrastructure';
import type { Network } from './network';
import type { MachinePool } from './ports/infrastructure';
import type { NodeSystem } from './ports/system';

export const versionsShape = z.strictObject({
  /** Exact version of Kubernetes, e.g. `v1.35.0`. */
  kubernetes: z.string(),
  /** Exact version of Talos, e.g. `v1.12.2`. */
  talos: z.string(),
});

export const oidcShape = z.strictObject({
  issuerUrl: z.url(),
  clientId: z.string().min(1),
  usernameClaim: z.string().default('email'),
  groupsClaim: z.string().default('groups'),
});

/**
 * What is true of a cluster whoever runs its platform: all that a component may read. A component never sees the engine
 * that carries it, nor its neighbours.
 */
export interface ClusterFacts {
  readonly name: string;
  readonly group: string;
  /** `<group>/<name>`: unique in a project, and the owner of the cluster's files. */
  readonly id: string;
  readonly versions: Readonly<z.output<typeof versionsShape>>;
  readonly network: Network;
  readonly machines: Infrastructure;
  /** The machine pools of `machines`, whatever carries them, in name order. */
  readonly pools: readonly MachinePool[];
  readonly system: NodeSystem;
  readonly oidc?: Readonly<z.output<typeof oidcShape>> | undefined;
  /** age recipients that secrets are encrypted for, by name. */
  readonly recipients: Readonly<Record<string, string>>;
}
