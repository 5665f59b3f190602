/** A length of time, in whole seconds. */
export class Duration {
  private constructor(readonly seconds: number) {}

  static seconds(amount: number): Duration {
    return new Duration(amount);
  }

  static minutes(amount: number): Duration {
    return new Duration(amount * 60);
  }

  static hours(amount: number): Duration {
    return new Duration(amount * 3600);
  }

  /**
   * The form that Go prints and Kubernetes controllers write back, e.g. `15m0s`.
   * A shorter form such as `15m` is normalised by the controller and then shows as drift.
   */
  toGoString(): string {
    const hours = Math.floor(this.seconds / 3600);
    const minutes = Math.floor((this.seconds % 3600) / 60);
    const seconds = this.seconds % 60;
    if (hours > 0) return `${String(hours)}h${String(minutes)}m${String(seconds)}s`;
    if (minutes > 0) return `${String(minutes)}m${String(seconds)}s`;
    return `${String(seconds)}s`;
  }

  toJSON(): string {
    return this.toGoString();
  }
}
