import { placedComponents, type Cluster, type PodSecurityLevel } from '../../cluster';

/** Label by which a namespace says what its pods may do. Source: Kubernetes, "Pod Security Admission". */
const enforceLabel = 'pod-security.kubernetes.io/enforce';

/** What Talos enforces where a namespace says nothing. */
const usualLevel: PodSecurityLevel = 'baseline';

/** From the most permissive to the least. */
const byPermission: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];

/** The level of each namespace of which a component says one: the most permissive that any of its components needs. */
export function namespaceLevels({ platform }: Pick<Cluster, 'platform'>): ReadonlyMap<string, PodSecurityLevel> {
  const said = new Set(
    placedComponents(platform).flatMap(({ component }) =>
      component.podSecurity === undefined ? [] : [component.namespace],
    ),
  );
  const levels = new Map<string, PodSecurityLevel>();
  for (const { component } of placedComponents(platform)) {
    const { namespace, podSecurity = usualLevel } = component;
    if (!said.has(namespace)) continue;
    const known = levels.get(namespace);
    if (known === undefined || byPermission.indexOf(podSecurity) < byPermission.indexOf(known))
      levels.set(namespace, podSecurity);
  }
  return levels;
}

/** Labels of a component's namespace; none where the usual level does. */
export function namespaceLabels(
  levels: ReadonlyMap<string, PodSecurityLevel>,
  namespace: string,
): Readonly<Record<string, string>> | undefined {
  const level = levels.get(namespace);
  return level === undefined ? undefined : { [enforceLabel]: level };
}

/**
 * The same for the template of an ApplicationSet, which does not know the namespace before it runs.
 *
 * @param namespace Go template expression of the namespace, without its braces
 */
export function templateLabels(
  levels: ReadonlyMap<string, PodSecurityLevel>,
  namespace: string,
): Readonly<Record<string, string>> {
  const unusual = byPermission
    .filter((level) => level !== usualLevel)
    .flatMap((level) => {
      const names = [...levels].filter(([, of]) => of === level).map(([name]) => JSON.stringify(name));
      return names.length === 0 ? [] : [`if has (${namespace}) (list ${names.sort().join(' ')}) }}${level}{{ else`];
    });
  const value = unusual.length === 0 ? usualLevel : `{{ ${unusual.join(' ')} }}${usualLevel}{{ end }}`;
  return { [enforceLabel]: value };
}
