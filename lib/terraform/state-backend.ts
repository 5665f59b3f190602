import {
  GcsBackend,
  HttpBackend,
  LocalBackend,
  S3Backend,
  TerraformBackend,
  TerraformRemoteState,
  type DataTerraformRemoteStateConfig,
  type TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import type { TerraformState } from '../cluster';

/**
 * The backend of a stack: the place that the definition names, and in it a name of the stack's own, made of its id. No
 * credentials: Terraform takes them from its environment.
 */
export function stateBackend(stack: TerraformStack, state: TerraformState): TerraformBackend {
  const { id } = stack.node;
  switch (state.kind) {
    case 'local':
      // cdktf's default writes an absolute path, which holds on one machine only
      return new LocalBackend(stack, { path: `${state.folder}/terraform.${id}.tfstate` });
    case 's3':
      return s3Backend(stack, state);
    case 'gcs':
      return new GcsBackend(stack, { bucket: state.bucket, prefix: below(state.prefix, id) });
    case 'http':
      return httpBackend(stack, state);
    case 'kubernetes':
      return new KubernetesBackend(stack, { secretSuffix: id, namespace: state.namespace });
  }
}

function s3Backend(
  stack: TerraformStack,
  { bucket, region, prefix, endpoint, lockFile }: Extract<TerraformState, { kind: 's3' }>,
): S3Backend {
  const backend = new S3Backend(stack, {
    bucket,
    region,
    key: `${below(prefix, stack.node.id)}.tfstate`,
    encrypt: true,
    ...(endpoint !== undefined && {
      endpoints: { s3: endpoint },
      // other services know no regions and no accounts of AWS
      skipCredentialsValidation: true,
      skipRegionValidation: true,
      skipRequestingAccountId: true,
      skipMetadataApiCheck: true,
      usePathStyle: true,
    }),
  });
  // younger than cdktf
  if (endpoint !== undefined) backend.addOverride('skip_s3_checksum', true);
  if (lockFile) backend.addOverride('use_lockfile', true);
  return backend;
}

/** Source: GitLab documentation, "GitLab-managed Terraform state". */
function httpBackend(stack: TerraformStack, { address, lock }: Extract<TerraformState, { kind: 'http' }>): HttpBackend {
  const state = `${address.replace(/\/+$/, '')}/${stack.node.id}`;
  return new HttpBackend(stack, {
    address: state,
    ...(lock && {
      lockAddress: `${state}/lock`,
      lockMethod: 'POST',
      unlockAddress: `${state}/lock`,
      unlockMethod: 'DELETE',
    }),
  });
}

function below(prefix: string | undefined, id: string): string {
  return prefix === undefined ? id : `${prefix}/${id}`;
}

export interface KubernetesBackendConfig {
  /** Ends the names of the Secrets that hold the state. */
  readonly secretSuffix: string;
  readonly namespace: string;
}

/** State in Secrets of a cluster, for which cdktf has no class. Source: Terraform, backend `kubernetes`. */
export class KubernetesBackend extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly config: KubernetesBackendConfig,
  ) {
    super(scope, 'backend', 'kubernetes');
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { secret_suffix: this.config.secretSuffix, namespace: this.config.namespace };
  }

  override getRemoteStateDataSource(scope: Construct, name: string, fromStack: string): TerraformRemoteState {
    return new KubernetesRemoteState(scope, name, { ...this.config, secretSuffix: fromStack });
  }
}

interface KubernetesRemoteConfig extends DataTerraformRemoteStateConfig, KubernetesBackendConfig {}

/** Outputs of another stack, out of Secrets. */
class KubernetesRemoteState extends TerraformRemoteState {
  constructor(scope: Construct, name: string, config: KubernetesRemoteConfig) {
    super(scope, name, 'kubernetes', config);
  }
}
