/** Shows an error on standard error: its message, and the stack trace only where the caller asks for it. */
export function showError(error: unknown, debug: boolean): void {
  if (!(error instanceof Error)) {
    process.stderr.write(`plinth: ${String(error)}\n`);
    return;
  }
  process.stderr.write(`${error.message}\n`);
  if (debug) process.stderr.write(`\n${error.stack ?? ''}\n`);
}
