import {
  compareMinor,
  minorOf,
  placedComponents,
  satisfiedBy,
  type Cluster,
  type PlacedComponent,
  type Problem,
} from '../cluster';
import { gatewayKinds } from './gateway-api-release';
import { releaseLine, type ReleaseLine } from './version-matrix';

interface Lined {
  readonly placed: PlacedComponent;
  readonly version: string;
  readonly line: ReleaseLine;
}

/** Releases that cannot work together: who reads the Gateway API needs its CRDs in no older release. */
export function versionProblems({ platform }: Pick<Cluster, 'platform'>): readonly Problem[] {
  const placed = placedComponents(platform);
  const crds = gatewayApiOf(placed);
  if (crds === undefined) return [];
  return lined(placed).flatMap(({ placed: { stage, component }, version, line }): Problem[] => {
    const wanted = line.gatewayApi;
    const reads = gatewayKinds('Gateway').some((kind) => component.requires.includes(kind));
    if (wanted === undefined || !reads || compareMinor(crds.minor, wanted) >= 0) return [];
    return [
      {
        path: `platform.${stage.name}.${component.name}`,
        what: `${line.chart} ${version} reads the Gateway API of v${wanted}, and ${crds.from} brings an older one`,
        got: `v${crds.minor}`,
        allowed: `v${wanted} or later`,
        fix: `raise the release of the Gateway API, or take an older ${line.chart}`,
      },
    ];
  });
}

/** Releases that may work together, but that nobody tested so. */
export function versionWarnings({ platform, versions }: Pick<Cluster, 'platform' | 'versions'>): readonly Problem[] {
  const kubernetes = minorOf(versions.kubernetes);
  return lined(placedComponents(platform)).flatMap(({ placed: { stage, component }, version, line }): Problem[] => {
    if (line.kubernetes === undefined) return [];
    const [first, last] = line.kubernetes;
    if (compareMinor(kubernetes, first) >= 0 && compareMinor(kubernetes, last) <= 0) return [];
    return [
      {
        path: `platform.${stage.name}.${component.name}`,
        what: `its project does not test ${line.chart} ${version} with this Kubernetes`,
        got: versions.kubernetes,
        allowed: `${first} to ${last}`,
        fix: 'choose a release that is tested with it, or try it out first',
      },
    ];
  });
}

function lined(placed: readonly PlacedComponent[]): readonly Lined[] {
  return placed.flatMap((each): Lined[] => {
    const { chart } = each.component;
    const line = chart === undefined ? undefined : releaseLine(chart.name, chart.version);
    return chart === undefined || line === undefined ? [] : [{ placed: each, version: chart.version, line }];
  });
}

/** Which release of the Gateway API's CRDs the platform has, and whose; unknown where its bringer is. */
function gatewayApiOf(
  placed: readonly PlacedComponent[],
): { readonly minor: string; readonly from: string } | undefined {
  const kinds = gatewayKinds('Gateway').flatMap(satisfiedBy);
  const bringer = placed.find(({ component }) => component.provides.some((capability) => kinds.includes(capability)));
  if (bringer === undefined) return undefined;
  const { chart, manifests } = bringer.component;
  const minor =
    manifests === undefined ? chart && releaseLine(chart.name, chart.version)?.gatewayApi : minorOf(manifests.tag);
  return minor === undefined ? undefined : { minor, from: bringer.id };
}
