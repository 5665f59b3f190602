import type { Construct } from 'constructs';
import { ClusterStack, type ClusterStackProps } from '../lib/terraform';
import {
  engineVersion,
  FluxBootstrap,
  fluxReleases,
  fluxSync,
  type FluxBootstrapProps,
} from '../lib/terraform/bootstrap';

export interface FluxBootstrapStackProps extends ClusterStackProps, Omit<FluxBootstrapProps, 'cluster' | 'sync'> {
  /** What Flux syncs. @default - the cluster's folder in the repository of the definition */
  readonly sync?: FluxBootstrapProps['sync'];
}

/** Installs Flux into a cluster that runs, in the version of the definition where Flux is its engine. */
export class FluxBootstrapStack extends ClusterStack {
  constructor(scope: Construct, props: FluxBootstrapStackProps) {
    super(scope, 'flux', props);
    const { cluster, sync = fluxSync(cluster), releases } = props;
    const version = engineVersion(cluster, 'flux');
    const own = version === undefined ? {} : { flux: { ...fluxReleases.flux, version } };
    new FluxBootstrap(this, 'flux', { ...props, sync, releases: { ...own, ...releases } });
  }
}
