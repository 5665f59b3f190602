import { chainOf } from '../cluster';
import type { Bearer, BootstrapMember } from './closure';

/** A member of the bootstrap set in words. */
export interface ClosureRow {
  readonly what: string;
  readonly by: string;
  readonly why: string;
}

const bearers: Readonly<Record<Bearer, string>> = {
  hand: 'by hand',
  'cluster-api': 'by Cluster API',
  engine: 'by the engine, from an encrypted file',
};

export function closureRows(members: readonly BootstrapMember[]): readonly ClosureRow[] {
  return members.map((member) => ({
    what: whatOf(member),
    by: bearers[member.by],
    why: chainOf(member.why).join(' → '),
  }));
}

function whatOf(member: BootstrapMember): string {
  switch (member.kind) {
    case 'secret':
      return `Secret ${member.id}`;
    case 'engine':
      return `engine ${member.id}`;
    case 'component': {
      const { chart, manifests } = member.component.component;
      if (chart !== undefined) return `component ${member.id} (chart ${chart.name} ${chart.version})`;
      return manifests === undefined ? `component ${member.id}` : `component ${member.id} (${manifests.tag})`;
    }
  }
}

/** The bootstrap set for people: a member a line, in the order in which it is brought, with the chain that put it there. */
export function closureReport(cluster: string, members: readonly BootstrapMember[]): string {
  const lines = closureRows(members).map(
    ({ what, by, why }, index) =>
      `  ${String(index + 1).padStart(String(members.length).length)}. ${what}, ${by}\n       ${why}`,
  );
  return [`${cluster}: ${String(members.length)} to bring before the cluster sustains itself`, ...lines, ''].join('\n');
}

/** The bootstrap set for programs. */
export function closureDocument(members: readonly BootstrapMember[]) {
  return members.map(({ kind, id, by, why }) => ({ kind, id, by, chain: [...chainOf(why)] }));
}
