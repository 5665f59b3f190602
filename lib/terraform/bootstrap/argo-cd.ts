import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import type { ClusterFacts, JsonObject } from '../../cluster';
import type { KubernetesAccess } from './access';
import { appliedObject } from './applied-object';
import { bootstrapProviders } from './bootstrap-providers';
import { chartRelease } from './chart-release';
import type { Keeper } from './keeper';
import { namespaceObject } from './namespace';
import { argoCdChart, type Release } from './releases';
import { secretValue, writtenSecret, type SecretInput } from './secret-input';
import { variableName } from './variable-name';

export interface ArgoCdBootstrapProps {
  /** Its name is part of every address. */
  readonly cluster: Pick<ClusterFacts, 'name'>;
  /** Objects that start the rest, such as the root Application of an app of apps. */
  readonly roots: readonly KubernetesObject[];
  /** The chart's release, which is not Argo CD's. @default - the pinned one */
  readonly chart?: Release;
  /** Argo CD's own version, e.g. `v3.2.6`. @default - the one that the chart brings */
  readonly version?: string;
  /** Values of the chart, over the version. @default - none */
  readonly values?: JsonObject;
  /** The age identity for what decrypts in the cluster: Secret `sops-age` beside Argo CD. @default - none */
  readonly ageKey?: SecretInput;
  /** Raise it after the key has changed. @default 1 */
  readonly secretsRevision?: number;
  /** @default 'gitops' */
  readonly keeper?: Keeper;
  /** @default - `KUBE_CONFIG_PATH` of the environment */
  readonly access?: KubernetesAccess | undefined;
  /** What has to be there first, such as the cluster. @default - nothing */
  readonly after?: readonly ITerraformDependable[];
}

/** Argo CD by its Helm chart, and the objects that start the rest. */
export class ArgoCdBootstrap extends Construct {
  constructor(scope: Construct, id: string, props: ArgoCdBootstrapProps) {
    super(scope, id);
    const { cluster, roots, chart = argoCdChart, values = {}, ageKey, secretsRevision = 1, after = [] } = props;
    const keeper = props.keeper ?? 'gitops';
    const address = (name: string) => [cluster.name, name];
    bootstrapProviders(this, props.access);

    const namespace = appliedObject(this, {
      object: namespaceObject(argoCdNamespace),
      keeper,
      address: address(argoCdNamespace),
      dependsOn: after,
    });
    const secrets =
      ageKey === undefined
        ? []
        : [
            writtenSecret(this, {
              name: 'sops-age',
              namespace: argoCdNamespace,
              data: { 'age.agekey': secretValue(this, ageKey, variableName(cluster.name, 'age_key')) },
              revision: secretsRevision,
              address: address('secret-sops-age'),
              dependsOn: [namespace],
            }),
          ];
    const release = chartRelease(this, {
      chart: 'argo-cd',
      release: chart,
      namespace: argoCdNamespace,
      values: { ...(props.version !== undefined && { global: { image: { tag: props.version } } }), ...values },
      keeper,
      address: address('argo-cd'),
      dependsOn: [namespace],
    });
    for (const object of roots) {
      appliedObject(this, {
        object,
        keeper,
        address: address(`root-${object.kind.toLowerCase()}-${object.metadata.name}`),
        dependsOn: [release, ...secrets],
        // its finalizer deletes what it has made, which needs Argo CD
        waitUntilGone: true,
      });
    }
  }
}

const argoCdNamespace = 'argocd';
