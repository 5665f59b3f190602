import type { UpstreamManifests } from '../cluster';

/** Image of the controller, whose tag is that of the release. */
export const snapshotControllerImage = 'registry.k8s.io/sig-storage/snapshot-controller';

/** A folder of external-snapshotter, which holds both the CRDs of volume snapshots and their controller. */
export function snapshotterManifests(path: string, tag = 'v8.3.0'): UpstreamManifests {
  return {
    repository: 'https://github.com/kubernetes-csi/external-snapshotter',
    tag,
    path,
    images: { [snapshotControllerImage]: tag },
  };
}
