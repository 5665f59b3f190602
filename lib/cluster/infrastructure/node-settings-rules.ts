import type { Problem } from '../problem';
import type { NodeSettings } from './node-settings';

const QUALIFIED = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Kubernetes' own prefixes that a node may give itself. Source: Kubernetes, NodeRestriction admission. */
const FROM_NODES =
  /^(kubernetes\.io\/(hostname|arch|os)|node\.kubernetes\.io\/instance-type|topology\.kubernetes\.io\/(region|zone)|([-a-z0-9.]+\.)?(kubelet|node)\.kubernetes\.io\/.+)$/;
const RESERVED = /^([-a-z0-9.]+\.)?(kubernetes|k8s)\.io\//;

/**
 * Rules of what a pool gives its nodes.
 *
 * @param carried whether something else than the node gives it a label. @default - nothing does
 */
export function nodeSettingsProblems(
  at: string,
  { labels, taints }: NodeSettings,
  carried: (label: string) => boolean = () => false,
): Problem[] {
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
      .filter((key) => RESERVED.test(key) && !FROM_NODES.test(key) && !carried(key))
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
