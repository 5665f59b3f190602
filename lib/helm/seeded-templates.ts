/** File that the templates below are added to a chart as. */
export const seededTemplatesFile = 'templates/_plinth.tpl';

/**
 * The named templates that take the place of Sprig's random functions, in Helm's own language: each is called with a list of
 * the place of the call, the data that the calling template was given, and the function's arguments.
 *
 * How many times a call ran is counted in the Release, the one map that all templates of a rendering share. A helper
 * that was not given it counts by `randInt`, which `GODEBUG=randautoseed=0` makes a fixed sequence.
 *
 * @param seed hexadecimal digits
 */
export function seededTemplates(seed: string): string {
  return `{{- define "plinth.release" -}}
{{- $root := index . 0 -}}{{- $found := index . 1 -}}
{{- if or (typeIs "map[string]interface {}" $root) (hasSuffix ".Values" (typeOf $root)) -}}
{{- if hasKey $root "Release" -}}{{- $_ := set $found "release" $root.Release -}}
{{- else -}}{{- range $key, $value := $root -}}
{{- if or (typeIs "map[string]interface {}" $value) (hasSuffix ".Values" (typeOf $value)) -}}
{{- if hasKey $value "Release" -}}{{- $_ := set $found "release" $value.Release -}}{{- end -}}
{{- end -}}{{- end -}}{{- end -}}
{{- else if kindIs "slice" $root -}}{{- range $value := $root -}}
{{- if or (typeIs "map[string]interface {}" $value) (hasSuffix ".Values" (typeOf $value)) -}}
{{- if hasKey $value "Release" -}}{{- $_ := set $found "release" $value.Release -}}{{- end -}}
{{- end -}}{{- end -}}{{- end -}}
{{- end -}}

{{- define "plinth.draw" -}}
{{- $site := index . 0 -}}{{- $found := dict -}}
{{- $_ := include "plinth.release" (list (index . 1) $found) -}}
{{- $nth := "" -}}
{{- if typeIs "map[string]interface {}" $found.release -}}
{{- $key := printf "plinth %s" $site -}}
{{- $nth = add1 (default 0 (get $found.release $key)) | toString -}}
{{- $_ := set $found.release $key ($nth | int) -}}
{{- else -}}{{- $nth = printf "r%d" (randInt 0 2147483647) -}}{{- end -}}
{{- sha256sum (printf "${seed}\\n%s\\n%s" $site $nth) -}}
{{- end -}}

{{- define "plinth.letters" -}}
{{- $draw := index . 0 -}}{{- $alphabet := index . 1 -}}
{{- range $i := until (int (index . 2)) -}}
{{- $n := mod (printf "0x%s" (trunc 12 (sha256sum (printf "%s %d" $draw $i)))) (len $alphabet) | int -}}
{{- substr $n (int (add1 $n)) $alphabet -}}
{{- end -}}{{- end -}}
${[...alphabets].map(([name, alphabet]) => lettersTemplate(name, alphabet)).join('')}
{{- define "plinth.randBytes" -}}{{- include "plinth.randAscii" . | b64enc -}}{{- end -}}

{{- define "plinth.randInt" -}}
{{- $least := index . 2 -}}
{{- add $least (mod (printf "0x%s" (trunc 12 (include "plinth.draw" .))) (sub (index . 3) $least)) -}}
{{- end -}}

{{- define "plinth.uuidv4" -}}
{{- $draw := include "plinth.draw" . -}}
{{- $variant := index (list "8" "9" "a" "b") (int (mod (printf "0x%s" (substr 16 17 $draw)) 4)) -}}
{{- printf "%s-%s-4%s-%s%s-%s" (substr 0 8 $draw) (substr 8 12 $draw) (substr 13 16 $draw) $variant (substr 17 20 $draw) (substr 20 32 $draw) -}}
{{- end -}}
`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

/** Source: github.com/Masterminds/goutils, cryptorandomstringutils.go */
const alphabets: ReadonlyMap<string, string> = new Map([
  ['randAlphaNum', letters + digits],
  ['randAlpha', letters],
  ['randNumeric', digits],
  ['randAscii', String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))],
]);

function lettersTemplate(name: string, alphabet: string): string {
  const parts = `(include "plinth.draw" .) ${JSON.stringify(alphabet)} (index . 2)`;
  return `
{{- define "plinth.${name}" -}}{{- include "plinth.letters" (list ${parts}) -}}{{- end -}}
`;
}
