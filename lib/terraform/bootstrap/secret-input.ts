import { TerraformVariable, VariableType, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { literal, named } from '../naming';
import { SecretV1 } from './providers/kubernetes/generated/secret-v1';

/** Where the value of a secret comes from when Terraform runs. */
export type SecretInput = { readonly from: 'variable' } | { readonly from: 'file'; readonly path: string };

/**
 * An expression for a secret: of a variable that is neither shown nor stored (`TF_VAR_…`), or of a file on the machine
 * that runs Terraform (`~` is the user's home).
 */
export function secretValue(scope: Construct, input: SecretInput, name: string): string {
  if (input.from === 'file') return `\${file(pathexpand(${JSON.stringify(literal(input.path))}))}`;
  const variable = new TerraformVariable(scope, `variable-${name}`, {
    type: VariableType.STRING,
    sensitive: true,
  });
  // cdktf does not know ephemeral variables
  variable.addOverride('ephemeral', true);
  return `\${var.${named(variable, name).friendlyUniqueId}}`;
}

export interface WrittenSecretProps {
  readonly name: string;
  readonly namespace: string;
  /** Expressions by key. */
  readonly data: Readonly<Record<string, string>>;
  /** A higher number writes the values anew: Terraform does not know those it wrote. */
  readonly revision: number;
  readonly address: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A Secret whose values are write-only: they reach Kubernetes, and neither plan nor state. Needs Terraform 1.11. */
export function writtenSecret(
  scope: Construct,
  { name, namespace, data, revision, address, dependsOn }: WrittenSecretProps,
): SecretV1 {
  const secret = new SecretV1(scope, `secret-${address.join('-')}`, {
    metadata: { name, namespace },
    dataWo: { ...data },
    dataWoRevision: revision,
    dependsOn: [...dependsOn],
    // labels and annotations are the engine's, once it runs
    lifecycle: { ignoreChanges: ['metadata[0].annotations', 'metadata[0].labels'] },
  });
  return named(secret, ...address);
}
