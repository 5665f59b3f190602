import type { JsonObject } from '../../../../lib/cluster';
import { broken, nameOfBreak, type Breakable } from './break';
import { kubernetes } from './kubernetes';
import { links } from './links';
import { network } from './network';
import { runtime } from './runtime';
import { clusterSections } from './cluster-sections';
import { linkSections } from './link-sections';
import { machineSections } from './machine-sections';
import { leastControlPlane } from './main-document';
import { volumes } from './volumes';

/** Every document that is right, and every way to break one: at least one for each rule that one document can break. */
export const breakables: readonly Breakable[] = [
  ...links,
  ...network,
  ...volumes,
  ...runtime,
  ...kubernetes,
  ...machineSections,
  ...linkSections,
  ...clusterSections,
];

/** A configuration around a document; what belongs to a control plane has one. */
export function around(document: JsonObject): readonly JsonObject[] {
  const needsMain =
    typeof document.kind === 'string' && document.kind.startsWith('Kube') && document.kind !== 'KubeSpanConfig';
  const identity = {
    apiVersion: 'v1alpha1',
    kind: 'DiscoveryIdentityConfig',
    clusterID: 'x',
    clusterSecret: Buffer.alloc(32).toString('base64'),
  };
  return [
    ...(needsMain ? [mainFor(document)] : []),
    ...(document.kind === 'DiscoveryServiceConfig' ? [identity] : []),
    document,
  ];
}

/** Where Kubernetes has an authority, it has an endpoint and a key for etcd as well. */
function mainFor({ kind }: JsonObject): JsonObject {
  if (kind !== 'KubeAPIServerCAConfig') return leastControlPlane;
  return { ...leastControlPlane, cluster: { controlPlane: { endpoint: 'https://a' }, secretboxEncryptionSecret: 'x' } };
}

/** Each way to break something, by name: the configuration, and the path at which the problem stands. */
export const namedBreaks = breakables.flatMap((breakable) =>
  breakable.breaks.map((way) => {
    const document = broken(breakable, way);
    return { name: nameOfBreak(breakable, way), documents: around(document), path: pathOf(document, way[2] ?? way[0]) };
  }),
);

function pathOf({ kind, name }: JsonObject, path: string): string {
  const place = path.replace(/\.([0-9]+)(?=\.|$)/g, '[$1]');
  if (typeof kind !== 'string') return place;
  const document = typeof name === 'string' && name !== '' ? `${kind}/${name}` : kind;
  return place === '' ? document : `${document}.${place}`;
}
