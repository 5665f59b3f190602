/** A patch that Talos refuses as well. Names what and where, never the value, which may be secret. */
export class PatchError extends Error {
  constructor(what: string, fix: string) {
    super(`${what}; ${fix}`);
    this.name = 'PatchError';
  }
}
