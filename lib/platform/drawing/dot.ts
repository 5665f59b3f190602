import type { DrawnComponent, PlatformDrawing } from './platform-drawing';

/** The picture in Graphviz's language: a cluster for each stage, filled boxes for what the bootstrap brings. */
export function dot({ title, stages, edges }: PlatformDrawing): string {
  return [
    `digraph ${quoted(title)} {`,
    '  rankdir=LR;',
    '  fontname="sans-serif";',
    '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11];',
    '  edge [fontname="sans-serif", fontsize=9, color=gray40, fontcolor=gray40];',
    ...stages.flatMap((stage, index) => [
      `  subgraph ${quoted(`cluster_${String(index)}`)} {`,
      `    label=${quoted(stage.title)};`,
      '    color=gray60;',
      ...stage.components.map((component) => `    ${box(component)}`),
      '  }',
    ]),
    ...edges.map(
      ({ from, to, capabilities }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(capabilities.join('\n'))}];`,
    ),
    '}',
    '',
  ].join('\n');
}

function box({ id, version, bootstrap }: DrawnComponent): string {
  const label = quoted(version === undefined ? id : `${id}\n${version}`);
  return `${quoted(id)} [label=${label}${bootstrap ? ', fillcolor=lightgoldenrod1' : ''}];`;
}

/** A text as Graphviz reads it back; a backslash would begin one of its escapes. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
