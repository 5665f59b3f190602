import type { Identity } from '../../artifact';
import { formatProblem } from '../../cluster';
import type { PivotPlan, PlacedReason } from './plan';

/**
 * A pivot plan as plain text, a section for each question: what must be on the target before, what must be paused, what
 * moves, what stays, and what is missing.
 */
export function pivotReport(cluster: string, plan: PivotPlan): string {
  const { namespace, moves, follows, prepare, stays, pauses, problems } = plan;
  return [
    `${cluster}  namespace ${namespace === '' ? '(none)' : namespace}`,
    ...section('before the move, on the target', [
      'providers at the versions of the source or newer',
      ...prepare.map(placed),
    ]),
    ...section(
      'pause',
      pauses.map(
        ({ object, by, because }) => `${label(object)}  ${because} (${by === 'person' ? 'by hand' : `by ${by}`})`,
      ),
    ),
    ...section('moves', moves.map(placed)),
    ...section('moves with its owner, in no file', follows),
    ...section('stays', stays.map(placed)),
    ...section('missing', problems.map(formatProblem)),
    '',
    `${String(moves.length)} move, ${String(stays.length)} stay; ${problems.length === 0 ? 'nothing is missing' : `${String(problems.length)} missing`}`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function placed({ object, because }: PlacedReason): string {
  return `${label(object)}  ${because}`;
}

function label({ kind, name, namespace }: Identity): string {
  return `${kind}/${name}${namespace === '' ? '' : ` (${namespace})`}`;
}
