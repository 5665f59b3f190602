import { createRequire } from 'node:module';

type SystemCall = (...args: (string | number)[]) => number;

/** The part of `koffi` that is used; it is an optional dependency, so its types may be missing as well. */
interface Koffi {
  load(library: null): { func(signature: string): SystemCall };
  errno(): number;
  os: { errno: Record<string, number> };
}

/** How it went: `unsupported` where the system or the file system has no such call. */
export type Exchange = 'done' | 'unsupported' | 'immovable';

/** AT_FDCWD and RENAME_EXCHANGE of renameat2(2); RENAME_SWAP of renamex_np(2). */
const AT_FDCWD = -100;
const EXCHANGE = 2;

/** Swaps two folders in one step that no reader can see half done; Node has no call for it. */
export function exchangeFolders(left: string, right: string): Exchange {
  const system = loadSystem();
  if (system === undefined || system.call(left, right) === 0) return system === undefined ? 'unsupported' : 'done';
  const code = system.errno();
  if (['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) return 'unsupported';
  if (['EBUSY', 'EXDEV'].includes(code)) return 'immovable';
  throw Object.assign(new Error(`${code}: cannot exchange two folders`), { code });
}

interface System {
  call(left: string, right: string): number;
  errno(): string;
}

function loadSystem(): System | undefined {
  try {
    const koffi = createRequire(__filename)('koffi') as Koffi;
    const name = (code: number) =>
      Object.entries(koffi.os.errno).find(([, value]) => value === code)?.[0] ?? `errno ${String(code)}`;
    return { call: loadCall(koffi), errno: () => name(koffi.errno()) };
  } catch {
    // not installed, built for another platform, or a C library without the call
    return undefined;
  }
}

function loadCall(koffi: Koffi): System['call'] {
  const library = koffi.load(null);
  if (process.platform === 'darwin') {
    const swap = library.func('int renamex_np(const char*, const char*, unsigned int)');
    return (left, right) => swap(left, right, EXCHANGE);
  }
  const rename = library.func('int renameat2(int, const char*, int, const char*, unsigned int)');
  return (left, right) => rename(AT_FDCWD, left, AT_FDCWD, right, EXCHANGE);
}
