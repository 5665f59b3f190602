import { spawnSync } from 'node:child_process';
import type { HelmChart } from '../../lib/cluster';
import { repository, testProject, type TestProject } from '../../test/support/project';

/** Layouts of the two engines, by the functions that choose them. */
export type ProjectLayout = 'appOfApps' | 'applicationSet' | 'fluxComponents';

/** A project of one cluster whose components are delivered as the manifests of these charts. */
export function chartProject(charts: readonly HelmChart[], layout: ProjectLayout = 'appOfApps'): TestProject {
  const components = charts.map(
    (chart) =>
      `component('${chart.name}', { chart: ${JSON.stringify(chart)}, rendered: true, values: () => ({ told: 'yes' }) })`,
  );
  const [engine, version] = layout === 'fluxComponents' ? ['flux', 'v2.9.4'] : ['argoCd', 'v3.2.6'];
  const project = testProject({
    'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
    'cluster.ts': `
import { ${engine}, ${layout}, defineCluster, sops, stage } from '${repository}/lib/cluster';
import { component, definition } from '${repository}/test/support/definition';
const repository = { url: 'https://git.example.com/platform.git' };
const gitops = ${engine}({ version: '${version}', repository, layout: ${layout}(), secrets: sops({ recipients: ['ops'] }) });
export default defineCluster({ ...definition(), gitops, platform: [stage('base', ${components.join(', ')})] });
`,
  });
  spawnSync('git', ['init', '--quiet'], { cwd: project.folder });
  project.link('node_modules', `${repository}/node_modules`);
  return project;
}
