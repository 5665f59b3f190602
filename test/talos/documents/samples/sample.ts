import type { PatchDocument } from '../../../../lib/talos';

/** How a sample chooses among its options. */
export interface Choices {
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  maybe<T>(value: () => T, probability?: number): T | undefined;
}

/** What samples are made of. */
export interface Source {
  readonly random: Choices;
  /** A certificate in PEM. */
  readonly certificate: string;
}

/** Documents of a constructor with random options; nothing that Talos refuses under the newest contract. */
export type Sample = (source: Source) => PatchDocument | readonly PatchDocument[];

/** Samples by the name of their constructor. */
export type Samples = Readonly<Record<string, Sample>>;
