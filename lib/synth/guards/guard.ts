import type { EmittedFile } from '../emit-body';
import type { Finding } from '../finding';

/** A rule that every tree keeps. Pure; looks at the emitted text first, since most files hold nothing to find. */
export interface Guard {
  readonly name: string;
  check(files: readonly EmittedFile[]): Finding[];
}
