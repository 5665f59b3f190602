import pc from 'picocolors';
import type { Change } from '../change';
import type { FieldChange } from '../field-changes';
import { resourceLabel } from '../resource';
import { shownValue } from './shown-value';
import { counted, summarize } from './summary';

export interface TerminalOptions {
  /**
   * Whether to write colour codes.
   *
   * @default false
   */
  readonly color?: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** The changes for a reader at a terminal: an owner, its resources, their fields, and a line of counts at the end. */
export function terminalReport(changes: readonly Change[], { color = false }: TerminalOptions = {}): string {
  if (changes.length === 0) return 'no changes\n';
  const colors = pc.createColors(color);
  const owners = [...new Set(changes.map((change) => change.owner))];
  const sections = owners.map((owner) => {
    const own = changes.filter((change) => change.owner === owner);
    return [colors.bold(owner), ...own.flatMap((change) => changeLines(change, colors))].join('\n');
  });
  return `${sections.join('\n\n')}\n\n${summaryLine(changes)}\n`;
}

function changeLines(change: Change, colors: Colors): string[] {
  const label = printable(resourceLabel(change.resource));
  const where = label.startsWith(change.path) ? '' : colors.dim(`  ${printable(change.path)}`);
  const fields = alignedFields(change.fields, colors);
  switch (change.change) {
    case 'added':
      return [`  ${colors.green('+')} ${label}${where}`];
    case 'removed':
      return [`  ${colors.red('-')} ${label}${where}`];
    case 'stale':
      return [`  ${colors.yellow('!')} ${label}  ${colors.dim(`stale: ${change.why ?? ''}`)}`];
    case 'moved':
      return [`  ${colors.dim('>')} ${label}  ${colors.dim(movedFrom(change))}`];
    case 'changed':
      return [
        `  ${colors.yellow('~')} ${label}${change.previousPath === undefined ? '' : `  ${colors.dim(movedFrom(change))}`}`,
        ...fields,
      ];
    case 'replaced':
      return [`  ${colors.yellow('±')} ${label}  ${colors.dim(replacedText(change))}`, ...fields];
  }
}

function movedFrom({ previousPath, path }: Change): string {
  return printable(`moved ${previousPath ?? ''} → ${path}`);
}

function replacedText({ replaces, previousStays }: Change): string {
  const name = replaces?.type === 'kubernetes' ? replaces.name : '';
  return `replaces ${printable(name)}, which ${previousStays === true ? 'stays' : 'goes'}`;
}

/** Names come from files that anyone may have written: nothing in them may steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '�');
}

/** The widest path that others are aligned with; longer ones stand for themselves. */
const WIDEST = 60;

function alignedFields(fields: readonly FieldChange[], colors: Colors): string[] {
  const width = Math.max(0, ...fields.map(({ path }) => path.length).filter((length) => length <= WIDEST));
  return fields.map((field) => `      ${field.path.padEnd(width)}  ${fieldText(field, colors)}`);
}

function fieldText({ change, before, after }: FieldChange, colors: Colors): string {
  switch (change) {
    case 'added':
      return colors.green(`+ ${shownValue(after)}`);
    case 'removed':
      return colors.red(`- ${shownValue(before)}`);
    case 'changed':
      return `${colors.red(shownValue(before))} → ${colors.green(shownValue(after))}`;
    case 'reordered':
      return `order ${shownValue(before)} → ${shownValue(after)}`;
    case 'reformatted':
      return 'text only: other formatting or comments, the same content';
  }
}

function summaryLine(changes: readonly Change[]): string {
  const summary = summarize(changes);
  const parts = (['added', 'changed', 'replaced', 'removed', 'moved', 'stale'] as const)
    .filter((change) => summary[change] > 0)
    .map((change) => `${String(summary[change])} ${change}`);
  return `${counted(summary.owners, 'cluster')}, ${counted(summary.changes, 'change')}: ${parts.join(', ')}`;
}
