import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { escapeForHelm } from '../../lib/gitops/argocd';
import { emitDocuments, parseDocuments } from '../../lib/yaml';

/** What Helm makes of a text whose only expressions are those of the escape. */
function rendered(text: string): string {
  const expression = '{{`{{`}}';
  const rest = text.replaceAll(expression, '\u0000');
  expect(rest).not.toContain('{{');
  return rest.replaceAll('\u0000', '{{');
}

const bracedText = fc
  .array(fc.constantFrom('{', '{{', '{{{', '}}', '{{-', '`', '"', "'", ' ', '\n', ': ', '# ', 'a', '$x', '\\'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

describe('escapeForHelm', () => {
  it('leaves a text without braces alone', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { n: '1', list: ['}}'] } };
    expect(escapeForHelm(object)).toEqual(object);
  });

  it('turns opening braces into an expression that yields them', () => {
    expect(escapeForHelm({ text: 'summary of {{ $labels.node }}', list: ['{{a}}', { deep: '{{' }] })).toEqual({
      text: 'summary of {{`{{`}} $labels.node }}',
      list: ['{{`{{`}}a}}', { deep: '{{`{{`}}' }],
    });
  });

  it('escapes keys as well, and keeps what is no text', () => {
    expect(escapeForHelm({ '{{k}}': null, n: 1, b: false, none: undefined })).toEqual({
      '{{`{{`}}k}}': null,
      n: 1,
      b: false,
      none: undefined,
    });
  });

  it('gives the object back after Helm has read the file, whatever quotation the text takes', () => {
    fc.assert(
      fc.property(bracedText, bracedText, (text, key) => {
        const object = { kind: 'X', data: { [key === '' ? 'k' : key]: text, list: [text] } };
        expect(parseDocuments(rendered(emitDocuments([escapeForHelm(object)])))).toEqual([object]);
      }),
    );
  });
});
