import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration } from '../../../cluster';
import { metadataOf, sourceApi, sourceTimeout, type NameReference, type ObjectProps } from './api';

/** Media type of the layer that holds a Helm chart. Source: Helm, "OCI support" */
const chartLayer = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

export interface OciRepositoryProps extends ObjectProps {
  /** `oci://…`, without a tag. */
  readonly url: string;
  readonly ref: { readonly tag: string } | { readonly digest: string } | { readonly semver: string };
  /** How often it is looked at. */
  readonly interval: Duration;
  /** @default - Flux's own, a minute */
  readonly timeout?: Duration;
  /** Whether it holds a Helm chart, which a HelmRelease reads as it is. @default false: files, which are unpacked */
  readonly chart?: boolean;
  /** Secret of type `kubernetes.io/dockerconfigjson`. @default - anyone may read it */
  readonly secretRef?: NameReference | undefined;
  /** Who issues credentials instead of a Secret. @default 'generic' */
  readonly provider?: 'generic' | 'aws' | 'azure' | 'gcp';
  /** Signatures that the artifact must have. @default - not verified */
  readonly verify?: {
    readonly provider: 'cosign' | 'notation';
    readonly secretRef?: NameReference;
    /** Regular expressions for signatures without keys. */
    readonly identities?: readonly { readonly issuer: string; readonly subject: string }[];
  };
  /** Speak HTTP to the registry. @default false */
  readonly insecure?: boolean;
  /** @default false */
  readonly suspend?: boolean;
}

/** A Flux OCIRepository as data. */
export function ociRepositoryObject(props: OciRepositoryProps): KubernetesObject {
  const { verify } = props;
  return {
    apiVersion: sourceApi,
    kind: 'OCIRepository',
    metadata: metadataOf(props),
    spec: {
      url: props.url,
      ref: { ...props.ref },
      interval: props.interval.toGoString(),
      timeout: props.timeout && sourceTimeout(props.timeout),
      layerSelector: props.chart === true ? { mediaType: chartLayer, operation: 'copy' } : undefined,
      secretRef: props.secretRef && { name: props.secretRef.name },
      provider: props.provider,
      verify: verify && {
        provider: verify.provider,
        secretRef: verify.secretRef && { name: verify.secretRef.name },
        matchOIDCIdentity: verify.identities?.map(({ issuer, subject }) => ({ issuer, subject })),
      },
      insecure: props.insecure,
      suspend: props.suspend,
    },
  };
}

/** A Flux OCIRepository. */
export class OciRepository extends Manifest {
  constructor(scope: Construct, id: string, props: OciRepositoryProps) {
    super(scope, id, ociRepositoryObject(props));
  }
}
