import { z } from 'zod';
import type { ClusterFacts } from '../facts';
import type { JsonObject } from '../json';
import type { ComponentSecret } from './component-secret';
import type { Traffic } from './traffic';

/** A Helm chart at a pinned version. */
export interface HelmChart {
  readonly name: string;
  /** Exact version, as the repository spells it. */
  readonly version: string;
  /** `https://…` for a chart repository, `oci://…` for a registry path that holds the chart. */
  readonly repository: string;
}

/** Manifests that another project publishes in its Git repository, as a folder that Kustomize can read or of plain files. */
export interface UpstreamManifests {
  /** `https://…`, without a reference. */
  readonly repository: string;
  /** Exact tag. */
  readonly tag: string;
  /** Folder in the repository, without slashes at its ends; empty for its root. */
  readonly path: string;
  /** Folder within `path` that Kustomize builds, where it is not `path` itself. @default '' */
  readonly overlay?: string;
  /** Tags of images that the manifests leave open, by image name. @default - none */
  readonly images?: Readonly<Record<string, string>>;
}

/** One object, of whichever hand. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** @default - none: the object is cluster-scoped */
  readonly namespace?: string;
}

/** An admission webhook that a component installs; while nothing answers, it can hold up what it watches. */
export interface Webhook {
  readonly kind: 'MutatingWebhookConfiguration' | 'ValidatingWebhookConfiguration';
  /** Name of the configuration. */
  readonly name: string;
  /** Service in the component's namespace that answers. */
  readonly service: string;
}

/** Pod security standards. Source: Kubernetes, "Pod Security Standards" */
export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** Forms in which a component makes Secrets out of what the tree holds: SopsSecrets, or ExternalSecrets. */
export type DecryptedForm = 'sops-secrets' | 'external-secrets';

/**
 * One part of the platform: what it is, never who carries it. An engine turns it into an Application and a wrapper
 * chart, a HelmRelease, a HelmChartProxy or a bootstrap step.
 */
export interface Component {
  /** DNS-1123 label, unique in its namespace. */
  readonly name: string;
  readonly namespace: string;
  /** @default - the component consists of `manifests` or `objects` */
  readonly chart?: HelmChart;
  /** Whether the tree holds the chart's manifests in place of the chart. @default false */
  readonly rendered?: boolean;
  /** Helm values; the same cluster always gives the same values. @default - none */
  readonly values?: (cluster: ClusterFacts) => JsonObject;
  /** Never beside a chart. @default - none */
  readonly manifests?: UpstreamManifests;
  /** Kubernetes objects beside the chart. @default - none */
  readonly objects?: (cluster: ClusterFacts) => readonly JsonObject[];
  /** Secrets that must be there before it runs. @default - none */
  readonly secrets?: (cluster: ClusterFacts) => readonly ComponentSecret[];
  /**
   * Capabilities that others may require, e.g. `cni`. `crd/cert-manager.io` stands for every kind of the group,
   * `crd/gateway.networking.k8s.io/TLSRoute` for one.
   */
  readonly provides: readonly string[];
  /** Capabilities that must come from this or an earlier stage. */
  readonly requires: readonly string[];
  /** What it decrypts once it runs; its own secrets can then not wait for it. @default - nothing */
  readonly decrypts?: DecryptedForm;
  /** Objects that are ready when the component is; each is of its chart, its manifests or its `objects`. @default - none */
  readonly health?: (cluster: ClusterFacts) => readonly ObjectReference[];
  /** @default - none */
  readonly webhooks?: readonly Webhook[];
  /** What its pods need to be let in. @default 'baseline', which Talos enforces where nothing is said */
  readonly podSecurity?: PodSecurityLevel;
  /** Who its pods talk to; what `isolated()` makes network policies of. @default - not known */
  readonly traffic?: Traffic;
  /**
   * Labels by which Cluster API's addon provider selects the clusters that get the component, e.g. `{ cni: 'cilium' }`.
   * @default - `{ 'addons.plinth/<name>': 'true' }`, see `clusterLabelsOf`
   */
  readonly clusterLabels?: Readonly<Record<string, string>>;
}

export const componentShape = z.custom<Component>(
  (value) =>
    typeof value === 'object' && value !== null && 'name' in value && 'namespace' in value && 'provides' in value,
  { error: 'must be a component such as certManager()' },
);
