import pc from 'picocolors';
import { formatProblem } from '../../cluster';
import type { NamedCount, Refusal, ValidationReport } from '../validate/validation-report';
import { counted } from './summary';
import type { TerminalOptions } from './terminal';

/** A validation for a reader at a terminal: each refusal on a line, then what was not checked, then the counts. */
export function validationReport(report: ValidationReport, { color = false }: TerminalOptions = {}): string {
  const colors = pc.createColors(color);
  const refusals = report.refusals.map((refusal) => `${colors.red('refused')}  ${refusalLine(refusal)}`);
  const gaps = notChecked(report).map((line) => `${colors.yellow('not checked')}  ${line}`);
  return [refusals, gaps, [summaryLine(report)]]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
    .concat('\n');
}

function refusalLine({ file, object, ...problem }: Refusal): string {
  return [file, ...(object === undefined ? [] : [object]), formatProblem(problem)].join(': ');
}

/** What a reader could otherwise believe to be checked. */
function notChecked(report: ValidationReport): string[] {
  const { withoutSchema, otherDocuments, templates, patches, celRules, unreadablePatterns, encryptedValues } = report;
  return [
    group(counted(total(withoutSchema), 'object without a schema', 'objects without a schema'), names(withoutSchema)),
    group(
      counted(
        total(otherDocuments),
        'document that is no Kubernetes object',
        'documents that are no Kubernetes objects',
      ),
      names(otherDocuments),
    ),
    group(counted(templates.length, 'Helm template with expressions', 'Helm templates with expressions'), templates),
    group(counted(patches.length, 'Kustomize patch', 'Kustomize patches'), patches),
    group(counted(total(celRules), 'CEL rule', 'CEL rules'), names(celRules)),
    group(
      counted(unreadablePatterns.length, 'pattern that cannot be read here', 'patterns that cannot be read here'),
      unreadablePatterns,
    ),
    group(counted(encryptedValues, 'encrypted value'), encryptedValues > 0 ? [''] : []),
  ].filter((line) => line !== '');
}

function group(title: string, members: readonly string[]): string {
  if (members.length === 0) return '';
  const list = members.filter((member) => member !== '').join(', ');
  return list === '' ? title : `${title}: ${list}`;
}

function names(counts: readonly NamedCount[]): string[] {
  return counts.map(({ name, count }) => (count === 1 ? name : `${name} ×${String(count)}`));
}

function total(counts: readonly NamedCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function summaryLine({ files, checked, refusals }: ValidationReport): string {
  const objects = new Set(refusals.map(({ file, object }) => `${file}\0${object ?? ''}`)).size;
  const refused =
    refusals.length === 0
      ? 'none refused'
      : `${counted(objects, 'object')} refused for ${counted(refusals.length, 'reason')}`;
  return `${counted(files, 'file')}, ${counted(total(checked), 'object')} of ${counted(checked.length, 'kind')} checked: ${refused}`;
}
