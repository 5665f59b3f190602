import {
  beforeDecryption,
  holdsAgeIdentity,
  link,
  needsOf,
  placedComponents,
  providersOf,
  reach,
  resolveRequirements,
  type ComponentSecret,
  type Decryption,
  type Link,
  type PlacedComponent,
  type Stage,
} from '../cluster';
import type { EngineNeeds } from './engine-needs';

/** Who brings a member of the bootstrap set: a person, Cluster API with the machines, or the engine out of an encrypted file. */
export type Bearer = 'hand' | 'cluster-api' | 'engine';

interface Member {
  /** `<namespace>/<name>`. */
  readonly id: string;
  readonly by: Bearer;
  /** Why it is in the set, from what the cluster cannot do without down to itself; `chainOf` gives it as texts. */
  readonly why: Link;
}

/** What must be there before the cluster can sustain itself. */
export type BootstrapMember =
  | (Member & { readonly kind: 'component'; readonly component: PlacedComponent })
  | (Member & { readonly kind: 'secret'; readonly secret: ComponentSecret })
  | (Member & { readonly kind: 'engine' });

/** What the closure is computed of; every part is data of the cluster's definition. */
export interface ClosureInput {
  readonly platform: readonly Stage[];
  readonly engine: EngineNeeds;
  readonly decryption: Decryption;
  /** The secrets of a component on the cluster at hand. */
  readonly secretsOf: (component: PlacedComponent) => readonly ComponentSecret[];
}

/**
 * The bootstrap set in the order in which it is brought: all that the engine needs to run, all that only a person can give,
 * and every secret that could otherwise be decrypted only by what itself waits for it.
 *
 * From the engine's requirements follow the components that must run before it, and from what decrypts those that must run
 * before anything is decrypted; the secrets of both cannot come by decryption. All others can, and are not in the set.
 * Linear in the number of components, requirements and secrets.
 */
export function closure({ platform, engine, decryption, secretsOf }: ClosureInput): readonly BootstrapMember[] {
  const placed = placedComponents(platform);
  const needs = needsOf(resolveRequirements(placed));
  const start = `the engine ${engine.name}`;
  const started = link(undefined, start);
  const beforeEngine = reach(providersOf(engine.requires, placed, start), needs);
  const early = beforeDecryption(decryption, placed, needs);

  const first = [...beforeEngine].flatMap(([component, why]): BootstrapMember[] => {
    const by = component.stage.carrier === 'cluster-api' ? 'cluster-api' : 'hand';
    return [
      ...secretsOf(component).map((secret) => secretMember(secret, component.component.namespace, by, why)),
      { kind: 'component', id: component.id, by, why, component },
    ];
  });
  const self: readonly BootstrapMember[] = [
    ...engine.secrets.map((secret) => secretMember(secret, engine.namespace, 'hand', started)),
    { kind: 'engine', id: `${engine.namespace}/${engine.name}`, by: 'hand', why: started },
  ];
  const rest = placed
    .filter((component) => !beforeEngine.has(component))
    .flatMap((component) =>
      secretsOf(component).flatMap((secret) => {
        const why = early.get(component) ?? aloneReason(secret, component, decryption);
        const by = decryption.byEngine && !holdsAgeIdentity(secret) ? 'engine' : 'hand';
        return why === undefined ? [] : [secretMember(secret, component.component.namespace, by, why)];
      }),
    );
  return once([...first, ...self, ...rest]);
}

/** Why the secret of a component that decryption does not wait for is in the set all the same. */
function aloneReason(
  secret: ComponentSecret,
  { id }: PlacedComponent,
  { form, byEngine }: Decryption,
): Link | undefined {
  if (holdsAgeIdentity(secret)) return link(undefined, 'only a person has the private age key', id);
  return form === undefined && !byEngine ? link(undefined, 'nothing on the cluster decrypts', id) : undefined;
}

function secretMember(secret: ComponentSecret, namespace: string, by: Bearer, why: Link): BootstrapMember {
  const id = `${secret.namespace ?? namespace}/${secret.name}`;
  return { kind: 'secret', id, by, why: link(why, `Secret ${id}`), secret };
}

/** A Secret that two components read is brought for the first of them. */
function once(members: readonly BootstrapMember[]): readonly BootstrapMember[] {
  const seen = new Set<string>();
  return members.filter(({ kind, id }) => {
    const key = `${kind} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}
