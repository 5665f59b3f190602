/** Counts what held and what did not, and shows the first few that did not. */
export class Tally {
  private passed = 0;
  private failed = 0;

  check(name: string, held: boolean, detail: () => string): void {
    if (held) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    if (this.failed <= 20) console.log(`FAIL ${name}: ${detail()}`);
  }

  /** Takes over what another program counted. */
  add({ passed, failed }: { readonly passed: number; readonly failed: number }): void {
    this.passed += passed;
    this.failed += failed;
  }

  /** One line about a part that is over. */
  section(name: string, started: { readonly passed: number; readonly failed: number }): void {
    const { passed, failed } = this.counts();
    console.log(`${name}: ${String(passed - started.passed)} passed, ${String(failed - started.failed)} failed`);
  }

  counts() {
    return { passed: this.passed, failed: this.failed };
  }
}
