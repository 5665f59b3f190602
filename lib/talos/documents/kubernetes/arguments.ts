import type { JsonObject } from '../../../cluster';
import { isList, isObject } from '../../merge/plain';
import type { Need } from '../kind';

/** Flags of a program, without their leading hyphens; a list repeats the flag, since contract 1.13. */
export type Arguments = Readonly<Record<string, string | readonly string[]>>;

/** Requests and limits of a pod. */
export interface PodResources {
  readonly requests?: ResourceAmounts;
  readonly limits?: ResourceAmounts;
}

/** Kubernetes quantities. */
export interface ResourceAmounts {
  readonly cpu?: string | number;
  readonly memory?: string;
}

/** The contract that repeated flags need. */
export function argumentNeeds({ extraArgs }: JsonObject): readonly Need[] {
  const repeated = Object.entries(isObject(extraArgs) ? extraArgs : {}).filter(([, value]) => isList(value ?? null));
  return repeated.map(([flag]) => ({ contract: '1.13', path: `extraArgs.${flag}` }));
}
