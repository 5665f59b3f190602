/** Whether a pattern cannot match an image, since images are matched with their registry. Source: Talos `security`. */
export function matchesNoImage(pattern: string): boolean {
  if (pattern === '') return false;
  const [literal = ''] = pattern.split('*');
  const slash = literal.indexOf('/');
  if (slash < 0) return !pattern.includes('*');
  const registry = literal.slice(0, slash);
  return !/[.:]/.test(registry) && registry.toLowerCase() !== 'localhost';
}
