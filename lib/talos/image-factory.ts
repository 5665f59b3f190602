import { createHash } from 'node:crypto';

/** The public image factory. Source: factory.talos.dev, image-factory 1.5. */
const FACTORY = 'factory.talos.dev';

/** Talos platforms that we build machines on; part of an installer's name. */
export type TalosPlatform = 'vmware' | 'hcloud' | 'metal';

const EXTENSION = /^[a-z0-9][a-z0-9._/-]*$/i;

/**
 * The customisation of a Talos image, as the image factory writes it before it hashes it. The extensions come sorted and
 * once each: the factory keeps any order, and each order would be another image.
 *
 * @throws Error for a name that is no extension's
 */
export function schematicOf(extensions: readonly string[]): string {
  const bad = extensions.filter((name) => !EXTENSION.test(name));
  if (bad.length > 0) {
    throw new Error(`not an extension, got ${JSON.stringify(bad)}; name it as siderolabs/qemu-guest-agent is named`);
  }
  if (extensions.length === 0) return 'customization: {}\n';
  const lines = [...new Set(extensions)].sort().map((name) => `            - ${name}\n`);
  return `customization:\n    systemExtensions:\n        officialExtensions:\n${lines.join('')}`;
}

/** Id that the image factory gives to an image with these extensions: SHA-256 of the schematic, computed offline. */
export function schematicId(extensions: readonly string[]): string {
  return createHash('sha256').update(schematicOf(extensions)).digest('hex');
}

/** Reference of the installer image that puts Talos with these extensions on a disk. */
export function installerImage(platform: TalosPlatform, extensions: readonly string[], version: string): string {
  return `${FACTORY}/${platform}-installer/${schematicId(extensions)}:${version}`;
}
