import { componentId, placedComponents, resolveRequirements, type Cluster, type Component } from '../../cluster';
import type { BootstrapMember } from '../closure';

/** A component as a box. */
export interface DrawnComponent {
  /** `<namespace>/<name>`. */
  readonly id: string;
  /** Version of its chart or of its manifests. @default - it has neither */
  readonly version?: string | undefined;
  /** Whether it must run before the cluster can sustain itself. */
  readonly bootstrap: boolean;
}

/** A stage as a frame around its components. */
export interface DrawnStage {
  /** Name, and who installs it where that is not the engine. */
  readonly title: string;
  readonly components: readonly DrawnComponent[];
}

/** An arrow from a component to one that waits for it. */
export interface DrawnEdge {
  /** Id of the one that provides. */
  readonly from: string;
  /** Id of the one that waits. */
  readonly to: string;
  /** What is waited for; at least one. */
  readonly capabilities: readonly string[];
}

/** The stages of a platform and what its components wait for, before that takes any form. */
export interface PlatformDrawing {
  readonly title: string;
  readonly stages: readonly DrawnStage[];
  readonly edges: readonly DrawnEdge[];
}

/** The picture of a cluster's platform, in the order of the definition. */
export function platformDrawing(
  { id, platform }: Pick<Cluster, 'id' | 'platform'>,
  bootstrapSet: readonly BootstrapMember[],
): PlatformDrawing {
  const bootstrap = new Set(bootstrapSet.filter(({ kind }) => kind === 'component').map((member) => member.id));
  return {
    title: id,
    stages: platform.map(({ name, carrier, components }) => ({
      title: carrier === 'engine' ? name : `${name} (by Cluster API)`,
      components: components.map((component) => drawn(component, bootstrap)),
    })),
    edges: edgesOf(platform),
  };
}

function drawn(component: Component, bootstrap: ReadonlySet<string>): DrawnComponent {
  const id = componentId(component);
  return { id, version: component.chart?.version ?? component.manifests?.tag, bootstrap: bootstrap.has(id) };
}

/** One arrow for each pair, however many things are waited for. */
function edgesOf(platform: Cluster['platform']): readonly DrawnEdge[] {
  const edges = new Map<string, { from: string; to: string; capabilities: string[] }>();
  for (const { capability, by, provider } of resolveRequirements(placedComponents(platform))) {
    if (provider === undefined) continue;
    const key = `${provider.id} ${by.id}`;
    const edge = edges.get(key);
    if (edge === undefined) edges.set(key, { from: provider.id, to: by.id, capabilities: [capability] });
    else edge.capabilities.push(capability);
  }
  return [...edges.values()];
}
