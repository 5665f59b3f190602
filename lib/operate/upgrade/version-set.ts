import { providerNames, type Cluster, type ProviderName } from '../../cluster';

/** What an upgrade can bring to another version. */
export type UpgradeComponent = 'kubernetes' | 'talos' | ProviderName;

/** Every component that an upgrade can name, in the order in which a plan tries them: providers carry what comes after. */
export const upgradeComponents: readonly UpgradeComponent[] = [...providerNames, 'talos', 'kubernetes'];

/** The versions of a cluster at one moment; a provider that it does not use is absent. */
export type VersionSet = Readonly<
  Record<'kubernetes' | 'talos', string> & Partial<Record<ProviderName, string | undefined>>
>;

/** What a plan reads of a cluster. */
export type UpgradeSubject = Pick<Cluster, 'id' | 'versions' | 'machines' | 'pools'>;

/** The versions that a definition gives: of the machines and, where Cluster API makes them, of its providers. */
export function versionsOf({ versions, machines }: UpgradeSubject): VersionSet {
  const providers = Object.entries(managementOf(machines)).filter(
    (entry): entry is [ProviderName, string] => isProvider(entry[0]) && typeof entry[1] === 'string',
  );
  return { ...Object.fromEntries(providers), kubernetes: versions.kubernetes, talos: versions.talos };
}

/** Whether Cluster API makes the machines, so that a changed version replaces them. */
export function isReplaced({ machines }: Pick<UpgradeSubject, 'machines'>): boolean {
  return Object.keys(managementOf(machines)).length > 0;
}

function managementOf(machines: UpgradeSubject['machines']): object {
  const { managedBy } = machines as { readonly managedBy?: object | undefined };
  return managedBy ?? {};
}

function isProvider(name: string): name is ProviderName {
  return (providerNames as readonly string[]).includes(name);
}
