import type { Taint } from '../ports/infrastructure';
import type { Problem } from '../problem';
import type { WorkerRollout } from './managed-pool';
import { comesFromMachine } from './node-labels';

/** What the rules read of a pool of any infrastructure. */
interface ManagedPool {
  readonly role: 'control-plane' | 'worker';
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly count?: number | undefined;
  readonly autoscale?: { readonly min: number; readonly max: number } | undefined;
  readonly rollout?: WorkerRollout | { readonly kind: string } | undefined;
}

const QUALIFIED = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Kubernetes' own prefixes that a node may give itself. Source: Kubernetes, NodeRestriction admission. */
const FROM_NODES =
  /^(kubernetes\.io\/(hostname|arch|os)|node\.kubernetes\.io\/instance-type|topology\.kubernetes\.io\/(region|zone)|([-a-z0-9.]+\.)?(kubelet|node)\.kubernetes\.io\/.+)$/;
const RESERVED = /^([-a-z0-9.]+\.)?(kubernetes|k8s)\.io\//;

/** Rules of the pools that Cluster API keeps, whatever infrastructure carries them. */
export function managedPoolProblems(pools: Readonly<Record<string, ManagedPool>>): Problem[] {
  const control = Object.entries(pools).filter(([, pool]) => pool.role === 'control-plane');
  return [
    ...(control.length > 1 ? [oneControlPlane(control.map(([name]) => name))] : []),
    ...Object.entries(pools).flatMap(([name, pool]) => [
      ...nodeProblems(`machines.pools.${name}`, pool),
      ...(pool.role === 'worker' ? sizeProblems(`machines.pools.${name}`, pool) : []),
    ]),
  ];
}

function oneControlPlane(names: readonly string[]): Problem {
  return {
    path: 'machines.pools',
    what: 'Cluster API runs one control plane pool',
    got: names,
    allowed: 'one pool with role control-plane',
    fix: 'merge the control plane pools',
  };
}

function nodeProblems(at: string, { labels, taints, role }: ManagedPool): Problem[] {
  const keys = [
    ...Object.keys(labels).map((key) => ({ key, path: `${at}.labels.${key}` })),
    ...taints.map(({ key }, i) => ({ key, path: `${at}.taints.${String(i)}.key` })),
  ];
  const values = [
    ...Object.entries(labels).map(([key, value]) => ({ value, path: `${at}.labels.${key}` })),
    ...taints.map(({ value }, i) => ({ value, path: `${at}.taints.${String(i)}.value` })),
  ];
  return [
    ...keys.filter(({ key }) => !QUALIFIED.test(key)).map(({ key, path }) => notA('qualified name', path, key)),
    ...values
      .filter(({ value }) => value.length > 63 || !VALUE.test(value))
      .map(({ value, path }) => notA('label value', path, value)),
    ...taints.flatMap(({ key }, i) =>
      taints.findIndex((other) => other.key === key) < i
        ? [
            {
              path: `${at}.taints.${String(i)}.key`,
              what: 'Talos keeps one taint for each key',
              got: key,
              allowed: 'a key of its own',
              fix: 'remove one of the two',
            },
          ]
        : [],
    ),
    ...Object.keys(labels)
      .filter((key) => RESERVED.test(key) && !FROM_NODES.test(key) && !(role === 'worker' && comesFromMachine(key)))
      .map((key) => ({
        path: `${at}.labels.${key}`,
        what: 'the API server lets no node of this role give itself the label',
        got: key,
        allowed: 'a key without a prefix of kubernetes.io or k8s.io, or one below node.kubernetes.io',
        fix: 'use a prefix of your own',
      })),
  ];
}

function notA(what: string, path: string, got: string): Problem {
  return {
    path,
    what: `not a ${what}`,
    got,
    allowed: 'letters, digits and inner -, _ and ., of at most 63 characters',
    fix: 'correct it',
  };
}

function sizeProblems(at: string, { count, autoscale, rollout }: ManagedPool): Problem[] {
  const problems: Problem[] = [];
  if ((count === undefined) === (autoscale === undefined)) {
    problems.push({
      path: at,
      what:
        count === undefined ? 'nobody says how many machines the pool has' : 'two owners for the number of machines',
      got: { count, autoscale },
      allowed: 'either count or autoscale',
      fix: count === undefined ? 'add count' : 'remove one of the two',
    });
  }
  if (autoscale !== undefined && autoscale.min > autoscale.max) {
    problems.push({
      path: `${at}.autoscale`,
      what: 'the smallest size is above the largest',
      got: autoscale,
      allowed: 'min of at most max',
      fix: 'correct one of the two',
    });
  }
  if (rollout !== undefined && 'maxSurge' in rollout && rollout.maxSurge === 0 && rollout.maxUnavailable === 0) {
    problems.push({
      path: `${at}.rollout`,
      what: 'a machine can neither be added first nor removed first, so that no change would ever arrive',
      got: { maxSurge: 0, maxUnavailable: 0 },
      allowed: 'one of the two above 0',
      fix: 'allow one machine more, or one machine less',
    });
  }
  return problems;
}
