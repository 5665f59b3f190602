/** Where an object of a kind names others, and what is known of those without asking. */
export interface ReferenceRow {
  readonly group: string;
  readonly kind: string;
  /** Path to a reference; `*` stands for every item of a list. */
  readonly path: string;
  /** Kind of what is named, where the reference itself does not say it. @default - the reference has `kind` */
  readonly named?: { readonly group: string; readonly kind: string };
  /** Whether built-in kinds, CRDs and what a chart makes may be named too, which no file shows. @default false */
  readonly anyHand?: boolean;
}

const kustomize = 'kustomize.toolkit.fluxcd.io';
const helm = 'helm.toolkit.fluxcd.io';
const source = 'source.toolkit.fluxcd.io';
const argo = 'argoproj.io';
const capi = 'cluster.x-k8s.io';

/**
 * The references that stop a reconciliation where they point at nothing: what an engine waits for and reads, and what
 * Cluster API makes machines of. Others may point at objects that a controller or a person makes.
 */
export const referenceRows: readonly ReferenceRow[] = [
  { group: kustomize, kind: 'Kustomization', path: 'spec.sourceRef' },
  {
    group: kustomize,
    kind: 'Kustomization',
    path: 'spec.dependsOn.*',
    named: { group: kustomize, kind: 'Kustomization' },
  },
  { group: kustomize, kind: 'Kustomization', path: 'spec.healthChecks.*', anyHand: true },
  { group: helm, kind: 'HelmRelease', path: 'spec.chart.spec.sourceRef' },
  { group: helm, kind: 'HelmRelease', path: 'spec.chartRef' },
  { group: helm, kind: 'HelmRelease', path: 'spec.dependsOn.*', named: { group: helm, kind: 'HelmRelease' } },
  { group: 'source.extensions.fluxcd.io', kind: 'ArtifactGenerator', path: 'spec.sources.*' },
  { group: 'notification.toolkit.fluxcd.io', kind: 'Receiver', path: 'spec.resources.*' },
  { group: argo, kind: 'Application', path: 'spec.project', named: { group: argo, kind: 'AppProject' } },
  { group: capi, kind: 'Cluster', path: 'spec.infrastructureRef' },
  { group: capi, kind: 'Cluster', path: 'spec.controlPlaneRef' },
  { group: capi, kind: 'MachineDeployment', path: 'spec.template.spec.infrastructureRef' },
  { group: capi, kind: 'MachineDeployment', path: 'spec.template.spec.bootstrap.configRef' },
  { group: 'controlplane.cluster.x-k8s.io', kind: 'TalosControlPlane', path: 'spec.infrastructureTemplate' },
];

/** Group of Flux's sources, which are named by kind alone. */
export const sourceGroup = source;

/** What is there though no file holds it: Argo CD's own project, Receivers that mean every object of a kind. */
export const givenNames: ReadonlySet<string> = new Set(['AppProject default']);
export const everyName = '*';
