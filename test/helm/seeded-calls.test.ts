import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedTemplate } from '../../lib/helm/seeded-calls';

const clock = '2024-05-06T07:08:09Z';
const seeded = (text: string): string => seedTemplate(text, 'templates/a.yaml', clock).text;
const site = (name: string, nth = 1): string => `"templates/a.yaml ${name} ${String(nth)}" $`;
const time = `(mustToDate "2006-01-02T15:04:05Z07:00" "${clock}")`;

describe('a template with random calls', () => {
  it.each([
    ['{{ randAlphaNum 16 }}', `{{ list ${site('randAlphaNum')} 16 | include "plinth.randAlphaNum" }}`],
    ['{{- randAlpha .n -}}', `{{- list ${site('randAlpha')} .n | include "plinth.randAlpha" -}}`],
    ['{{randNumeric 4}}', `{{list ${site('randNumeric')} 4 | include "plinth.randNumeric"}}`],
    ['{{ 8 | randAscii | b64enc }}', `{{ 8 | list ${site('randAscii')} | include "plinth.randAscii" | b64enc }}`],
    ['{{ $x := randBytes 4 }}', `{{ $x := list ${site('randBytes')} 4 | include "plinth.randBytes" }}`],
    ['{{ $x = (randAlpha 4) }}', `{{ $x = (list ${site('randAlpha')} 4 | include "plinth.randAlpha") }}`],
    ['{{ if gt (randInt 1 9) 4 }}', `{{ if gt (list ${site('randInt')} 1 9 | include "plinth.randInt" | int) 4 }}`],
    ['{{ with randAlpha 3 }}', `{{ with list ${site('randAlpha')} 3 | include "plinth.randAlpha" }}`],
    ['{{ else if randAlpha 3 }}', `{{ else if list ${site('randAlpha')} 3 | include "plinth.randAlpha" }}`],
    ['{{ template "x" randAlpha 3 }}', `{{ template "x" list ${site('randAlpha')} 3 | include "plinth.randAlpha" }}`],
    [
      '{{ randAlpha (randInt 2 3) }}',
      `{{ list ${site('randAlpha')} (list ${site('randInt')} 2 3 | include "plinth.randInt" | int) | include "plinth.randAlpha" }}`,
    ],
    ['{{ uuidv4 | upper }}', `{{ (include "plinth.uuidv4" (list ${site('uuidv4')})) | upper }}`],
    ['{{ printf "%s" uuidv4 }}', `{{ printf "%s" (include "plinth.uuidv4" (list ${site('uuidv4')})) }}`],
    ['{{ now | date "2006" }}', `{{ ${time} | date "2006" }}`],
    ['{{ now.Year }}', `{{ ${time}.Year }}`],
    ['{{ range $i, $k := keys .a .b }}', '{{ range $i, $k := keys .a .b | sortAlpha }}'],
    ['{{ .a | keys | first }}', '{{ .a | keys | sortAlpha | first }}'],
    ['{{ (keys .a) | len }}', '{{ (keys .a | sortAlpha) | len }}'],
  ])('draws from the seed: %s', (before, after) => {
    expect(seeded(before)).toBe(after);
  });

  it('numbers the calls of a file, so that each draws its own', () => {
    expect(seeded('{{ uuidv4 }}{{ randAlpha 1 }}{{ uuidv4 }}')).toContain(site('uuidv4', 2));
    expect(seeded('{{ uuidv4 }}{{ randAlpha 1 }}{{ uuidv4 }}')).toContain(site('randAlpha', 1));
  });

  it.each([
    'randAlphaNum 16, outside of an action',
    '{{ .now }}{{ $.keys }}{{ $now }}{{ (dict "now" 1).now }}',
    '{{ "randAlphaNum 5 }} uuidv4" }}{{ `now }} keys` }}',
    '{{ \'}\' }}{{ "\\" now" }}',
    '{{/* now */}}{{- /* randAlpha 5 }} uuidv4 */ -}}',
    '{{ define "now" }}{{ end }}{{ include "keys" . }}',
    '{{ nowadays }}{{ mykeys 1 }}{{ randAlphaNumeric 3 }}',
    '{{ unfinished now',
    '{{ "unfinished now }}',
  ])('is left alone where nothing is drawn: %s', (text) => {
    expect(seeded(text)).toBe(text);
  });

  it('names the calls that nothing can seed, with their lines', () => {
    const { unseeded, text } = seedTemplate(
      'a\n{{ $ca := genCA "x" 1 }}\n{{ htpasswd "a" "b" }}',
      'templates/s.yaml',
      clock,
    );
    expect(unseeded).toEqual([
      { function: 'genCA', file: 'templates/s.yaml', line: 2 },
      { function: 'htpasswd', file: 'templates/s.yaml', line: 3 },
    ]);
    expect(text).toContain('genCA "x" 1');
  });

  it('comes back byte for byte when it calls none of them, whatever it says', () => {
    const words = fc.constantFrom(
      '.a',
      '$b',
      '"now"',
      '`keys`',
      '|',
      '(',
      ')',
      ':=',
      '-',
      '1',
      '{{',
      '}}',
      '{{-',
      '-}}',
      '/*',
      '*/',
      "'x'",
      '"',
      '\n',
      'if',
      'toYaml',
      'x.now',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.constantFrom('', ' '))), (parts) => {
        const text = parts.flat().join('');
        expect(seeded(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
