import type { Problem } from '../problem';
import { rule } from './rule';
import { talosApiAccess } from './talos-api-access';
import { talosDocuments } from './talos-documents';
import { talosImage } from './talos-image';

/** An official extension's name: owner and image, without a tag. */
const EXTENSION = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9._-]+)+$/;

export const system = [
  rule(['system'], ({ system: { extensions } }) =>
    extensions.flatMap((name, i): Problem[] => {
      const path = `system.extensions.${String(i)}`;
      if (!EXTENSION.test(name))
        return [
          {
            path,
            what: 'not an extension',
            got: name,
            allowed: 'a name such as siderolabs/qemu-guest-agent',
            fix: 'write owner and name; the Talos version decides the tag',
          },
        ];
      return extensions.indexOf(name) < i
        ? [{ path, what: 'the extension is listed twice', got: name, fix: 'remove one' }]
        : [];
    }),
  ),
  ...talosApiAccess,
  ...talosImage,
  ...talosDocuments,
];
