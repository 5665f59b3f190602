import { controlPlaneDeadlocksOf } from '../../cluster';

/** What a release of the Talos control plane provider does when it takes a machine out of the control plane. */
export interface Controller {
  /** Whether the health check of etcd passes over a machine that is leaving. */
  readonly marksLeaving: boolean;
  /** Whether a machine is deleted in the same turn in which it has left etcd. */
  readonly deletesAfterLeaving: boolean;
}

/**
 * The behaviour of a release. Up to v0.5.12 the turn ends with the call that lets a machine leave etcd, whose answer does
 * not come in time, and the next turn finds the machine without etcd; v0.5.13 marks it before and deletes it in the same
 * turn. Source: issue 237, pull request 250, `controllers/scale.go` of v0.5.13.
 */
export function controllerOf(version: string): Controller {
  const fixed = !controlPlaneDeadlocksOf(version).some(({ when }) => when === 'every-rollout');
  return { marksLeaving: fixed, deletesAfterLeaving: fixed };
}
