import type { DrawnComponent, PlatformDrawing } from './platform-drawing';

/** The picture as a Mermaid flowchart, as it may stand in Markdown: a subgraph for each stage. */
export function mermaid({ title, stages, edges }: PlatformDrawing): string {
  // Mermaid's ids are words; the names stand in the labels
  const components = stages.flatMap((stage) => stage.components);
  const ids = new Map(components.map(({ id }, index) => [id, `c${String(index)}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const bootstrap = components.filter((component) => component.bootstrap).map(({ id }) => idOf(id));
  return [
    '---',
    // JSON is YAML: a title that begins like something else stays a text
    `title: ${JSON.stringify(title)}`,
    '---',
    'flowchart LR',
    ...stages.flatMap((stage, index) => [
      `  subgraph s${String(index)}[${label(stage.title)}]`,
      ...stage.components.map((component) => `    ${idOf(component.id)}[${boxLabel(component)}]`),
      '  end',
    ]),
    ...edges.map(({ from, to, capabilities }) => `  ${idOf(from)} -->|${label(capabilities.join('\n'))}| ${idOf(to)}`),
    ...(bootstrap.length > 0
      ? ['  classDef bootstrap fill:#ffec8b,stroke:#8b8b00,color:#000', `  class ${bootstrap.join(',')} bootstrap`]
      : []),
    '',
  ].join('\n');
}

function boxLabel({ id, version }: DrawnComponent): string {
  return label(version === undefined ? id : `${id}\n${version}`);
}

/** A text that Mermaid shows as it is. Source: Mermaid, "Entity codes to escape characters" */
function label(text: string): string {
  return `"${text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('\n', '<br/>')}"`;
}
