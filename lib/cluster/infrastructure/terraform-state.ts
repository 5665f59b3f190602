import { z } from 'zod';

/**
 * Where Terraform keeps the state of a cluster's stacks: a place for the project, in which each stack has a name of its own.
 * Credentials are never part of it; Terraform reads them from the environment.
 */
export const terraformStateShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('local'),
    /** Folder, relative to that of a stack's `cdk.tf.json`. @default - the one that holds `cdktf.out` */
    folder: z.string().min(1).default('../../..'),
  }),
  z.strictObject({
    kind: z.literal('s3'),
    bucket: z.string().min(1),
    region: z.string().min(1),
    /** What the keys of all stacks begin with. @default - nothing */
    prefix: z.string().min(1).optional(),
    /** URL of a service other than AWS that speaks S3, such as Cloudflare R2; its region and account are not looked up. */
    endpoint: z.url().optional(),
    /** Lock the state with a file beside it; every S3 that can write on condition has it. */
    lockFile: z.boolean().default(true),
  }),
  z.strictObject({
    kind: z.literal('gcs'),
    bucket: z.string().min(1),
    /** @default - nothing */
    prefix: z.string().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('http'),
    /** URL below which each stack has its state, and `/lock` below that. GitLab serves this form. */
    address: z.url(),
    /** Lock the state. */
    lock: z.boolean().default(true),
  }),
  z.strictObject({
    kind: z.literal('kubernetes'),
    /** Namespace of the Secrets that hold the states; the cluster is that of the current kubeconfig. */
    namespace: z.string().min(1).default('default'),
  }),
]);

export type TerraformState = z.output<typeof terraformStateShape>;
export type TerraformStateDefinition = z.input<typeof terraformStateShape>;
type OptionsOf<Kind extends TerraformState['kind']> = Omit<Extract<TerraformStateDefinition, { kind: Kind }>, 'kind'>;

/** State in files on the machine that runs Terraform. */
export function localState(options: OptionsOf<'local'> = {}): TerraformStateDefinition {
  return { kind: 'local', ...options };
}

/** State in an S3 bucket, of AWS or of another service that speaks S3. */
export function s3State(options: OptionsOf<'s3'>): TerraformStateDefinition {
  return { kind: 's3', ...options };
}

/** State in a bucket of Google Cloud Storage. */
export function gcsState(options: OptionsOf<'gcs'>): TerraformStateDefinition {
  return { kind: 'gcs', ...options };
}

/** State behind HTTP, such as GitLab's. */
export function httpState(options: OptionsOf<'http'>): TerraformStateDefinition {
  return { kind: 'http', ...options };
}

/** State in Secrets of a Kubernetes cluster; never in the cluster that it describes. */
export function kubernetesState(options: OptionsOf<'kubernetes'> = {}): TerraformStateDefinition {
  return { kind: 'kubernetes', ...options };
}
