import { posix } from 'node:path';
import { isTerraformPath, isYamlPath, readContent } from '../file-documents';
import { isPlainObject } from '../plain-object';
import type { Tree } from '../tree';

/**
 * What a file is to the validation:
 *
 * - `manifests`: YAML or JSON whose Kubernetes objects are checked;
 * - `template`: a Helm template with expressions, which is no YAML until Helm has rendered it;
 * - `patch`: part of an object, which Kustomize completes;
 * - `other`: Terraform, Helm's and Kustomize's own files, text.
 */
export type FileRole = 'manifests' | 'template' | 'patch' | 'other';

/** The role of each file of a tree. */
export function fileRoles(tree: Tree): (path: string) => FileRole {
  const charts = [...tree.keys()]
    .filter((path) => posix.basename(path) === 'Chart.yaml')
    .map((path) => posix.dirname(path));
  const chartFolders = new Set(charts);
  const patches = kustomizePatches(tree);
  return (path) => {
    if (isTerraformPath(path) || KUSTOMIZATION.has(posix.basename(path))) return 'other';
    const chart = nearestChart(path, chartFolders);
    const inChart = chart === undefined ? undefined : posix.relative(chart, path);
    if (inChart?.startsWith('templates/') === true && tree.get(path)?.includes('{{') === true) return 'template';
    if (inChart !== undefined && OF_CHART.test(inChart)) return 'other';
    if (patches.has(path)) return 'patch';
    return isYamlPath(path) || path.endsWith('.json') ? 'manifests' : 'other';
  };
}

/** Helm's own files in the folder of a chart. */
const OF_CHART = /^(?:Chart\.ya?ml|Chart\.lock|values[^/]*\.ya?ml|values\.schema\.json)$/;
const KUSTOMIZATION = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

function nearestChart(path: string, charts: ReadonlySet<string>): string | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (charts.has(folder)) return folder;
    if (folder === posix.dirname(folder)) return undefined;
  }
}

/** The files that Kustomize files name as patches. */
function kustomizePatches(tree: Tree): ReadonlySet<string> {
  const files = [...tree].filter(([path]) => KUSTOMIZATION.has(posix.basename(path)));
  return new Set(
    files.flatMap(([path, text]) => {
      // `Kustomization` has no extension, and is YAML all the same
      const content = readContent('kustomization.yaml', text);
      const documents = content.format === 'yaml' ? content.documents : [];
      return documents.flatMap(patchPaths).map((patch) => posix.join(posix.dirname(path), patch));
    }),
  );
}

function patchPaths(kustomization: unknown): string[] {
  if (!isPlainObject(kustomization)) return [];
  const { patches, patchesStrategicMerge, patchesJson6902 } = kustomization;
  const named = [patches, patchesJson6902].flatMap((list) => (Array.isArray(list) ? list.filter(isPlainObject) : []));
  const merges: readonly unknown[] = Array.isArray(patchesStrategicMerge) ? patchesStrategicMerge : [];
  return [...named.map((patch) => patch.path), ...merges].filter((path) => typeof path === 'string');
}
