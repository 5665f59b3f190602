import { documentRules } from '../../lib/talos/merge/document-rules';
import { mainRules } from '../../lib/talos/merge/main-rules';
import type { Rules } from '../../lib/talos/merge/rule';
import { kinds } from './kinds';
import type { Oracle } from './oracle';
import type { Tally } from '../tally';

/** The tables of merge rules against those that reflection finds in Talos's own types. */
export async function mergeRules(oracle: Oracle, tally: Tally) {
  const { rules = [], error } = await oracle.ask({ operation: 'rules', kinds: ['', ...kinds] });
  tally.check('merge rules', error === undefined, () => error ?? '');
  const theirs = new Set(rules.map((rule) => rule.trim()));
  const ours = new Set([
    ...lines('', mainRules),
    ...Object.entries(documentRules).flatMap(([kind, table]) => lines(kind, table)),
  ]);
  for (const line of new Set([...theirs, ...ours])) {
    tally.check(
      'merge rules',
      theirs.has(line) && ours.has(line),
      () => `${line}, ${theirs.has(line) ? 'not ours' : 'ours alone'}`,
    );
  }
}

function lines(kind: string, rules: Rules): readonly string[] {
  return Object.entries(rules).map(([path, rule]) =>
    `${kind}|${path}|${rule === 'overwrite' ? 'overwrite within' : rule}`.trim(),
  );
}
