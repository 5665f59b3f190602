import type { Cluster, Flux } from '../../cluster';
import { appsLayout } from './apps-layout';
import { componentsLayout } from './components-layout';
import type { LayoutTree } from './layout';
import { stagesLayout } from './stages-layout';

// a cluster never changes, and its files, objects, secrets and problems are asked for one by one
const known = new WeakMap<Cluster<Flux>, LayoutTree>();

/** What Flux is given of a cluster, in the layout that it names. */
export function layoutTree(cluster: Cluster<Flux>): LayoutTree {
  const tree = known.get(cluster) ?? make(cluster);
  known.set(cluster, tree);
  return tree;
}

/** One line per layout. */
function make(cluster: Cluster<Flux>): LayoutTree {
  switch (cluster.gitops.layout.kind) {
    case 'components':
      return componentsLayout(cluster);
    case 'stages':
      return stagesLayout(cluster);
    case 'apps':
      return appsLayout(cluster);
  }
}
