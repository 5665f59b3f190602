import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KubernetesObject } from '../../lib/artifact';
import { archiveDigest, ChartCache, renderRelease } from '../../lib/helm';
import { readChart } from '../../lib/helm/chart-archive';
import { objectsOf } from '../../lib/helm/manifests';
import { emitDocuments } from '../../lib/yaml';
import type { Tally } from '../tally';
import { helmFolder, judgeMinor } from './machine';

const long = `${'long-'.repeat(30)}name`;

/** A chart of many shapes that draws nothing: names of every length, charts in charts, files that only templates read. */
const files: Readonly<Record<string, string>> = {
  'Chart.yaml':
    'apiVersion: v2\nname: plain\nversion: 1.2.3\ndependencies:\n- {name: inner, version: 0.1.0, condition: inner.enabled}\n',
  'values.yaml': 'inner: {enabled: true, size: 3}\nlist: [a, b]\nmode: 0644\n',
  [`files/${long}.txt`]: 'from a long name',
  [`templates/${'deep/'.repeat(12)}${long.slice(0, 90)}.yaml`]:
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: deep\ndata:\n' +
    `  text: {{ .Files.Get "files/${long}.txt" | quote }}\n  keys: {{ keys (dict "a" 1) | first }}\n  mode: {{ .Values.mode | quote }}\n`,
  'templates/_helpers.tpl': '{{- define "plain.labels" -}}\nnow: "keys"\n{{- end -}}',
  'templates/list.yaml':
    '{{- range .Values.list }}\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: {{ . }}\n  labels: {{- include "plain.labels" $ | nindent 4 }}\n{{- end }}\n',
  'templates/NOTES.txt': 'now {{ .Release.Name }}',
  'crds/x.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: xs.example.com\n',
  'charts/inner/Chart.yaml': 'apiVersion: v2\nname: inner\nversion: 0.1.0\n',
  'charts/inner/templates/cm.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: inner\ndata:\n  size: {{ .Values.size | quote }}\n',
  '.helmignore': 'ignored.txt\n',
  'ignored.txt': 'not packed',
};

/** What `helm package` writes is what we read, and a chart that draws nothing renders as `helm template` alone renders it. */
export async function archivesOfHelm(folder: string, tally: Tally): Promise<void> {
  const source = join(folder, 'plain');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const bin = helmFolder(folder);
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
  execFileSync('helm', ['package', source, '--destination', folder], { env, stdio: 'ignore' });
  const file = join(folder, 'plain-1.2.3.tgz');
  const archive = readFileSync(file);
  const read = readChart(archive);
  const listed = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).trim().split('\n').sort();
  const paths = [...read.files.keys()].map((path) => `plain/${path}`).sort();
  tally.check('every file is read', paths.join() === listed.join(), () => `${paths.join()} is not ${listed.join()}`);
  for (const [path, content] of read.files) {
    const packed = execFileSync('tar', ['-xzOf', file, `plain/${path}`]);
    tally.check(`content of ${path}`, packed.equals(content), () => `${String(content.length)} bytes`);
  }
  const argv = ['template', 'r', file, '--namespace', 'n', '--include-crds', '--kube-version', 'v1.35.0'];
  const alone = objectsOf(execFileSync('helm', argv, { env, encoding: 'utf8' }));
  const ours = await render(archive, folder, env);
  const text = (objects: readonly KubernetesObject[]): string => emitDocuments(objects);
  tally.check('objects', alone.length === 5 && text(alone) === text(ours), () => `${text(alone)} is not ${text(ours)}`);
}

function render(archive: Buffer, folder: string, env: NodeJS.ProcessEnv): Promise<readonly KubernetesObject[]> {
  const chart = { name: 'plain', version: '1.2.3', repository: 'https://charts.example.com' };
  const cache = new ChartCache(join(folder, 'plain-cache'));
  cache.addArchive(archive);
  const lock = { charts: [{ ...chart, digest: archiveDigest(archive) }], helm: judgeMinor, seed: 'ab'.repeat(32) };
  const release = { chart, name: 'r', namespace: 'n', values: {}, kubernetes: 'v1.35.0' };
  return renderRelease(release, 'prod/edge', { lock, cache, env });
}
