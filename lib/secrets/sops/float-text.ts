/** Digits and the place of the point: `0.<digits> × 10^point`. The shortest that read back, in JavaScript as in Go. */
function decompose(value: number): { digits: string; point: number } {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return undefined;
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

/** A number as Go's `FormatFloat(v, 'f', -1, 64)`: what SOPS encrypts and authenticates. */
export function plainFloat(value: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  const { digits, point } = decompose(value);
  if (value === 0) return `${sign(value)}0`;
  if (point <= 0) return `${sign(value)}0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  const fraction = digits.slice(point);
  return `${sign(value)}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * A number as go-yaml writes it: Go's `FormatFloat(v, 'g', -1, 64)`, with YAML's words for what is not finite. A whole number
 * gets `.0`, which go-yaml leaves out: it would be read back as an integer, and `-0` would break SOPS' own MAC.
 */
export function yamlFloat(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  const { digits, point } = decompose(value);
  const exponent = point - 1;
  // Go's %g decides on the exponent as if the precision were 6
  if (value === 0 || (exponent >= -4 && exponent < 6)) {
    const plain = plainFloat(value);
    return plain.includes('.') ? plain : `${plain}.0`;
  }
  const mantissa = digits.length === 1 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${sign(value)}${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
}
