import { lt, valid } from 'semver';

/** A way in which the Talos control plane provider stops for good in the middle of a rollout. */
export interface ControlPlaneDeadlock {
  /** Number of the issue in `siderolabs/cluster-api-control-plane-provider-talos`. */
  readonly issue: number;
  /** What happens; lower case, no full stop. */
  readonly what: string;
  /**
   * - `every-rollout`: whenever a machine leaves the control plane;
   * - `one-machine`: whenever the only machine of a cluster that manages itself is replaced;
   * - `unhealthy-member`: once the etcd of a machine that nobody deletes has failed.
   */
  readonly when: 'every-rollout' | 'one-machine' | 'unhealthy-member';
  /** First release without it. @default - no release is */
  readonly fixedIn?: string;
  /** How a person gets out of it; lower case, no full stop. */
  readonly wayOut: string;
}

/**
 * Known deadlocks of the Talos control plane provider (CACPPT), as of 2026-08.
 * Source: the issues (225 describes the same as 237), and `controllers/scale.go` and `controllers/etcd.go` of v0.5.13.
 */
export const controlPlaneDeadlocks: readonly ControlPlaneDeadlock[] = [
  {
    issue: 237,
    what: 'a machine that has left etcd and is not deleted yet fails the health check that its deletion waits for',
    when: 'every-rollout',
    fixedIn: 'v0.5.13',
    wayOut: 'delete the Machine that has left etcd',
  },
  {
    issue: 193,
    what: 'the provider stops with the etcd of the only machine that it replaces, before it has deleted that machine',
    when: 'one-machine',
    fixedIn: 'v0.5.13',
    wayOut: 'delete the old Machine',
  },
  {
    issue: 262,
    what: 'one unhealthy etcd member stops every scaling and rollout; a MachineHealthCheck does not help, since the provider replaces no machine for it',
    when: 'unhealthy-member',
    wayOut: 'delete the Machine of the unhealthy member',
  },
];

/** The known deadlocks that a release of the provider has; every one for a version that is no release. */
export function controlPlaneDeadlocksOf(version: string): readonly ControlPlaneDeadlock[] {
  if (valid(version) === null) return controlPlaneDeadlocks;
  return controlPlaneDeadlocks.filter(({ fixedIn }) => fixedIn === undefined || lt(version, fixedIn));
}
