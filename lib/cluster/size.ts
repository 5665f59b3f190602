/** An amount of memory or disk. */
export class Size {
  private constructor(
    /** The amount in mebibytes (2^20 bytes). */
    readonly mebibytes: number,
  ) {}

  static mebibytes(amount: number): Size {
    return new Size(amount);
  }

  static gibibytes(amount: number): Size {
    return new Size(amount * 1024);
  }

  /** The amount in gibibytes (2^30 bytes); may have a fraction. */
  get gibibytes(): number {
    return this.mebibytes / 1024;
  }

  /** A Kubernetes quantity, in the largest unit that stays whole, e.g. `10Gi`. */
  toQuantity(): string {
    return Number.isInteger(this.gibibytes) ? `${String(this.gibibytes)}Gi` : `${String(this.mebibytes)}Mi`;
  }

  toJSON(): string {
    return this.toQuantity();
  }
}

/** `GiB(4)`: four gibibytes. */
export function GiB(amount: number): Size {
  return Size.gibibytes(amount);
}

/** `MiB(512)`: 512 mebibytes. */
export function MiB(amount: number): Size {
  return Size.mebibytes(amount);
}
