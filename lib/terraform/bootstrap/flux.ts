import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import type { ClusterFacts, JsonObject } from '../../cluster';
import type { KubernetesAccess } from './access';
import { appliedObject } from './applied-object';
import { bootstrapProviders } from './bootstrap-providers';
import { chartRelease } from './chart-release';
import { fluxComponents, fluxInstanceObject, fluxNamespace, type FluxSync } from './flux-instance';
import type { Keeper } from './keeper';
import { manifestBundle } from './manifest-bundle';
import { namespaceObject } from './namespace';
import { catalogObject, extensionObject, installerObjects } from './olm-objects';
import { fluxReleases, sourceOf, type FluxReleases } from './releases';
import { secretValue, writtenSecret, type SecretInput } from './secret-input';
import { variableName } from './variable-name';

export interface FluxBootstrapProps {
  /** Its name is part of every address. */
  readonly cluster: Pick<ClusterFacts, 'name'>;
  readonly sync: FluxSync;
  /** The age identity that decrypts the repository: Secret `sops-age`. @default - nothing is decrypted */
  readonly ageKey?: SecretInput;
  /** How Flux logs in to the repository: Secret `flux-system`. @default - it is public */
  readonly gitCredentials?: { readonly username: string; readonly password: SecretInput };
  /** Raise it after a key or password has changed. @default 1 */
  readonly secretsRevision?: number;
  /** What differs from the pinned defaults. @default - nothing */
  readonly releases?: Partial<FluxReleases>;
  /** Digest of OLM's manifests, or a copy of them. @default - downloaded, unchecked */
  readonly olmManifests?: { readonly sha256: string } | { readonly file: string };
  /** Values of cert-manager's chart, over `crds.enabled`. @default - none */
  readonly certManagerValues?: JsonObject;
  /** @default - all, the source watcher included */
  readonly components?: readonly string[];
  /** Whether network policies guard Flux's controllers. @default true */
  readonly networkPolicy?: boolean;
  /** @default 'gitops' */
  readonly keeper?: Keeper;
  /** @default - `KUBE_CONFIG_PATH` of the environment */
  readonly access?: KubernetesAccess | undefined;
  /** What has to be there first, such as the cluster. @default - nothing */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * Flux by way of OLM v1: cert-manager, OLM, its catalog, the Flux operator, and the FluxInstance that syncs the repository.
 * Each waits for the one before; on destroy Flux goes first, while the operator that cleans up after it still runs.
 */
export class FluxBootstrap extends Construct {
  private readonly keeper: Keeper;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FluxBootstrapProps,
  ) {
    super(scope, id);
    this.keeper = props.keeper ?? 'gitops';
    const releases = { ...fluxReleases, ...props.releases };
    bootstrapProviders(this, props.access);

    const certManager = this.certManager(releases, props.after ?? []);
    const olm = this.olm(releases, [certManager]);
    const catalog = this.apply(catalogObject(catalogName, releases.catalog), 'catalog', [olm]);
    const namespace = this.apply(namespaceObject(fluxNamespace), fluxNamespace, props.after ?? []);
    const operator = this.operator(releases, [catalog, namespace]);
    const { ageSecret, gitSecret, secrets } = this.secrets(namespace);
    const instance = fluxInstanceObject({
      release: releases.flux,
      manifests: releases.fluxManifests,
      sync: props.sync,
      components: props.components ?? fluxComponents,
      networkPolicy: props.networkPolicy ?? true,
      decryptionSecret: ageSecret,
      pullSecret: gitSecret,
    });
    this.apply(instance, 'flux-instance', [operator, ...secrets], true);
  }

  private certManager({ certManager }: FluxReleases, after: readonly ITerraformDependable[]): ITerraformDependable {
    const namespace = this.apply(namespaceObject(certManagerName, 'restricted'), certManagerName, after);
    return chartRelease(this, {
      chart: certManagerName,
      release: certManager,
      namespace: certManagerName,
      values: { crds: { enabled: true }, ...this.props.certManagerValues },
      keeper: this.keeper,
      address: this.address(certManagerName),
      dependsOn: [namespace],
    });
  }

  private olm({ olm }: FluxReleases, after: readonly ITerraformDependable[]): ITerraformDependable {
    const given = this.props.olmManifests;
    const source =
      given !== undefined && 'file' in given ? given : { url: sourceOf(olm), ...(given !== undefined && given) };
    return manifestBundle(this, { source, keeper: this.keeper, address: this.address('olm'), dependsOn: after });
  }

  private operator({ fluxOperator }: FluxReleases, after: readonly ITerraformDependable[]): ITerraformDependable {
    const installer = installerObjects(installerName, fluxNamespace).map((object) =>
      this.apply(object, `installer-${object.kind.toLowerCase()}`, after),
    );
    const extension = extensionObject(fluxOperator.source, {
      catalog: catalogName,
      namespace: fluxNamespace,
      installer: installerName,
      release: fluxOperator,
    });
    return this.apply(extension, 'flux-operator', [...after, ...installer], true);
  }

  private secrets(namespace: ITerraformDependable) {
    const { ageKey, gitCredentials, secretsRevision = 1 } = this.props;
    const write = (name: string, data: Readonly<Record<string, string>>) =>
      writtenSecret(this, {
        name,
        namespace: fluxNamespace,
        data,
        revision: secretsRevision,
        address: this.address(`secret-${name}`),
        dependsOn: [namespace],
      });
    const secrets: ITerraformDependable[] = [];
    if (ageKey !== undefined) {
      secrets.push(
        write(ageSecretName, {
          'age.agekey': secretValue(this, ageKey, variableName(this.props.cluster.name, 'age_key')),
        }),
      );
    }
    if (gitCredentials !== undefined) {
      const { username, password } = gitCredentials;
      secrets.push(
        write(gitSecretName, {
          username,
          password: secretValue(this, password, variableName(this.props.cluster.name, 'git_password')),
        }),
      );
    }
    return {
      secrets,
      ageSecret: ageKey === undefined ? undefined : ageSecretName,
      gitSecret: gitCredentials === undefined ? undefined : gitSecretName,
    };
  }

  private apply(
    object: KubernetesObject,
    name: string,
    dependsOn: readonly ITerraformDependable[],
    waitUntilGone = false,
  ): ITerraformDependable {
    return appliedObject(this, { object, keeper: this.keeper, address: this.address(name), dependsOn, waitUntilGone });
  }

  private address(name: string): readonly string[] {
    return [this.props.cluster.name, name];
  }
}

const certManagerName = 'cert-manager';
const catalogName = 'operatorhubio';
const installerName = 'flux-operator-installer';
const ageSecretName = 'sops-age';
const gitSecretName = 'flux-system';
