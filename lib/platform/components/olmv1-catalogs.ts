import type { Component, ObjectReference } from '../../cluster';

/** A catalog of operators, as an image. */
export interface OperatorCatalog {
  /** Image, e.g. `quay.io/operatorhubio/catalog:latest`. */
  readonly image: string;
  /** Minutes between two looks at the image's tag; never with a digest, which does not move. @default 60, none for a digest */
  readonly pollMinutes?: number;
  /** Of catalogs with one operator, the highest wins. @default 0 */
  readonly priority?: number;
}

export interface Olmv1CatalogsSettings {
  /** Catalogs by name. @default - `operatorhubio`, the community's */
  readonly catalogs?: Readonly<Record<string, OperatorCatalog>>;
}

const apiVersion = 'olm.operatorframework.io/v1';
const kind = 'ClusterCatalog';

/** Where operators come from; apart from `olmv1`, whose CRDs must be there first. */
export function olmv1Catalogs(settings: Olmv1CatalogsSettings = {}): Component {
  const { catalogs = { operatorhubio: { image: 'quay.io/operatorhubio/catalog:latest' } } } = settings;
  const entries = Object.entries(catalogs).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: 'olmv1-catalogs',
    namespace: 'olmv1-system',
    objects: () =>
      entries.map(([name, { image, pollMinutes, priority }]) => ({
        apiVersion,
        kind,
        metadata: { name },
        spec: {
          priority,
          source: {
            type: 'Image',
            image: { ref: image, pollIntervalMinutes: image.includes('@') ? undefined : (pollMinutes ?? 60) },
          },
        },
      })),
    provides: entries.map(([name]) => `olm-catalog/${name}`),
    requires: [`crd/olm.operatorframework.io/${kind}`, 'operator-catalogs'],
    health: () => entries.map(([name]): ObjectReference => ({ apiVersion, kind, name })),
  };
}
