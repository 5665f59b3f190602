/** A chart that draws in every way that charts do: files of its archive. */
export const randomChart: Readonly<Record<string, string>> = {
  'values.yaml': 'length: 12\nusers: {ann: 1, bob: 2, cyd: 3}\n',
  'templates/_helpers.tpl': `
{{- define "drawn.password" -}}{{ randAlphaNum (int .length) }}{{- end -}}
{{- define "drawn.nested" -}}{{ include "drawn.password" (dict "length" 9 "context" .) }}{{- end -}}
{{- define "drawn.bare" -}}{{ . | randAlpha }}{{- end -}}
`,
  'templates/draws.yaml': `
apiVersion: v1
kind: ConfigMap
metadata:
  name: draws-{{ randAlpha 5 | lower }}
data:
  alphaNum: {{ randAlphaNum (.Values.length | int) | quote }}
  alpha: {{ 7 | randAlpha | quote }}
  numeric: {{ (randNumeric 6) | quote }}
  ascii: {{ randAscii 20 | b64enc | quote }}
  bytes: {{ randBytes 16 | quote }}
  bytesLength: {{ randBytes 16 | b64dec | len | quote }}
  int: {{ randInt 10 20 | quote }}
  intIsInt: {{ add (randInt 3 4) 1 | quote }}
  uuid: {{ uuidv4 | quote }}
  uuidAsArgument: {{ printf "%s-%s" uuidv4 "x" | quote }}
  now: {{ now | date "2006-01-02T15:04:05Z07:00" | quote }}
  year: {{ now.Year | quote }}
  epoch: {{- " " }}{{ now | unixEpoch | quote }}
  later: {{ now | dateModify "1h" | htmlDate | quote }}
  shuffled: {{ shuffle "abcdefghijklmnopqrstuvwxyz" | quote }}
  keys: {{ keys .Values.users | join "," | quote }}
  pipedKeys: {{ .Values.users | keys | first | quote }}
  twiceTheSame: {{ $once := randAlphaNum 8 }}{{ printf "%s %s" $once $once | quote }}
  text: {{ "{{ randAlphaNum 5 }} now uuidv4" | quote }}
  raw: {{ \`now }}\` | quote }}
  field: {{ dict "now" "a field" | dig "now" "" | quote }}
  dotted: {{ (dict "keys" "kept").keys | quote }}
  {{- /* randAlphaNum 5 }} */}}
  {{- range $i := until 3 }}
  loop{{ $i }}: {{ randAlphaNum 10 | quote }}
  {{- end }}
  {{- range list 1 2 }}
  helper{{ . }}: {{ include "drawn.nested" $ | quote }}
  bare{{ . }}: {{ include "drawn.bare" 8 | quote }}
  {{- end }}
  {{- if gt (randInt 5 9) 4 }}
  branch: taken
  {{- end }}
  mode: {{ 0644 }}
`,
  'charts/inner/Chart.yaml': 'apiVersion: v2\nname: inner\nversion: 0.1.0\n',
  'charts/inner/templates/cm.yaml': `
apiVersion: v1
kind: ConfigMap
metadata:
  name: inner
data:
  drawn: {{ randAlphaNum 24 | quote }}
  mode: 0644
`,
};
