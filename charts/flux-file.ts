import type { Construct } from 'constructs';
import { Manifest, ManifestFile } from '../lib/artifact/cdk8s';
import type { Cluster, Flux } from '../lib/cluster';
import type { FluxFile as FluxObjects } from '../lib/gitops/flux';

/** A file of Flux's own objects, by kind and name: a Kustomization, a source, a release, the FluxInstance. */
export class FluxFile extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<Flux>, { path, objects }: FluxObjects) {
    super(scope, { path, owner: cluster.id });
    for (const object of objects) new Manifest(this, `${object.kind.toLowerCase()}-${object.metadata.name}`, object);
  }
}
