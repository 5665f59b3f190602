import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Files below `/sys` by dotted path, e.g. `{ 'devices.system.cpu.cpu0.cpufreq.scaling_governor': 'performance' }` (`SysfsConfig`). */
export function sysfs(params: Readonly<Record<string, string>>): PatchDocument {
  return typedDocument('SysfsConfig', { params });
}

export const sysfsKind: DocumentKind = {
  kind: 'SysfsConfig',
  since: '1.14',
  older: { rewrite: ({ params }) => [{ machine: { sysfs: params } }] },
};
