import { secret, type JsonObject, type SecretRef, type TrafficRule } from '../cluster';

/** A database of `postgres()`, as the component that keeps its data there names it. */
export interface DatabaseReference {
  readonly name: string;
  /** Role that owns it. @default - the name of the database */
  readonly owner?: string;
  /** Name of the `postgres()`. @default 'postgres' */
  readonly cluster?: string;
  /** Its namespace. @default 'postgres' */
  readonly namespace?: string;
  /** Server outside of the platform, e.g. `db.example.com`; then nothing in the platform has to provide the database. */
  readonly host?: string;
}

/** Port of PostgreSQL. */
export const postgresPort = 5432;

/** Name under which the platform knows a database: `postgres()` provides it, its users require it. */
export function databaseCapability(database: string): string {
  return `database/${database.replaceAll('_', '-')}`;
}

/** The password of a role of `postgres()`; must be free of characters that a URL would have to escape. */
export function rolePassword(role: string): SecretRef {
  return secret(rolePasswordSecret(role));
}

/** Name of the Secret in which CloudNativePG finds the password of a role. */
export function rolePasswordSecret(role: string): string {
  // names of roles may have underscores, those of objects never
  return `${role.replaceAll('_', '-')}-db-password`;
}

/** What a component requires that keeps its data in a database. */
export function databaseRequirements({ name, host }: DatabaseReference): readonly string[] {
  return host === undefined ? [databaseCapability(name)] : [];
}

/** The traffic of its pods with the database. */
export function databaseTraffic({
  cluster = 'postgres',
  namespace = 'postgres',
  host,
}: DatabaseReference): TrafficRule {
  const peer = host === undefined ? { namespace, labels: { 'cnpg.io/cluster': cluster } } : ('internet' as const);
  return { peer, ports: [{ port: postgresPort }] };
}

/** Host of the database's primary. */
export function databaseHost({ cluster = 'postgres', namespace = 'postgres', host }: DatabaseReference): string {
  // `-rw` is the Service of the primary. Source: CloudNativePG documentation, "Service management"
  return host ?? `${cluster}-rw.${namespace}.svc`;
}

/** A key of a Secret. */
export interface SecretKey {
  readonly name: string;
  readonly key: string;
}

/**
 * Environment of a container that connects by a URL in the variable `variable`. The password stays in its Secret:
 * Kubernetes itself puts it into the URL, by `$(…)`, as the container starts.
 */
export function databaseUrl(
  database: DatabaseReference,
  { variable, password }: { readonly variable: string; readonly password: SecretKey },
): readonly JsonObject[] {
  const { name, owner = name } = database;
  const server = `${databaseHost(database)}:${String(postgresPort)}`;
  return [
    { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: password.name, key: password.key } } },
    {
      name: variable,
      value: `postgres://${owner}:$(DATABASE_PASSWORD)@${server}/${name}?sslmode=require`,
    },
  ];
}
