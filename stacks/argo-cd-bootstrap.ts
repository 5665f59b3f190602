import type { Construct } from 'constructs';
import { ClusterStack, type ClusterStackProps } from '../lib/terraform';
import { ArgoCdBootstrap, engineVersion, type ArgoCdBootstrapProps } from '../lib/terraform/bootstrap';

export interface ArgoCdBootstrapStackProps extends ClusterStackProps, Omit<ArgoCdBootstrapProps, 'cluster'> {}

/** Installs Argo CD into a cluster that runs, in the version of the definition where Argo CD is its engine. */
export class ArgoCdBootstrapStack extends ClusterStack {
  constructor(scope: Construct, props: ArgoCdBootstrapStackProps) {
    super(scope, 'argo-cd', props);
    const version = props.version ?? engineVersion(props.cluster, 'argo-cd');
    new ArgoCdBootstrap(this, 'argo-cd', { ...props, ...(version !== undefined && { version }) });
  }
}
