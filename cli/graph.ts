import { Option, type Command } from 'commander';
import type { Cluster } from '../lib/cluster';
import { bootstrapMembers } from './bootstrap';
import { dot, html, mermaid, platformDrawing, svg } from '../lib/platform';
import { loadProject, selectClusters } from './project';

const formats = ['mermaid', 'dot', 'svg', 'html'] as const;
type Format = (typeof formats)[number];

/** `plinth graph`: the stages of a cluster's platform and what its components wait for, as a picture; writes nothing. */
export function graph(program: Command): void {
  program
    .command('graph')
    .description('draw the stages of a platform and what its components wait for')
    .argument('<cluster>', 'cluster, by name or group/name')
    .addOption(new Option('--format <format>', 'form of the picture').choices([...formats]).default('mermaid'))
    .action(async (name: string, { format }: { format: Format }) => {
      for (const cluster of selectClusters(loadProject(), [name])) process.stdout.write(await picture(cluster, format));
    });
}

async function picture(cluster: Cluster, format: Format): Promise<string> {
  const members = bootstrapMembers(cluster);
  const drawing = platformDrawing(cluster, members);
  switch (format) {
    case 'mermaid':
      return mermaid(drawing);
    case 'dot':
      return dot(drawing);
    case 'svg':
      return svg(drawing);
    case 'html':
      return html(drawing, members);
  }
}
