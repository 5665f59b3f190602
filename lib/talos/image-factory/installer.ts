import type { Cluster } from '../../cluster';
import { contractOf, hasInstallerFromFactory } from '../contract';
import { factoryHost, imageSource, platformOf, secureBootSuffix, type ImageSource } from './image-source';
import type { TalosPlatform } from './platforms';
import { schematicId } from './schematic-text';

/**
 * Reference of the container image that installs and upgrades Talos: `<factory>/<platform>-installer/<schematic>:<version>`.
 * The name without a platform, `installer`, is an older one for that of metal.
 * Source: image-factory 1.4, `internal/frontend/http/registry.go`.
 */
export function installerImage(source: ImageSource, platform: TalosPlatform): string {
  return `${installerRepository(source, platform)}:${source.version}`;
}

/** The same without its tag, as tools take it that add the version themselves. */
export function installerRepository(source: ImageSource, platform: TalosPlatform): string {
  return `${factoryHost(source)}/${platform}-installer${secureBootSuffix(source)}/${source.schematic}`;
}

/** Reference of the installer for a cluster's machines. */
export function clusterInstaller(cluster: Pick<Cluster, 'machines' | 'system' | 'versions'>): string {
  return installerImage(imageSource(cluster), platformOf(cluster));
}

/**
 * The installer without extensions that Talos's own generator names where nobody else does. From 1.14 on it is published
 * by the image factory alone. Source: Talos `pkg/images`.
 */
export function stockInstaller(version: string): string {
  return hasInstallerFromFactory(contractOf(version))
    ? installerImage({ schematic: schematicId({}), version }, 'metal')
    : `ghcr.io/siderolabs/installer:${version}`;
}
