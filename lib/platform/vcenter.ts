import type { ClusterFacts, SecretRef } from '../cluster';

/** Where a cluster's vCenter is. */
export interface Vcenter {
  /** Host name of the server. */
  readonly server: string;
  readonly datacenter: string;
  /** Thumbprint of the server's certificate. @default - not known */
  readonly thumbprint?: string;
}

/** Who its controllers are to a vCenter: two secrets, since each stands under a name of its own. */
export interface VcenterCredentials {
  /** @default secret('vsphere-username') */
  readonly username?: SecretRef;
  /** @default secret('vsphere-password') */
  readonly password?: SecretRef;
}

/** The vCenter of a cluster's machines. Throws an Error where they are no vSphere machines. */
export function vcenterOf({ id, machines }: ClusterFacts, component: string): Vcenter {
  switch (machines.kind) {
    case 'vsphere':
      return { server: machines.server, datacenter: machines.datacenter };
    case 'vsphere-cluster-api': {
      const { server, datacenter, thumbprint } = machines;
      return thumbprint === undefined ? { server, datacenter } : { server, datacenter, thumbprint };
    }
    default:
      throw new Error(
        `${id}: ${component} talks to the vCenter of the machines, got machines of ${machines.kind}; name the vcenter, or remove the component`,
      );
  }
}
