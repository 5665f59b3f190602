import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export interface OpenebsSettings extends ChartSettings {
  /**
   * Folder of the nodes that holds the volumes.
   * @default '/var/mnt/openebs', where Talos mounts a user volume of the name `openebs`, in the kubelet's sight as well
   */
  readonly path?: string;
  /** Make it the cluster's default storage class. @default false */
  readonly defaultClass?: boolean;
}

// Source: Talos documentation, "Local Storage"
const talosPath = '/var/mnt/openebs';

const storageClass = 'openebs-hostpath';

const chart: HelmChart = { name: 'openebs', version: '4.4.0', repository: 'https://openebs.github.io/openebs' };

/** OpenEBS for volumes in a folder of the node; its engines that need disks, modules or huge pages of their own are off. */
export function openebs(settings: OpenebsSettings = {}): Component {
  const namespace = 'openebs';
  const provisioner = 'openebs-localpv-provisioner';
  return {
    name: 'openebs',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(provisioner, settings), settings.values),
    provides: [`storage-class/${storageClass}`],
    requires: [],
    health: () => [deployment(namespace, provisioner)],
    // a pod of the node makes and removes each folder
    podSecurity: 'privileged',
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}

// keys: openebs/openebs, charts/values.yaml, and the values of its dependency localpv-provisioner
function ownValues(provisioner: string, settings: OpenebsSettings): JsonObject {
  return {
    engines: {
      local: { lvm: { enabled: false }, zfs: { enabled: false }, rawfile: { enabled: false } },
      replicated: { mayastor: { enabled: false } },
    },
    // only the engines that are off take snapshots
    'openebs-crds': { csi: { volumeSnapshots: { enabled: false } } },
    'localpv-provisioner': {
      fullnameOverride: provisioner,
      analytics: { enabled: false },
      localpv: { basePath: settings.path ?? talosPath },
      hostpathClass: { enabled: true, name: storageClass, isDefaultClass: settings.defaultClass ?? false },
    },
    loki: { enabled: false },
    alloy: { enabled: false },
    preUpgradeHook: { enabled: false },
  };
}
