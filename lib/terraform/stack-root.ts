import { DISABLE_STACK_TRACE_IN_METADATA } from 'cdktf';
import { RootConstruct } from 'constructs';
import { createRequire } from 'node:module';

const { version } = createRequire(__filename)('cdktf/package.json') as { version: string };

/**
 * The root of stacks that become artifacts. cdktf's own `App` makes its output folder as soon as it is constructed; this
 * one touches no file and reads no environment, and its stacks give the same JSON.
 */
export class StackRoot extends RootConstruct {
  constructor() {
    super();
    this.node.setContext('cdktfVersion', version);
    // of annotations only: cdktf has no switch for those of tokens
    this.node.setContext(DISABLE_STACK_TRACE_IN_METADATA, true);
  }
}
