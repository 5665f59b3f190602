import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from '../../lib/terraform';

/** What Terraform makes of a string without templates; `undefined` where a template would start. */
function read(text: string): string | undefined {
  if (/(?<![$%])[$%]\{/.test(text.replaceAll(/\$\$\{|%%\{/g, ''))) return undefined;
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

describe('a literal', () => {
  it('is the text itself where there is nothing to escape', () => {
    expect(literal('talos-v1.12.2 $ % { } $$')).toBe('talos-v1.12.2 $ % { } $$');
  });

  it.each([
    ['${HOME}', '$${HOME}'],
    ['%{if true}', '%%{if true}'],
    // seen by a real Terraform: each of these comes back as it was
    ['$${x}', '$$${x}'],
    ['%${x}', '%$${x}'],
    ['${a}/${b}', '$${a}/$${b}'],
  ])('of %s is %s', (text, escaped) => {
    expect(literal(text)).toBe(escaped);
  });

  it('comes back as it was', () => {
    const pieces = fc.array(fc.constantFrom('${', '%{', '}', '$', '%', 'a', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(read(literal(text))).toBe(text);
      }),
    );
  });
});
