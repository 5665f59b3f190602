import type { Problem } from '../problem';
import { compareMinor, isExactRelease, minorOf } from '../version';
import { rule } from './rule';

/** A host name or an IPv4 address, and a port. */
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::[1-9][0-9]{0,4})?$/i;

/** First minor of Talos whose images hold a configuration. Source: Talos `imager/quirks`. */
const EMBEDDED_CONFIG_SINCE = '1.12';

export const talosImage = [
  rule(['system'], ({ system: { image } }) => [
    ...(HOST.test(image.factory)
      ? []
      : [
          {
            path: 'system.image.factory',
            what: 'not a host',
            got: image.factory,
            allowed: 'a host name such as factory.example.com, with a port where it needs one',
            fix: 'write the host alone, without https:// and without a path',
          },
        ]),
    ...image.kernelArgs.flatMap((argument, i): Problem[] =>
      argument !== '' && !/\s/.test(argument)
        ? []
        : [
            {
              path: `system.image.kernelArgs.${String(i)}`,
              what: argument === '' ? 'an empty kernel argument' : 'more than one kernel argument',
              got: argument,
              allowed: 'one argument without spaces, such as console=ttyS0',
              fix: argument === '' ? 'remove it' : 'list each argument by itself',
            },
          ],
    ),
    ...image.meta.flatMap(({ key }, i): Problem[] =>
      image.meta.findIndex((other) => other.key === key) === i
        ? []
        : [
            {
              path: `system.image.meta.${String(i)}.key`,
              what: 'the META key has a value already',
              got: key,
              fix: 'remove one of the two values',
            },
          ],
    ),
  ]),
  rule(['system'], ({ system: { image } }) =>
    image.secureBoot !== undefined && image.bootloader === 'grub'
      ? [
          {
            path: 'system.image.bootloader',
            what: 'no boot loader for secure boot',
            got: image.bootloader,
            allowed: 'sd-boot, dual-boot, or nothing',
            fix: 'remove it, or turn system.image.secureBoot off',
          },
        ]
      : [],
  ),
  rule(['system', 'versions'], ({ system: { image }, versions: { talos } }) =>
    image.embeddedConfig === undefined ||
    !isExactRelease(talos) ||
    compareMinor(minorOf(talos), EMBEDDED_CONFIG_SINCE) >= 0
      ? []
      : [
          {
            path: 'system.image.embeddedConfig',
            what: `not supported by Talos ${talos}`,
            allowed: `Talos ${EMBEDDED_CONFIG_SINCE} or later`,
            fix: 'remove it, or choose a later release of Talos',
          },
        ],
  ),
  rule(['system', 'machines'], ({ system: { image }, machines }) =>
    image.secureBoot !== undefined && machines.kind === 'hetzner'
      ? [
          {
            path: 'system.image.secureBoot',
            what: 'servers of Hetzner Cloud do not boot with secure boot',
            got: true,
            allowed: 'false',
            fix: 'remove it',
          },
        ]
      : [],
  ),
];
