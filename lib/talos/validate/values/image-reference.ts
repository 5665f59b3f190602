import { parseUrl } from './url';

/** An image by its name, with tag and digest or without. Source: `go-containerregistry`, `name.ParseReference`. */
export function isImageReference(text: string): boolean {
  const [named = '', ...digest] = text.split('@');
  if (digest.length > 1 || (digest.length === 1 && !isDigest(digest[0] ?? ''))) return false;
  const [, repository = '', tag] = /^(.*?)(?::([^/:]*))?$/s.exec(named) ?? [];
  if (tag !== undefined && !/^[A-Za-z0-9_.-]{1,128}$/.test(tag)) return false;
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const hasHost = slash >= 0 && (first === 'localhost' || /[.:]/.test(first));
  const path = hasHost ? repository.slice(slash + 1) : repository;
  return /^[a-z0-9_\-./]{2,255}$/.test(path) && (!hasHost || parseUrl(`//${first}`)?.host === first);
}

/** Whether an image is named by what it holds, so that it never changes. */
export function isPinned(text: string): boolean {
  return text.includes('@');
}

function isDigest(text: string): boolean {
  return /^sha256:[a-f0-9]{64}$/.test(text);
}
