/** A URL taken apart. */
export interface Url {
  readonly scheme: string;
  /** Host and port, as written. */
  readonly host: string;
  /** The host without port and brackets. */
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
  /** What follows the scheme where no slash does, as in `mailto:a`. */
  readonly opaque: string;
}

/** A URL as Go reads it, which takes nearly every text for one; nothing where even Go refuses. Source: Go `url.Parse`. */
export function parseUrl(text: string): Url | undefined {
  if (/[\0-\x1f\x7f]/.test(text)) return undefined;
  const [beforeFragment = '', ...fragment] = text.split('#');
  if (!isEscaped(fragment.join('#'))) return undefined;
  if (beforeFragment === '*') return { ...NONE, path: '*' };
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(beforeFragment)?.[0] ?? '';
  if (scheme === '' && beforeFragment.startsWith(':')) return undefined;
  const rest = (scheme === '' ? beforeFragment : beforeFragment.slice(scheme.length + 1)).split('?')[0] ?? '';
  if (!rest.startsWith('/')) return withoutAuthority(scheme.toLowerCase(), rest);
  if (!rest.startsWith('//') || (scheme === '' && rest.startsWith('///'))) {
    return isEscaped(rest) ? { ...NONE, scheme: scheme.toLowerCase(), path: rest } : undefined;
  }
  const [, authority = '', path = ''] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? [];
  const host = hostOf(authority);
  if (host === undefined || !isEscaped(path)) return undefined;
  return { scheme: scheme.toLowerCase(), path, opaque: '', ...host };
}

/** A URL with a host, and a port from 1 to 65535 if any. Source: Talos `ValidateEndpointURI`. */
export function isEndpoint(text: string): boolean {
  const url = parseUrl(text);
  if (url === undefined || url.hostname === '') return false;
  if (url.port === '') return true;
  return Number(url.port) >= 1 && Number(url.port) <= 65535;
}

const NONE: Url = { scheme: '', host: '', hostname: '', port: '', path: '', opaque: '' };

function withoutAuthority(scheme: string, rest: string): Url | undefined {
  if (scheme !== '') return { ...NONE, scheme, opaque: rest };
  const [first = ''] = rest.split('/');
  return first.includes(':') || !isEscaped(rest) ? undefined : { ...NONE, path: rest };
}

function hostOf(authority: string): Pick<Url, 'host' | 'hostname' | 'port'> | undefined {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, at))) return undefined;
  if (at >= 0 && !isEscaped(authority.slice(0, at))) return undefined;
  const host = authority.slice(at + 1);
  const parts = host.startsWith('[')
    ? /^(\[[0-9A-Fa-f:.]*(?:%25[^\]]+)?\])(?::([0-9]*))?$/.exec(host)
    : /^([^:[\]]*)(?::([0-9]*))?$/.exec(host);
  // an unescaped character below 0x80 that no host can have, or an escaped one
  if (parts === null || / |[{}|\\^`]|%[0-7]/.test(parts[1]?.replace('%25', '') ?? '')) return undefined;
  const [, name = '', port = ''] = parts;
  if (!isEscaped(name)) return undefined;
  return { host, hostname: name.replace(/^\[|\]$/g, ''), port };
}

/** Every `%` is followed by two hexadecimal digits. */
function isEscaped(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}
