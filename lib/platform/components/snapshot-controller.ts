import type { Component, JsonObject } from '../../cluster';
import { snapshotterManifests } from '../external-snapshotter';
import { deployment } from '../workload';

/** A VolumeSnapshotClass. */
export interface SnapshotClass {
  /** CSI driver, e.g. `driver.longhorn.io`. */
  readonly driver: string;
  /** Whether a snapshot goes with its object. @default 'Delete' */
  readonly deletionPolicy?: 'Delete' | 'Retain';
  /** Parameters of the driver. @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Make it the default of its driver. @default false */
  readonly default?: boolean;
}

export interface SnapshotControllerSettings {
  /** Exact release of external-snapshotter. @default 'v8.3.0' */
  readonly tag?: string;
  /** Classes by name, of the CSI drivers at hand. @default - none */
  readonly classes?: Readonly<Record<string, SnapshotClass>>;
}

/** The controller of volume snapshots, which every CSI driver with snapshots expects, and their classes. */
export function snapshotController(settings: SnapshotControllerSettings = {}): Component {
  const name = 'snapshot-controller';
  // where its manifests put it. Source: kubernetes-csi/external-snapshotter, deploy/kubernetes/snapshot-controller
  const namespace = 'kube-system';
  const classes = Object.entries(settings.classes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    namespace,
    manifests: snapshotterManifests('deploy/kubernetes/snapshot-controller', settings.tag),
    objects: () => classes.map(([className, given]) => snapshotClass(className, given)),
    provides: ['volume-snapshots', ...classes.map(([className]) => `snapshot-class/${className}`)],
    requires: ['crd/snapshot.storage.k8s.io'],
    health: () => [deployment(namespace, name)],
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}

function snapshotClass(name: string, given: SnapshotClass): JsonObject {
  return {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: {
      name,
      annotations: given.default === true ? { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } : undefined,
    },
    driver: given.driver,
    deletionPolicy: given.deletionPolicy ?? 'Delete',
    parameters: given.parameters === undefined ? undefined : { ...given.parameters },
  };
}
