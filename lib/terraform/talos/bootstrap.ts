import { TerraformOutput, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Cluster } from '../../cluster';
import { secretPaths } from '../../talos';
import type { ClientCredentials } from '../bootstrap/access';
import { report } from '../machine-provider';
import { named } from '../naming';
import { clientOf, type TalosClientConfiguration } from './client';
import { healthCheck } from './health';
import { issuedKubeconfig, storedKubeconfig } from './kubeconfig';
import { addressedMachines, machineProblems, type TalosMachine } from './machines';
import { MachineBootstrap } from './providers/talos/generated/machine-bootstrap';
import { MachineConfigurationApply } from './providers/talos/generated/machine-configuration-apply';
import { TalosProvider } from './providers/talos/generated/provider';
import type { SopsProvider } from './providers/sops/generated/provider';
import { SealedFiles, type SecretsIn } from './sealed-files';
import type { TalosParts } from './parts';

/** How a changed configuration reaches a running machine. Source: Talos provider, `apply_mode`. */
export type ApplyMode = 'auto' | 'no_reboot' | 'staged' | 'staged_if_needing_reboot';

export interface TalosBootstrapProps {
  readonly cluster: Pick<Cluster, 'group' | 'name' | 'network' | 'pools'>;
  /**
   * `files`: Terraform leaves Talos alone, and the tree's encrypted files are applied by hand or by another tool.
   *
   * @default 'terraform'
   */
  readonly appliedBy?: 'terraform' | 'files';
  /** @default - those of the definition that have a fixed address */
  readonly machines?: readonly TalosMachine[];
  /** @default 'memory' */
  readonly secretsIn?: SecretsIn;
  /**
   * A machine without configuration takes `auto` alone; set another mode once the cluster runs.
   *
   * @default 'auto'
   */
  readonly applyMode?: ApplyMode;
  /** Wait until Talos and Kubernetes are well. The nodes are not ready before a CNI runs. @default false */
  readonly health?: boolean;
  /** Root of the tree, relative to where Terraform runs; the variable `<cluster>_tree` overrides it. @default - as seen from a stack's folder in the tree */
  readonly tree?: string;
  /** The providers, where the stack has them already. @default - one of each */
  readonly providers?: { readonly talos?: TalosProvider; readonly sops?: SopsProvider };
}

/**
 * Makes machines that run Talos a cluster: each gets its configuration from its encrypted file in the tree, and one
 * control plane starts etcd, once. No secret stands in `cdk.tf.json`; by default none stands in the state either.
 */
export class TalosBootstrap extends Construct {
  /** Access to the cluster's Kubernetes API for what comes after, as expressions. Absent where Terraform applies nothing. */
  readonly access: ClientCredentials | undefined;
  /** What later resources of the stack depend on: etcd has been started. Empty where Terraform applies nothing. */
  readonly started: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TalosBootstrapProps,
  ) {
    super(scope, id);
    const { cluster, appliedBy = 'terraform', machines = addressedMachines(cluster) } = props;
    const problems = appliedBy === 'files' ? [] : machineProblems(cluster.name, machines);
    report(this, problems);
    const first = machines.find(({ role }) => role === 'control-plane');
    if (appliedBy === 'files' || problems.length > 0 || first === undefined) {
      this.started = [];
      return;
    }

    const { secretsIn = 'memory', tree, providers = {} } = props;
    if (providers.talos === undefined) new TalosProvider(this, 'talos');
    const files = new SealedFiles(this, 'files', { cluster, secretsIn, tree, provider: providers.sops });
    const client = clientOf(files, secretPaths(cluster).talosconfig, cluster.name);
    const configured = this.configure(machines, files, client);
    const etcd = this.startEtcd(first, client, configured);
    this.started = [etcd];
    if (props.health === true) healthCheck(this, { ...this.parts(client), machines, etcd });
    this.access = this.kubeconfig(first, etcd, files, client);
  }

  /** Each machine's own file. Control planes take turns, so that no two of them restart at one moment. */
  private configure(
    machines: readonly TalosMachine[],
    files: SealedFiles,
    client: TalosClientConfiguration,
  ): ReadonlyMap<string, MachineConfigurationApply> {
    const { cluster, secretsIn = 'memory', applyMode = 'auto' } = this.props;
    const applied = new Map<string, MachineConfigurationApply>();
    let previous: MachineConfigurationApply | undefined;
    for (const machine of machines) {
      const configuration = `\${${files.textOf(secretPaths(cluster).machine(machine), `machine-${machine.name}`)}}`;
      const apply = new MachineConfigurationApply(this, `machine-${machine.name}`, {
        provider: this.props.providers?.talos,
        nodeAttribute: machine.address,
        applyMode,
        ...(secretsIn === 'memory'
          ? { clientConfigurationWo: client, machineConfigurationInputWo: configuration }
          : { clientConfiguration: client, machineConfigurationInput: configuration }),
        ...(machine.role === 'control-plane' && previous !== undefined && { dependsOn: [previous] }),
      });
      applied.set(machine.name, named(apply, machine.name));
      if (machine.role === 'control-plane') previous = apply;
    }
    return applied;
  }

  private startEtcd(
    first: TalosMachine,
    client: TalosClientConfiguration,
    configured: ReadonlyMap<string, MachineConfigurationApply>,
  ): MachineBootstrap {
    const { cluster, secretsIn = 'memory', providers } = this.props;
    const apply = configured.get(first.name);
    const bootstrap = new MachineBootstrap(this, 'etcd', {
      provider: providers?.talos,
      nodeAttribute: first.address,
      ...(secretsIn === 'memory' ? { clientConfigurationWo: client } : { clientConfiguration: client }),
      ...(apply !== undefined && { dependsOn: [apply] }),
      // etcd starts once in the life of a cluster, and the machine it started on may leave
      lifecycle: { ignoreChanges: 'all' },
    });
    return named(bootstrap, cluster.name);
  }

  private kubeconfig(
    first: TalosMachine,
    etcd: MachineBootstrap,
    files: SealedFiles,
    client: TalosClientConfiguration,
  ): ClientCredentials {
    const { cluster, secretsIn = 'memory' } = this.props;
    if (secretsIn === 'memory') return issuedKubeconfig(this, files, this.parts(client));
    const { access, text } = storedKubeconfig(this, first, { ...this.parts(client), etcd });
    // Terraform has no output of a root module that is not in its state
    named(new TerraformOutput(this, 'kubeconfig-output', { value: text, sensitive: true }), cluster.name, 'kubeconfig');
    return access;
  }

  private parts(client: TalosClientConfiguration): TalosParts {
    const { cluster, secretsIn = 'memory', providers } = this.props;
    return { cluster, secretsIn, client, provider: providers?.talos };
  }
}
