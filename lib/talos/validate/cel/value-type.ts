/** A type of the language: `uint`, `list(string)`, `map(int,double)`. Names of one large letter stand for any type. */
export interface Type {
  readonly name: string;
  readonly of: readonly Type[];
}

export const dyn: Type = { name: 'dyn', of: [] };

/** Reads the text of a type. */
export function typeOf(text: string): Type {
  const [, name = '', inner] = /^([^(]*)(?:\((.*)\))?$/.exec(text) ?? [];
  return { name, of: inner === undefined ? [] : splitTypes(inner).map(typeOf) };
}

/** Types with commas between them, which may stand within them as well. */
export function splitTypes(text: string): readonly string[] {
  return text === '' ? [] : text.split(/,(?![^(]*\))/);
}

/** How messages name a type. */
export function textOfType({ name, of }: Type): string {
  return of.length === 0 ? name : `${name}(${of.map(textOfType).join(', ')})`;
}

/** What the names of one letter stand for. */
export type Bindings = Map<string, Type>;

/** Whether a value of a type can stand where another is asked for; what letters stand for is noted. */
export function fits(asked: Type, given: Type, bindings: Bindings): boolean {
  if (/^[A-Z]$/.test(asked.name)) {
    const bound = bindings.get(asked.name);
    if (bound === undefined || bound.name === 'dyn') bindings.set(asked.name, given);
    return bound === undefined || fits(bound, given, bindings);
  }
  if (asked.name === 'dyn' || given.name === 'dyn') return true;
  // null is a value of what can be left out
  if (given.name === 'null') return /^(null|duration|timestamp|optional|message:.*)$/.test(asked.name);
  if (asked.name === 'null') return fits(given, asked, bindings);
  if (asked.name !== given.name || asked.of.length !== given.of.length) return false;
  return asked.of.every((inner, index) => fits(inner, given.of[index] ?? dyn, bindings));
}

/** A type with what its letters stand for. */
export function bound({ name, of }: Type, bindings: Bindings): Type {
  if (/^[A-Z]$/.test(name)) return bindings.get(name) ?? dyn;
  return { name, of: of.map((inner) => bound(inner, bindings)) };
}
