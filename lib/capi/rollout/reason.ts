import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../artifact';
import { listAt, memberAt, textAt } from '../member';
import { referenceAt, sameReference, tryResolve } from '../reference';
import { changedMembers, imageMembers } from './template';
import { documentsOf, type TreeFiles } from '../tree-objects';

/** A field whose change replaces machines. */
export interface RolloutReason {
  /** Path of the field, e.g. `spec.version`. */
  readonly field: string;
  /**
   * - `kubernetes-version`;
   * - `machine-template`: another template, `members` says in what;
   * - `talos-patches`: patches whose content differs;
   * - `talos-patch-bytes`: patches that differ in their text alone;
   * - `talos-config`: other members of the Talos configuration, such as `talosVersion`;
   * - `bootstrap-template`, `failure-domain`: of workers;
   * - `rollout-after`: a time after which every machine made before it is replaced.
   */
  readonly what:
    | 'kubernetes-version'
    | 'machine-template'
    | 'talos-patches'
    | 'talos-patch-bytes'
    | 'talos-config'
    | 'bootstrap-template'
    | 'failure-domain'
    | 'rollout-after';
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Members of the machine template, or of the Talos configuration, that differ. */
  readonly members?: readonly string[];
}

/** One object in two trees. */
export interface ObjectPair {
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  readonly beforeFiles: TreeFiles;
  readonly afterFiles: TreeFiles;
}

/**
 * Why a TalosControlPlane replaces its machines; empty where it does not. Source: `MachinesNeedingRollout` of v0.5.13:
 * version, name and kind of the machine template, and every byte of the Talos configuration.
 */
export function controlPlaneReasons(pair: ObjectPair): readonly RolloutReason[] {
  const config = ['spec', 'controlPlaneConfig', 'controlplane'];
  return [
    ...versionReason(pair, ['spec', 'version']),
    ...templateReason(pair, ['spec', 'infrastructureTemplate'], 'machine-template'),
    ...configReasons(pair, config),
  ];
}

/**
 * Why a MachineDeployment replaces its machines; empty where it does not. Labels, annotations, timeouts, taints and
 * readiness reach machines in place. Source: Cluster API, `MachineTemplateUpToDate` and `FindNewAndOldMachineSets`.
 */
export function deploymentReasons(pair: ObjectPair): readonly RolloutReason[] {
  const machine = ['spec', 'template', 'spec'];
  return [
    ...versionReason(pair, [...machine, 'version']),
    ...templateReason(pair, [...machine, 'infrastructureRef'], 'machine-template'),
    ...templateReason(pair, [...machine, 'bootstrap', 'configRef'], 'bootstrap-template'),
    ...textReason(pair, [...machine, 'bootstrap', 'dataSecretName'], 'bootstrap-template'),
    ...textReason(pair, [...machine, 'failureDomain'], 'failure-domain'),
    ...textReason(pair, ['spec', 'rolloutAfter'], 'rollout-after'),
    ...textReason(pair, ['spec', 'rollout', 'after'], 'rollout-after'),
  ];
}

function versionReason(pair: ObjectPair, path: readonly string[]): RolloutReason[] {
  return textReason(pair, path, 'kubernetes-version');
}

function textReason(
  { before, after }: ObjectPair,
  path: readonly string[],
  what: RolloutReason['what'],
): RolloutReason[] {
  const [old, now] = [textAt(before, ...path), textAt(after, ...path)];
  return old === now ? [] : [{ field: path.join('.'), what, before: old, after: now }];
}

function templateReason(
  { before, after, beforeFiles, afterFiles }: ObjectPair,
  path: readonly string[],
  what: 'machine-template' | 'bootstrap-template',
): RolloutReason[] {
  const [old, now] = [referenceAt(before, ...path), referenceAt(after, ...path)];
  if (sameReference(old, now)) return [];
  const { namespace } = after.metadata;
  const [from, to] = [old && tryResolve(beforeFiles, old, namespace), now && tryResolve(afterFiles, now, namespace)];
  const members = from === undefined || to === undefined ? [] : changedMembers(from.object, to.object);
  return [{ field: path.join('.'), what, before: old?.name, after: now?.name, members }];
}

const PATCHES = 'strategicPatches';

function configReasons({ before, after }: ObjectPair, path: readonly string[]): RolloutReason[] {
  const field = path.join('.');
  const [old, now] = [memberAt(before, ...path), memberAt(after, ...path)];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  const members = [...names].filter((name) => !isDeepStrictEqual(memberAt(old, name), memberAt(now, name))).sort();
  const others = members.filter((name) => name !== PATCHES);
  const [oldPatches, newPatches] = [listAt(old, PATCHES), listAt(now, PATCHES)];
  const patches: RolloutReason[] = !members.includes(PATCHES)
    ? []
    : [
        {
          field: `${field}.${PATCHES}`,
          what: sameContent(oldPatches, newPatches) ? 'talos-patch-bytes' : 'talos-patches',
        },
      ];
  return [
    ...patches,
    ...others.map((name): RolloutReason => ({ field: `${field}.${name}`, what: 'talos-config', members: [name] })),
  ];
}

/** Whether two lists of patches say the same in other bytes. */
function sameContent(before: readonly unknown[], after: readonly unknown[]): boolean {
  const [old, now] = [before, after].map((patches) => patches.map((patch) => documentsOf(String(patch))));
  return isDeepStrictEqual(old, now);
}

/** Whether machines are replaced for the sake of another Talos alone, which Talos could change without. */
export function isTalosAlone(reasons: readonly RolloutReason[]): boolean {
  return (
    reasons.length > 0 &&
    reasons.every(
      ({ what, members = [] }) =>
        (what === 'machine-template' && members.length > 0 && members.every((name) => imageMembers.includes(name))) ||
        (what === 'talos-config' && members.every((name) => name === 'talosVersion')),
    )
  );
}
