import type { Construct } from 'constructs';
import { smallestHetznerType, talosImageName, type Cluster } from '../../cluster';
import { imageSource, imageUrl, type Architecture } from '../../talos';
import { literal, named } from '../naming';
import { apiArchitecture, snapshotLabels } from './image';
import { imageBuilders } from './image-builders';
import { clusterLabels } from './labels';
import { Image } from './providers/imager/generated/image';
import type { ImagerProvider } from './providers/imager/generated/provider';

export interface UploadedImageProps {
  readonly cluster: Cluster;
  readonly architecture: Architecture;
  /** @default - the stack's only one */
  readonly provider?: ImagerProvider | undefined;
}

/**
 * A snapshot of the disk that the image factory makes of the definition. Another version of Talos or another extension is
 * another snapshot; servers that run keep to what they were made of.
 */
export function uploadedImage(scope: Construct, { cluster, architecture, provider }: UploadedImageProps): Image {
  const location = imageBuilders(cluster).get(architecture);
  const serverType = location === undefined ? undefined : smallestHetznerType(architecture, location);
  return named(
    new Image(scope, `upload-${architecture}`, {
      provider,
      imageUrl: literal(imageUrl(imageSource(cluster), { kind: 'disk', platform: 'hcloud', architecture })),
      architecture: apiArchitecture[architecture],
      description: talosImageName(architecture, cluster.versions.talos),
      labels: { ...clusterLabels(cluster), ...snapshotLabels(cluster, architecture) },
      ...(location !== undefined && { location }),
      // a snapshot boots on disks as large as the one it was taken from
      ...(serverType !== undefined && { serverType }),
      lifecycle: {
        createBeforeDestroy: true,
        // where it was made, and on what, is over
        ignoreChanges: ['location', 'server_type'],
      },
    }),
    cluster.name,
    architecture,
  );
}
