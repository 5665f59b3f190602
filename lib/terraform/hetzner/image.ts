import type { Construct } from 'constructs';
import type { Cluster } from '../../cluster';
import { imageSource, type Architecture } from '../../talos';
import { named } from '../naming';
import { DataHcloudImage } from './generated/data-hcloud-image';
import type { HcloudProvider } from './generated/provider';

/** Architectures as the Hetzner Cloud API calls them. */
export const apiArchitecture: Record<Architecture, string> = { amd64: 'x86', arm64: 'arm' };

/** Characters of a schematic's id that a label has room for, and that tell it from every other. */
const SCHEMATIC = 32;

export interface TalosImageProps {
  readonly cluster: Cluster;
  readonly architecture: Architecture;
  /** Selects the snapshot. */
  readonly selector: string;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** The newest snapshot of Talos that a selector finds. */
export function talosImage(scope: Construct, { cluster, architecture, selector, provider }: TalosImageProps) {
  return named(
    new DataHcloudImage(scope, `image-${architecture}`, {
      provider,
      withSelector: selector,
      withArchitecture: apiArchitecture[architecture],
      mostRecent: true,
    }),
    cluster.name,
    architecture,
  );
}

/** Labels of the snapshot that a cluster boots from: which Talos, for which processor, made of what. */
export function snapshotLabels(cluster: Cluster, architecture: Architecture): Record<string, string> {
  const { version, schematic } = imageSource(cluster);
  return { os: 'talos', talos: version, architecture, schematic: schematic.slice(0, SCHEMATIC) };
}
