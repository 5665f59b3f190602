import { checkConfig, configWarnings, type ConfigDocument, type Mode } from '../../lib/talos';
import { emitDocuments } from '../../lib/yaml';
import type { Oracle } from './oracle';
import type { Tally } from '../tally';

/** Words of Talos about what we do not look at, and why. */
const explained: readonly { readonly words: RegExp; readonly why: string }[] = [
  { words: /base runtime spec overrides/, why: 'types of the OCI runtime specification, to which Talos hands them on' },
];

/** One configuration: refused by both or accepted by both, with as many warnings. */
export async function compare(
  oracle: Oracle,
  tally: Tally,
  name: string,
  documents: readonly ConfigDocument[],
  mode: Mode,
) {
  const theirs = await oracle.ask({ operation: 'validate', mode, config: emitDocuments(documents) });
  const ours = checkConfig(documents, mode);
  const isSame = ours.length > 0 === (theirs.error !== undefined);
  if (!isSame && explained.some(({ words }) => words.test(theirs.error ?? ''))) return;
  tally.check(name, isSame, () => `ours ${JSON.stringify(ours.slice(0, 2))}, theirs ${theirs.error ?? 'accepted'}`);
  if (!isSame || ours.length > 0) return;
  const warned = configWarnings(documents, mode);
  const warnings = theirs.warnings ?? [];
  tally.check(
    `${name}, warnings`,
    warned.length === warnings.length,
    () => `ours ${JSON.stringify(warned)}, theirs ${JSON.stringify(warnings)}`,
  );
}
