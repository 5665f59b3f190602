import { publicImageFactory, type Cluster } from '../../cluster';
import { schematicOf } from './schematic';
import { schematicId } from './schematic-text';
import type { TalosPlatform } from './platforms';

/** Where images come from, and what they are made of. */
export interface ImageSource {
  /** Host of the image factory. @default factory.talos.dev */
  readonly factory?: string | undefined;
  /** Id of the schematic. */
  readonly schematic: string;
  /** Version of Talos, e.g. `v1.12.2`. */
  readonly version: string;
  /** Whether the images are signed for UEFI Secure Boot. @default false */
  readonly secureBoot?: boolean | undefined;
}

/** The source of a cluster's images. */
export function imageSource({ system, versions }: Pick<Cluster, 'system' | 'versions'>): ImageSource {
  return {
    factory: system.image.factory,
    schematic: schematicId(schematicOf({ system })),
    version: versions.talos,
    secureBoot: system.image.secureBoot !== undefined,
  };
}

/** Platforms by infrastructure, one line each. */
const clusterPlatforms: Readonly<Record<Cluster['machines']['kind'], TalosPlatform>> = {
  vsphere: 'vmware',
  'vsphere-cluster-api': 'vmware',
  hetzner: 'hcloud',
  'hetzner-machines': 'hcloud',
};

/** The platform that a cluster's machines run on. */
export function platformOf({ machines }: Pick<Cluster, 'machines'>): TalosPlatform {
  return clusterPlatforms[machines.kind];
}

/** Host of the factory, which is the public one where none is named. */
export function factoryHost({ factory }: ImageSource): string {
  return factory ?? publicImageFactory;
}

/** What a name ends in for secure boot. */
export function secureBootSuffix({ secureBoot = false }: ImageSource): string {
  return secureBoot ? '-secureboot' : '';
}
