import { instance } from '@viz-js/viz';
import { dot } from './dot';
import type { PlatformDrawing } from './platform-drawing';

/** The picture as an SVG document, laid out by Graphviz; the same picture always has the same bytes. */
export async function svg(drawing: PlatformDrawing): Promise<string> {
  const graphviz = await instance();
  return graphviz.renderString(dot(drawing), { format: 'svg', engine: 'dot' });
}
