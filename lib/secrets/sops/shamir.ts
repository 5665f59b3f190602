// Shamir's secret sharing over GF(2^8) with Rijndael's polynomial, byte by byte; a share is its values and then its x.
// The form is that of HashiCorp Vault, which SOPS took over.

/**
 * The secret that shares were made of. Too few or wrong shares give another secret, not an error.
 *
 * @throws RangeError for fewer than two shares, unequal lengths, or two of one x
 */
export function combineShares(shares: readonly Uint8Array[]): Uint8Array {
  const size = (shares[0]?.length ?? 0) - 1;
  const xs = shares.map((share) => share[size] ?? 0);
  if (shares.length < 2 || size < 1 || shares.some(({ length }) => length !== size + 1) || new Set(xs).size < xs.length)
    throw new RangeError(
      `shares that do not belong together, got ${String(shares.length)}; give two or more of one secret`,
    );
  return Uint8Array.from({ length: size }, (_, i) =>
    interpolateAtZero(
      xs,
      shares.map((share) => share[i] ?? 0),
    ),
  );
}

/**
 * Splits a secret into shares, any `threshold` of which give it back.
 *
 * @param random gives as many random bytes as it is asked for
 */
export function splitSecret(
  secret: Uint8Array,
  count: number,
  threshold: number,
  random: (size: number) => Uint8Array,
): readonly Uint8Array[] {
  if (threshold < 2 || count < threshold || count > 255)
    throw new RangeError(
      `${String(threshold)} of ${String(count)} shares; give a threshold from 2 to the number of groups`,
    );
  const polynomials = [...secret].map((byte) => [byte, ...random(threshold - 1)]);
  return Array.from({ length: count }, (_, i) => {
    const x = i + 1;
    return Uint8Array.from([...polynomials.map((coefficients) => evaluate(coefficients, x)), x]);
  });
}

function evaluate(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => multiply(sum, x) ^ coefficient, 0);
}

function interpolateAtZero(xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, i) => {
    const basis = xs.reduce(
      (product, other, j) => (i === j ? product : multiply(product, divide(other, x ^ other))),
      1,
    );
    return sum ^ multiply(ys[i] ?? 0, basis);
  }, 0);
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11b : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

function divide(a: number, b: number): number {
  // every element but zero to the power of 254 is its inverse
  let inverse = 1;
  for (let i = 0; i < 254; i++) inverse = multiply(inverse, b);
  return multiply(a, inverse);
}
