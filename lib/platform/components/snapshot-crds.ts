import type { Component } from '../../cluster';
import { snapshotterManifests } from '../external-snapshotter';

export interface SnapshotCrdsSettings {
  /** Exact release of external-snapshotter. @default 'v8.3.0' */
  readonly tag?: string;
}

/** CRDs of volume snapshots, which CSI drivers and their controller share. */
export function snapshotCrds(settings: SnapshotCrdsSettings = {}): Component {
  return {
    name: 'snapshot-crds',
    // definitions have no namespace: one that every cluster has keeps the engine from making another
    namespace: 'kube-system',
    manifests: snapshotterManifests('client/config/crd', settings.tag),
    provides: ['crd/snapshot.storage.k8s.io', 'crd/groupsnapshot.storage.k8s.io'],
    requires: [],
    health: () =>
      ['volumesnapshots', 'volumesnapshotcontents', 'volumesnapshotclasses'].map((plural) => ({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        name: `${plural}.snapshot.storage.k8s.io`,
      })),
  };
}
