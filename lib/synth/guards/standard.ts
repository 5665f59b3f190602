import type { Guard } from './guard';
import { identities } from './identities';
import { paths } from './paths';
import { plaintextSecrets } from './plaintext-secrets';
import { privateKeys } from './private-keys';
import { references } from './references';
import { unresolvedTokens } from './unresolved-tokens';

/** The guards of every synthesis. */
export const standardGuards: readonly Guard[] = [
  paths,
  identities,
  references,
  unresolvedTokens,
  plaintextSecrets,
  privateKeys,
];
