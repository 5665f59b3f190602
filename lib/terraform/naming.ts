import type { TerraformElement } from 'cdktf';

/**
 * A text that Terraform passes on as it stands: what it would read as a template (`${…}`, `%{…}`) is escaped.
 * Source: Terraform language, "Strings and Templates".
 */
export function literal(text: string): string {
  return text.replaceAll(/[$%]\{/g, (opening) => `${opening.charAt(0)}${opening}`);
}

/**
 * Gives an element the address that its parts name, instead of one with a hash of its place in the construct tree. The
 * address outlives a move of the construct, and a reader finds it in the definition.
 */
export function named<Element extends TerraformElement>(element: Element, ...parts: readonly string[]): Element {
  element.overrideLogicalId(identifier(...parts));
  return element;
}

/** The name in an address. A label may start with a digit, an identifier of Terraform may not. */
export function identifier(...parts: readonly string[]): string {
  const name = parts.join('-');
  return /^\d/.test(name) ? `_${name}` : name;
}
