const DOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LONGEST = 63;

/** A DNS name of at most 253 characters. Source: Talos `labels`, after Kubernetes. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && DOMAIN.test(text);
}

/** The key of a label: a name, with a domain before it or without. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2 || (parts.length === 2 && !isSubdomain(parts[0] ?? ''))) return false;
  return name.length <= LONGEST && NAME.test(name);
}

/** The value of a label; it may be empty. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= LONGEST && NAME.test(text));
}

/** Effects that a taint can have. Source: Talos `constants`. */
export const taintEffects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** `effect`, or `value:effect`. */
export function isTaint(text: string): boolean {
  const colon = text.indexOf(':');
  const [value, effect] = colon < 0 ? ['', text] : [text.slice(0, colon), text.slice(colon + 1)];
  return taintEffects.includes(effect) && isLabelValue(value);
}
