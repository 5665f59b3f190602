import type { MachineRole } from '../../cluster';
import type { Contract } from '../contract';
import type { MachineSecrets } from './secrets';

/** What a configuration is generated from. */
export interface GenerateInputs {
  readonly contract: Contract;
  readonly role: MachineRole;
  readonly cluster: ClusterInputs;
  readonly secrets: MachineSecrets;
  readonly options?: GenerateOptions;
}

/** Facts of the cluster that every machine of it shares. */
export interface ClusterInputs {
  readonly name: string;
  /** URL of the Kubernetes API: `https://host:port`. */
  readonly endpoint: string;
  /** Kubernetes version, with or without its `v`. */
  readonly kubernetes: string;
  /** @default 10.244.0.0/16 */
  readonly podSubnets?: readonly string[];
  /** @default 10.96.0.0/12 */
  readonly serviceSubnets?: readonly string[];
  /** @default cluster.local */
  readonly dnsDomain?: string;
}

/** Choices of upstream's generator. Source: Talos `config/generate/options.go`. */
export interface GenerateOptions {
  /** Disk that Talos is installed on; contract 1.14 has no installation document without one. */
  readonly installDisk?: string;
  readonly installImage?: string;
  /** Refused by Talos from contract 1.12 on, where they belong to the image. */
  readonly installKernelArgs?: readonly string[];
  /** More names for the certificates of both APIs. */
  readonly certSANs?: readonly string[];
  readonly allowSchedulingOnControlPlanes?: boolean;
  /** Whether members find each other through the public discovery service. @default true */
  readonly discovery?: boolean;
  /** @default - not mentioned, which is off */
  readonly kubeSpan?: boolean;
  /** Port of the API balancer on every node; 0 turns it off. @default 7445 */
  readonly kubePrismPort?: number;
  /** Port that the API server itself listens on. @default 6443 */
  readonly localAPIServerPort?: number;
  /** Manifest of a pod network that replaces Flannel. */
  readonly customCniUrl?: string;
  readonly sysctls?: Readonly<Record<string, string>>;
  /** Endpoints by registry. */
  readonly registryMirrors?: Readonly<Record<string, readonly string[]>>;
  /** Certificates of authorities in PEM, by registry. */
  readonly registryCAs?: Readonly<Record<string, string>>;
  /** Registries whose certificates are not checked. */
  readonly insecureRegistries?: readonly string[];
}

/** Pod and service networks of upstream's generator. */
export const defaultSubnets = {
  pods: ['10.244.0.0/16'],
  services: ['10.96.0.0/12'],
  dnsDomain: 'cluster.local',
} as const;

export function isControlPlane({ role }: Pick<GenerateInputs, 'role'>): boolean {
  return role === 'control-plane';
}

/** Reference of an image that follows the Kubernetes version. */
export function kubernetesImage(repository: string, { kubernetes }: ClusterInputs): string {
  return `${repository}:v${kubernetes.replace(/^v/, '')}`;
}

/** A member that is only there under a condition. */
export function when<T>(condition: boolean, value: T): T | undefined {
  return condition ? value : undefined;
}
