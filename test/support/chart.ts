import { gzipSync } from 'node:zlib';

/** When the test charts say that they were packed. */
export const packedAt = '2024-05-06T07:08:09Z';

/** The archive of a chart: path inside the chart to text, `Chart.yaml` made from the name where it is not given. */
export function chartArchive(
  name: string,
  files: Readonly<Record<string, string | Buffer>>,
  version = '1.2.3',
): Buffer {
  const chartFile = `apiVersion: v2\nname: ${name}\nversion: ${version}\n`;
  const all = Object.entries({ 'Chart.yaml': chartFile, ...files });
  return tarball(all.map(([path, content]) => [`${name}/${path}`, content]));
}

/** A gzipped tar archive. */
export function tarball(files: readonly (readonly [path: string, content: string | Buffer])[]): Buffer {
  const blocks = files.flatMap(([path, content]) => entry(path, Buffer.from(content), '0'));
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** Header and content of one file, in the format of POSIX. */
export function entry(path: string, content: Buffer, type: string): Buffer[] {
  const header = Buffer.alloc(512);
  header.write(path, 0, 100);
  for (const [text, at] of [
    ['0000644', 100],
    [content.length.toString(8).padStart(11, '0'), 124],
    [(Date.parse(packedAt) / 1000).toString(8).padStart(11, '0'), 136],
    ['        ', 148],
    [type, 156],
    ['ustar\x0000', 257],
  ] as const)
    header.write(text, at, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
}
