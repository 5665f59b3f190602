import { minorOf } from '../cluster';

/** What a minor release of a component was made and tested with. */
export interface ReleaseLine {
  /** Name of the chart. */
  readonly chart: string;
  /** `major.minor` of the chart. */
  readonly minor: string;
  /** First and last Kubernetes minor that its project tests it with. @default - not published */
  readonly kubernetes?: readonly [first: string, last: string];
  /** Minor release of the Gateway API whose CRDs it reads; it needs no older one. @default - it reads none */
  readonly gatewayApi?: string;
}

/**
 * Which releases go together, as of 2026-09. Sources: Cilium, "Kubernetes Compatibility" and the prerequisites of its
 * Gateway API page; Envoy Gateway, "Compatibility Matrix"; cert-manager, "Supported Releases".
 */
export const releaseLines: readonly ReleaseLine[] = [
  { chart: 'cilium', minor: '1.17', gatewayApi: '1.2' },
  { chart: 'cilium', minor: '1.18', kubernetes: ['1.30', '1.33'], gatewayApi: '1.3' },
  { chart: 'cilium', minor: '1.19', gatewayApi: '1.4' },
  { chart: 'gateway-helm', minor: '1.4', kubernetes: ['1.30', '1.33'], gatewayApi: '1.3' },
  { chart: 'gateway-helm', minor: '1.5', kubernetes: ['1.30', '1.33'], gatewayApi: '1.3' },
  { chart: 'gateway-helm', minor: '1.6', kubernetes: ['1.30', '1.33'], gatewayApi: '1.4' },
  { chart: 'gateway-helm', minor: '1.7', kubernetes: ['1.32', '1.35'], gatewayApi: '1.4' },
  { chart: 'gateway-helm', minor: '1.9', kubernetes: ['1.33', '1.36'] },
  { chart: 'cert-manager', minor: '1.18', kubernetes: ['1.29', '1.33'] },
  { chart: 'cert-manager', minor: '1.19', kubernetes: ['1.31', '1.35'] },
  { chart: 'cert-manager', minor: '1.20', kubernetes: ['1.32', '1.35'] },
  { chart: 'cert-manager', minor: '1.21', kubernetes: ['1.33', '1.36'] },
];

/** The line of a chart at a version; absent where none is known. */
export function releaseLine(chart: string, version: string): ReleaseLine | undefined {
  const minor = minorOf(version);
  return releaseLines.find((line) => line.chart === chart && line.minor === minor);
}
