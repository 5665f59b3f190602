import type { ScalarTag, Tags } from 'yaml';
import { documentsOf } from './parse';

/**
 * The documents of a text as Helm, kubectl and the GitOps engines read manifests: YAML 1.1 scalars as Go's `yaml.v2` knows
 * them (`0644` is 420, `on` is true, `12:30` and `2024-01-01` are texts), and of a key written twice the last.
 *
 * Source: go.yaml.in/yaml/v2, resolve.go, by way of sigs.k8s.io/yaml.
 *
 * @throws YamlParseError with line and column
 */
export function parseManifests(text: string): unknown[] {
  return documentsOf(text, { schema: 'failsafe', merge: true, uniqueKeys: false, customTags: withScalars });
}

function withScalars(tags: Tags): Tags {
  return [...tags, ...scalars];
}

const scalars: readonly ScalarTag[] = [
  { tag: 'tag:yaml.org,2002:null', default: true, test: /^(?:~|null|Null|NULL)?$/, resolve: () => null },
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
    resolve: (text) => /^(?:y|t|on$)/i.test(text),
  },
  {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    resolve: (text) => (/nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity),
  },
  { tag: 'tag:yaml.org,2002:float', default: true, test: /^[-+.0-9][-+.\w]*$/, resolve: number },
];

/** What begins like a number, and may be a text after all; so is what no float can hold. */
function number(text: string): number | string {
  // after a point, underscores stand between digits; elsewhere they say nothing
  if (text.startsWith('.') && /^_|__|_$|\D_|_\D/.test(text)) return text;
  const plain = text.replaceAll('_', '');
  if (/^[-+]?(?:0[bB][01]+|0[oO][0-7]+|0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(plain)) return integer(plain);
  const isFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain);
  return isFloat && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

/** As Go's `strconv.ParseInt` with base 0 reads it: a leading zero alone already means octal. */
function integer(plain: string): number {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(plain) ?? [];
  const magnitude = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits.toLowerCase());
  return sign === '-' && magnitude !== 0 ? -magnitude : magnitude;
}
