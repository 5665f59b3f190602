import { z } from 'zod';
import { talosRoles } from '../catalogue/talos-roles';
import { talosDocumentsShape } from './talos-documents';
import { talosImageShape } from './talos-image';

export const talosShape = z.strictObject({
  kind: z.literal('talos'),
  /** Official system extensions of the image, e.g. `siderolabs/qemu-guest-agent`. */
  extensions: z.array(z.string()).default([]),
  image: talosImageShape.prefault({}),
  /**
   * Who may call the Talos API from inside Kubernetes. Talos keeps one list of each: every namespace may ask for every role.
   * @default - nobody
   */
  apiAccess: z
    .strictObject({ namespaces: z.array(z.string()).min(1), roles: z.array(z.enum(talosRoles)).min(1) })
    .optional(),
  /** Disk that Talos is installed on where the platform's image does not decide it. */
  installDisk: z.string().default('/dev/sda'),
  /** Keep unpacked image layers, which a peer-to-peer registry such as Spegel serves to other nodes. */
  keepImageLayers: z.boolean().default(false),
  hostDns: z
    .strictObject({
      /** Let pods resolve through the node's cache; must be off where Cilium masquerades with eBPF. */
      forwardKubeDns: z.boolean().default(true),
      /** Resolve the names of the cluster's members. */
      resolveMembers: z.boolean().default(false),
    })
    .prefault({}),
  /** Documents of the machines' configuration, over what the definition makes by itself: see the constructors of `plinth/talos`. */
  documents: talosDocumentsShape.prefault({}),
  /** Write a `talconfig.yaml` beside the patches, for those who make their machine configurations with talhelper. */
  talhelper: z.boolean().default(false),
});

export type TalosOptions = Omit<z.input<typeof talosShape>, 'kind'>;
export type Talos = z.output<typeof talosShape>;

/** Talos Linux as the node system. */
export function talos(options: TalosOptions = {}): z.input<typeof talosShape> {
  return { kind: 'talos', ...options };
}

/** Ports on which a node answers for the two APIs of its control plane. Source: kube-apiserver, Talos `constants`. */
export const apiPorts = { kubernetes: 6443, talos: 50000 } as const;

/** Where every Talos node answers for the Kubernetes API (KubePrism), before any CNI runs. Source: Talos `constants`. */
export const kubePrism = { host: '127.0.0.1', port: 7445 } as const;

// One line per node system.
export const systemShape = z.discriminatedUnion('kind', [talosShape]);
export type NodeSystem = z.output<typeof systemShape>;
