import { isDeepStrictEqual } from 'node:util';
import {
  decryptedForm,
  decryptingComponents,
  deliveredSecrets,
  placedComponents,
  secretDelivery,
  type Cluster,
  type ComponentSecret,
  type PlacedComponent,
  type Problem,
} from '../../cluster';

/** What is wrong with the Secrets of a cluster's components, whatever engine carries them. */
export function secretProblems(cluster: Cluster): readonly Problem[] {
  return [...twoOfOneName(cluster), ...tooEarly(cluster)];
}

function pathOf({ stage, component }: PlacedComponent): string {
  return `platform.${stage.name}.${component.name}`;
}

/** Two components may read one Secret, but not each another one of the same name. */
function twoOfOneName(cluster: Cluster): Problem[] {
  const held = new Map<string, { readonly by: PlacedComponent; readonly secret: ComponentSecret }>();
  return placedComponents(cluster.platform).flatMap((by) =>
    (by.component.secrets?.(cluster) ?? []).flatMap((secret): Problem[] => {
      const namespace = secret.namespace ?? by.component.namespace;
      const id = `${namespace}/${secret.name}`;
      const holder = held.get(id);
      if (holder === undefined) held.set(id, { by, secret: { ...secret, namespace } });
      if (holder === undefined || isDeepStrictEqual({ ...secret, namespace }, holder.secret)) return [];
      return [
        {
          path: pathOf(by),
          what: `its Secret says other things than that of ${holder.by.id}`,
          got: id,
          allowed: 'one content for each name in a namespace',
          fix: 'rename one of the two, or let both say the same',
        },
      ];
    }),
  );
}

/** A stage waits until its components run, and they for their Secrets: nothing of a later stage makes them. */
function tooEarly(cluster: Cluster): Problem[] {
  const form = decryptedForm(secretDelivery(cluster));
  const [first] = form === undefined ? [] : decryptingComponents(cluster, form);
  if (first === undefined) return [];
  return deliveredSecrets(cluster)
    .filter(({ by, form: delivered }) => delivered === form && by.order < first.order)
    .map(({ by, secret }) => ({
      path: pathOf(by),
      what: `its Secret is made only in the later stage ${first.stage.name}, by ${first.id}`,
      got: `${secret.namespace}/${secret.name}`,
      allowed: `Secrets in stage ${first.stage.name} and those after it`,
      fix: 'move one of the two, or let the one that decrypts require the other',
    }));
}
