import { TerraformVariable, VariableType } from 'cdktf';
import { Construct } from 'constructs';
import { treePaths, type ClusterFacts } from '../../cluster';
import { variableName } from '../bootstrap/variable-name';
import { named } from '../naming';
import { EphemeralResource } from './ephemeral-resource';
import { DataSopsFile } from './providers/sops/generated/data-sops-file';
import { SopsProvider } from './providers/sops/generated/provider';

/**
 * Where secrets are while Terraform works with them: in memory alone, or in its state as well. `cdk.tf.json` never has
 * them. Memory needs Terraform 1.11, OpenTofu 1.11 or newer.
 */
export type SecretsIn = 'memory' | 'state';

export interface SealedFilesProps {
  readonly cluster: Pick<ClusterFacts, 'group' | 'name'>;
  readonly secretsIn: SecretsIn;
  /** The provider, where the stack has one already. @default - one of its own */
  readonly provider?: SopsProvider | undefined;
  /** Root of the tree, relative to where Terraform runs. @default - as seen from a stack's folder in the tree */
  readonly tree?: string | undefined;
}

/**
 * The encrypted files of the tree, opened by the SOPS provider with the keys that SOPS itself would use. They are read
 * where they stand: what synthesis wrote and what Terraform applies is one file.
 */
export class SealedFiles extends Construct {
  private readonly tree: TerraformVariable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SealedFilesProps,
  ) {
    super(scope, id);
    const { cluster, provider, tree = treeFromStack(cluster) } = props;
    if (provider === undefined) new SopsProvider(this, 'sops');
    const variable = new TerraformVariable(this, 'tree', {
      type: VariableType.STRING,
      default: tree,
      description: 'Root of the GitOps tree, relative to the folder that Terraform runs in',
    });
    this.tree = named(variable, variableName(cluster.name, 'tree'));
  }

  /** An expression, without its `${}`, for the plain text of a file. `name` is the last part of its address. */
  textOf(path: string, name: string): string {
    const { cluster, provider, secretsIn } = this.props;
    const file = `\${var.${this.tree.friendlyUniqueId}}/${path}`;
    if (secretsIn === 'memory') {
      const opened = new EphemeralResource(this, `file-${name}`, {
        type: 'sops_file',
        // a file's ending says what SOPS makes of it, and all of ours are YAML
        arguments: { source_file: file, ...(provider !== undefined && { provider: provider.fqn }) },
      });
      return `${named(opened, cluster.name, name).address}.raw`;
    }
    const data = named(new DataSopsFile(this, `file-${name}`, { provider, sourceFile: file }), cluster.name, name);
    return `data.sops_file.${data.friendlyUniqueId}.raw`;
  }
}

/** From `terraform/<group>/<cluster>/<stack>` back to the root. */
function treeFromStack(cluster: Pick<ClusterFacts, 'group' | 'name'>): string {
  const depth = treePaths(cluster).terraform.split('/').length + 1;
  return Array.from({ length: depth }, () => '..').join('/');
}
