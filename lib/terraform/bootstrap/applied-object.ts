import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { literal, named } from '../naming';
import { lifecycleOf, type Keeper } from './keeper';
import { Manifest } from './providers/kubectl/generated/manifest';

export interface AppliedObjectProps {
  readonly object: KubernetesObject;
  readonly keeper: Keeper;
  /** Parts of its Terraform address. */
  readonly address: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
  /** On destroy, wait until finalizers have let go of it. @default false */
  readonly waitUntilGone?: boolean;
}

/**
 * A Kubernetes object applied by the server. Its kind may be one that the cluster learns during the same apply: the
 * kubectl provider plans without asking the cluster, where hashicorp's `kubernetes_manifest` wants the kind's schema.
 */
export function appliedObject(
  scope: Construct,
  { object, keeper, address, dependsOn, waitUntilGone = false }: AppliedObjectProps,
): Manifest {
  const manifest = new Manifest(scope, `object-${address.join('-')}`, {
    // JSON, which is YAML; what Flux or a shell is to expand is not for Terraform
    yamlBody: literal(JSON.stringify(object)),
    // an object that is there already is taken over
    serverSideApply: true,
    forceConflicts: true,
    wait: waitUntilGone,
    dependsOn: [...dependsOn],
    lifecycle: lifecycleOf(keeper),
  });
  return named(manifest, ...address);
}
