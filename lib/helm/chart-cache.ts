import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Digest of an archive, as locks write it. */
export function archiveDigest(archive: Uint8Array): string {
  return `sha256:${createHash('sha256').update(archive).digest('hex')}`;
}

/**
 * Where charts are kept between runs: `PLINTH_CHARTS`, else a folder of the user's cache.
 *
 * Source: XDG Base Directory Specification; Apple and Microsoft name their own folders.
 */
export function chartCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (env.PLINTH_CHARTS !== undefined && env.PLINTH_CHARTS !== '') return env.PLINTH_CHARTS;
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  if (xdg !== '') return join(xdg, 'plinth', 'charts');
  if (platform === 'win32') return join(local === '' ? join(home, 'AppData', 'Local') : local, 'plinth', 'charts');
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'plinth', 'charts');
}

/** Archives by their digest, and renderings by what they were made from. Every file in it is whole, or it is not there. */
export class ChartCache {
  constructor(readonly folder: string) {}

  /** The archive of a digest; absent where there is none, or its bytes are not those. */
  archive(digest: string): Buffer | undefined {
    const bytes = this.read(archiveFile(digest));
    return bytes !== undefined && archiveDigest(bytes) === digest ? bytes : undefined;
  }

  addArchive(bytes: Uint8Array): void {
    this.write(archiveFile(archiveDigest(bytes)), bytes);
  }

  /** The text that was kept under a key; absent where there is none, or it was cut short. */
  rendering(key: string): string | undefined {
    const text = this.read(`rendered/${key}`)?.toString('utf8');
    const [, digest, rest = ''] = /^([0-9a-f]{64})\n([\s\S]*)$/.exec(text ?? '') ?? [];
    return digest !== undefined && digest === sha256(rest) ? rest : undefined;
  }

  addRendering(key: string, text: string): void {
    this.write(`rendered/${key}`, `${sha256(text)}\n${text}`);
  }

  private read(name: string): Buffer | undefined {
    const file = join(this.folder, name);
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  /** Under another name until it is whole: a run may be killed, and two may run at once. */
  private write(name: string, content: Uint8Array | string): void {
    const file = join(this.folder, name);
    const part = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}.part`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, file);
  }
}

function archiveFile(digest: string): string {
  return `archives/${digest.replace('sha256:', '')}.tgz`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
