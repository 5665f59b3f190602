/**
 * Why something is needed, as the last link of a chain that begins with what the cluster cannot do without. Chains share
 * their beginnings: with a copy for each member they would grow with the square of their length.
 */
export interface Link {
  readonly text: string;
  readonly before?: Link | undefined;
}

/** A chain that goes on. */
export function link(before: Link | undefined, ...texts: readonly string[]): Link {
  return texts.reduce<Link | undefined>((last, text) => ({ text, before: last }), before) ?? { text: '' };
}

/** The texts of a chain, its beginning first. */
export function chainOf(last: Link): readonly string[] {
  const texts: string[] = [];
  for (let current: Link | undefined = last; current !== undefined; current = current.before) texts.push(current.text);
  return texts.reverse();
}
