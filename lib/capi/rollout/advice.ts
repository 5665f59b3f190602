import type { ProviderVersions } from './control-plane-provider';
import { isTalosAlone } from './reason';
import type { ControlPlaneRollout, Rollout, WorkerRollout } from './rollout';

/** What to think of before a control plane is changed; lower case, no full stop. */
export function controlPlaneAdvice(
  rollout: Omit<ControlPlaneRollout, 'advice'>,
  { running, wanted }: ProviderVersions,
): readonly string[] {
  const { threats, outcome, etcd, replaced } = rollout;
  const fixes = threats.flatMap(({ fixedIn }) => fixedIn ?? []);
  const [newest] = fixes.slice(-1);
  return [
    ...common(rollout),
    ...(newest === undefined
      ? []
      : [
          running === undefined
            ? `use the control plane provider ${newest} or newer: the trees name no version, and older ones deadlock`
            : wanted !== undefined && wanted !== running
              ? `bring the control plane provider from ${running} to ${wanted} in a change of its own first`
              : `bring the control plane provider from ${running} to ${newest} or newer first`,
        ]),
    ...threats
      .filter(({ fixedIn }) => fixedIn === undefined)
      .map(
        ({ issue, wayOut }) =>
          `begin only with every etcd member healthy; otherwise ${wayOut} (issue ${String(issue)})`,
      ),
    ...(replaced > 0 && outcome === 'stuck' && newest === undefined
      ? ['the update does not end by itself; change maxSurge, or use OnDelete']
      : []),
    ...(etcd.weakSteps.length > 0
      ? ['at some steps one failed member stops etcd; take a snapshot of etcd before']
      : []),
  ];
}

/** What to think of before a worker pool is changed; lower case, no full stop. */
export function workerAdvice(rollout: Omit<WorkerRollout, 'advice'>): readonly string[] {
  return common(rollout);
}

function common({ reasons, strategy, outdated, replaced, kind }: Omit<Rollout, 'advice'>): string[] {
  return [
    ...(replaced > 0 && isTalosAlone(reasons)
      ? ['only Talos changes: tuppr or talosctl upgrade does it in place, with OnDelete so that no machine is replaced']
      : []),
    ...(replaced > 0 && reasons.some(({ what }) => what === 'talos-patch-bytes') && reasons.length === 1
      ? ['the Talos patches say what they said before, in other bytes: keep the old text, and no machine is replaced']
      : []),
    ...(strategy.type === 'OnDelete' && outdated > 0
      ? [
          `nothing is replaced by itself (OnDelete): delete the ${String(outdated)} Machines of the ${kind} one after the other, each when the last is ready`,
        ]
      : []),
  ];
}
