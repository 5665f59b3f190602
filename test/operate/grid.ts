/** A pair of minors: 35 is Kubernetes 1.35, 12 is Talos 1.12. */
export interface Pair {
  readonly kubernetes: number;
  readonly talos: number;
}

/**
 * The support windows, written out once more and by hand, so that a mistake in the catalogue does not hide itself.
 * Source: Talos documentation, "Support Matrix" and "Upgrading Talos".
 */
const window: Readonly<Record<number, readonly [number, number]>> = {
  10: [28, 33],
  11: [29, 34],
  12: [30, 35],
  13: [31, 36],
  14: [32, 37],
};

/** A Talos of this minor takes over from one that is at most two minors older. */
const TALOS_REACH = 2;

export const kubernetesMinors = [31, 32, 33, 34, 35, 36, 37];
export const talosMinors = [10, 11, 12, 13, 14];
export const allPairs: readonly Pair[] = kubernetesMinors.flatMap((kubernetes) =>
  talosMinors.map((talos) => ({ kubernetes, talos })),
);

export function supported({ kubernetes, talos }: Pair): boolean {
  const [first, last] = window[talos]!;
  return first <= kubernetes && kubernetes <= last;
}

/** Steps from one pair to another over a part of the grid, by relaxing all pairs until nothing changes; Infinity where none lead there. */
export function stepsBetween(from: Pair, to: Pair, inGrid: (pair: Pair) => boolean = supported): number {
  const cost = new Map(allPairs.map((pair) => [nameOf(pair), same(pair, from) && inGrid(from) ? 0 : Infinity]));
  for (let changed = true; changed;) {
    changed = false;
    for (const a of allPairs.filter(inGrid)) {
      for (const b of allPairs.filter(inGrid)) {
        if (!oneStep(a, b) || cost.get(nameOf(a))! + 1 >= cost.get(nameOf(b))!) continue;
        cost.set(nameOf(b), cost.get(nameOf(a))! + 1);
        changed = true;
      }
    }
  }
  return cost.get(nameOf(to))!;
}

/** Whether one pair may follow another: one of the two goes up, Kubernetes by one, Talos by its reach. */
export function oneStep(a: Pair, b: Pair): boolean {
  const [up, over] = [b.kubernetes - a.kubernetes, b.talos - a.talos];
  return (up === 1 && over === 0) || (up === 0 && over >= 1 && over <= TALOS_REACH);
}

export function same(a: Pair, b: Pair): boolean {
  return a.kubernetes === b.kubernetes && a.talos === b.talos;
}

export function nameOf({ kubernetes, talos }: Pair): string {
  return `kubernetes 1.${String(kubernetes)} with talos 1.${String(talos)}`;
}

/** The pair of two versions such as `v1.35.4`. */
export function pairOf({ kubernetes, talos }: { readonly kubernetes: string; readonly talos: string }): Pair {
  return { kubernetes: Number(kubernetes.split('.')[1]), talos: Number(talos.split('.')[1]) };
}
