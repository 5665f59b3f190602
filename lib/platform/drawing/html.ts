import type { BootstrapMember } from '../closure';
import { closureRows } from '../closure-report';
import type { PlatformDrawing } from './platform-drawing';
import { svg } from './svg';

const style = `
  body { font-family: sans-serif; margin: 2rem; }
  svg { max-width: 100%; height: auto; }
  table { border-collapse: collapse; }
  td, th { border-bottom: 1px solid #ccc; padding: 0.3rem 0.8rem; text-align: left; vertical-align: top; }
`;

/** One page that needs nothing else: the picture, and below it what the bootstrap brings and why. */
export async function html(drawing: PlatformDrawing, members: readonly BootstrapMember[]): Promise<string> {
  const title = escape(drawing.title);
  const picture = (await svg(drawing)).replace(/^[\s\S]*?(?=<svg)/, '');
  const rows = closureRows(members).map(
    ({ what, by, why }) => `<tr><td>${escape(what)}</td><td>${escape(by)}</td><td>${escape(why)}</td></tr>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    picture.trimEnd(),
    '<h2>Bootstrap set</h2>',
    '<table>',
    '<tr><th>What</th><th>Brought by</th><th>Why</th></tr>',
    ...rows,
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
