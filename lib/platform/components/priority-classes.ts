import type { Component, JsonObject } from '../../cluster';

/** How much the pods of a class matter. */
export interface PriorityClass {
  /** From 0 to 1,000,000,000; pods without a class have 0. */
  readonly value: number;
  /** For people. */
  readonly description?: string;
  /** Whether pods that name no class get this one. @default false */
  readonly byDefault?: boolean;
  /** Whether its pods push out others of less priority; otherwise they only come first in the queue. @default true */
  readonly preempts?: boolean;
}

export interface PriorityClassesSettings {
  /** By name. @default - `platform`, before everything else that one runs, and `batch`, after it */
  readonly classes?: Readonly<Record<string, PriorityClass>>;
}

const defaults: Readonly<Record<string, PriorityClass>> = {
  batch: { value: 0, description: 'Work that can wait for room', preempts: false },
  platform: { value: 1_000_000, description: 'What the other pods of the cluster need' },
};

// Source: Kubernetes, "Pod Priority and Preemption": more is for its own classes
const highest = 1_000_000_000;

/**
 * PriorityClasses, which pods name to say whom to keep when room is short.
 *
 * @throws Error for a value or name that Kubernetes keeps for itself, or for two classes by default
 */
export function priorityClasses({ classes = defaults }: PriorityClassesSettings = {}): Component {
  const entries = Object.entries(classes).sort(([a], [b]) => (a < b ? -1 : 1));
  check(entries);
  return {
    name: 'priority-classes',
    // the objects have none; components do
    namespace: 'kube-system',
    objects: () => entries.map(([name, priority]) => priorityClass(name, priority)),
    provides: entries.map(([name]) => `priority-class/${name}`),
    requires: [],
    traffic: {},
  };
}

function priorityClass(name: string, { value, description, byDefault, preempts = true }: PriorityClass): JsonObject {
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
    description,
    globalDefault: byDefault ?? false,
    preemptionPolicy: preempts ? 'PreemptLowerPriority' : 'Never',
  };
}

function check(entries: readonly (readonly [string, PriorityClass])[]): void {
  const problems = entries.flatMap(([name, { value }]) => [
    ...(name.startsWith('system-') ? [`a class of Kubernetes' own, got ${name}; choose a name without system-`] : []),
    ...(Number.isInteger(value) && value >= 0 && value <= highest
      ? []
      : [`not a priority for ${name}, got ${String(value)}; use a whole number from 0 to ${String(highest)}`]),
  ]);
  const byDefault = entries.filter(([, priority]) => priority.byDefault === true).map(([name]) => name);
  if (byDefault.length > 1) problems.push(`several classes by default, got ${byDefault.join(', ')}; leave it to one`);
  if (problems.length > 0) throw new Error(`priority-classes: ${problems.join('\npriority-classes: ')}`);
}
