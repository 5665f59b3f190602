import { isDeepStrictEqual } from 'node:util';
import { memberAt, numberAt, textAt } from '../member';

/** A machine in the words of its infrastructure: a server type, or cores and memory; empty where neither is known. */
export function machineOf(template: unknown): string {
  const type = textAt(template, 'spec', 'template', 'spec', 'type');
  if (type !== undefined) return type;
  const cpus = numberAt(template, 'spec', 'template', 'spec', 'numCPUs');
  const memory = numberAt(template, 'spec', 'template', 'spec', 'memoryMiB');
  return [cpus && `${String(cpus)} CPUs`, memory && `${String(memory)} MiB`].filter(Boolean).join(', ');
}

/** The members in which the specifications of two machine templates differ, sorted. */
export function changedMembers(before: unknown, after: unknown): readonly string[] {
  const [old, now] = [before, after].map((template) => memberAt(template, 'spec', 'template', 'spec') ?? {});
  const names = new Set([...Object.keys(old as object), ...Object.keys(now as object)]);
  return [...names].filter((name) => !isDeepStrictEqual(memberAt(old, name), memberAt(now, name))).sort();
}

/** Members of a machine template that say which image a machine starts from, and nothing else. */
export const imageMembers: readonly string[] = ['imageName', 'imageURL', 'template'];
