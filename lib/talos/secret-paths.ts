import { treePaths, type ClusterFacts, type Machine } from '../cluster';

/** Where the encrypted files of a cluster stand in the tree. All of them end in `.sops.yaml`. */
export interface SecretPaths {
  /** The secrets bundle: made once, and the source of the others. */
  readonly bundle: string;
  readonly talosconfig: string;
  /** Whole configuration of one machine. */
  readonly machine: (machine: Pick<Machine, 'name'>) => string;
}

export function secretPaths(cluster: Pick<ClusterFacts, 'group' | 'name'>): SecretPaths {
  const folder = treePaths(cluster).talos;
  return {
    bundle: `${folder}/secrets.sops.yaml`,
    talosconfig: `${folder}/talosconfig.sops.yaml`,
    machine: ({ name }) => `${folder}/machines/${name}.sops.yaml`,
  };
}
