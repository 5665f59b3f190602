export { Cidr, Ip } from './address';
export type { Cluster, ClusterDefinition } from './cluster';
export { check, defineCluster } from './define';
export { Duration } from './duration';
export {
  clusterApi,
  hetzner,
  hetznerArchitecture,
  hetznerLocations,
  type ClusterApi,
  type Hetzner,
  type HetznerOptions,
  type HetznerPool,
} from './infrastructure/hetzner';
export { vsphere, type Vsphere, type VsphereOptions, type VspherePool } from './infrastructure/vsphere';
export type { Infrastructure } from './infrastructure';
export type { Json, JsonObject } from './json';
export { nearest } from './nearest';
export { machineName, talosImageName, talosTemplateName } from './names';
export type { Component, HelmChart } from './ports/component';
export { appOfApps, applicationSet, argoCd, sops, type ArgoCd, type Engine, type Repository } from './ports/engine';
export type { Machine, MachinePool, MachineRole } from './ports/infrastructure';
export { addons, stage, type Carrier, type Stage } from './ports/stage';
export { apiPorts, kubePrism, talos, type NodeSystem, type Talos } from './ports/system';
export type { ClusterFacts } from './facts';
export type { Network } from './network';
export { DefinitionError, formatProblem, listProblems, type Problem } from './problem';
export { defineProject, type Project } from './project';
export { isManaged, platformProvides, type ManagedCluster } from './queries';
export { secret, type SecretRef } from './secret';
export { secretReaders } from './secret-readers';
export { GiB, MiB, Size } from './size';
export { treePaths, type TreePaths } from './tree-paths';
export { compareMinor, minorOf } from './version';
export { talosSupport } from './version-matrix';
