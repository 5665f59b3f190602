import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartArchive } from '../../test/support/chart';
import type { TestProject } from '../../test/support/project';
import { randomChart } from '../../test/support/random-chart';
import type { Tally } from '../tally';
import type { ChartServer } from './chart-server';
import { judgeMinor, Machine, type Outcome } from './machine';
import { chartProject, type ProjectLayout } from './project';

const lockFile = 'charts.lock.yaml';

/** `plinth synth` with charts in the cache, without any, and never with a download. */
export async function synthesis(folder: string, server: ChartServer, tally: Tally): Promise<void> {
  server.publish('drawn', chartArchive('drawn', randomChart));
  const chart = { name: 'drawn', version: '1.2.3', repository: server.repository };
  const projects: TestProject[] = [];
  const project = (layout: ProjectLayout = 'appOfApps', charts = [chart]): TestProject => {
    const made = chartProject(charts, layout);
    projects.push(made);
    return made;
  };
  const says = (name: string, { code, text }: Outcome, expected: number, ...parts: string[]): void => {
    const held = code === expected && parts.every((part) => text.includes(part));
    tally.check(name, held, () => `exit ${String(code)}: ${text}`);
  };
  const machine = (name: string): Machine => new Machine(folder, name, server.certificate);
  /** Runs while nobody may be asked. */
  const offline = async (run: () => Promise<void>): Promise<void> => {
    const asked = server.requests.length;
    await run();
    tally.check('nothing is downloaded', server.requests.length === asked, () => server.requests.slice(asked).join());
  };
  try {
    const mine = project();
    const first = machine('first');
    await offline(async () => {
      const unpinned = await first.plinth(mine, 'synth');
      says(
        'an unpinned chart is refused',
        unpinned,
        1,
        'nothing was written',
        `not pinned in ${lockFile}`,
        'run plinth fetch',
      );
      tally.check('and nothing is written', !mine.exists('gitops'), () => '');
    });
    says('fetch', await first.plinth(mine, 'fetch'), 0);
    const second = machine('second');
    await offline(async () => {
      says('a missing chart is refused', await second.plinth(mine, 'synth'), 1, 'not in the cache', 'run plinth fetch');
      tally.check('and nothing is written', !mine.exists('gitops'), () => '');
    });
    says('fetch elsewhere', await second.plinth(mine, 'fetch', '--locked'), 0);
    await offline(async () => {
      says('synth', await first.plinth(mine, 'synth'), 0, 'wrote gitops');
      const written = [...mine.tree('gitops')];
      says('synth on another machine changes nothing', await second.plinth(mine, 'synth'), 0, 'no change in gitops');
      says('nor once more', await first.plinth(mine, 'synth'), 0, 'no change in gitops');
      tally.check('the same bytes', [...mine.tree('gitops')].join() === written.join(), () => written.join());
      says('diff has none', await second.plinth(mine, 'diff'), 0);
    });
    checkTree(mine, 'clusters/test/edge/in-cluster/base/apps/drawn', tally);
    await otherHelm(mine, first, says);
    await secretInChart(project, server, first, says);

    const set = project('applicationSet');
    says('fetch for folders', await first.plinth(set, 'fetch'), 0);
    says('synth of folders', await first.plinth(set, 'synth'), 0);
    checkTree(set, 'clusters/test/edge/argocd/applications/drawn-system/drawn', tally);

    const flux = project('fluxComponents');
    says('fetch for Flux', await first.plinth(flux, 'fetch'), 0);
    says('synth for Flux', await first.plinth(flux, 'synth'), 0);
    checkFlux(flux, tally);
  } finally {
    for (const made of projects) made.remove();
  }
}

type Says = (name: string, outcome: Outcome, expected: number, ...parts: string[]) => void;

/** A folder of plain manifests, which Argo CD takes for nothing else. */
function checkTree(project: TestProject, directory: string, tally: Tally): void {
  const tree = [...project.tree('gitops').keys()].filter((path) => path.startsWith(`${directory}/`));
  tally.check('one file of manifests', tree.join() === `${directory}/rendered.yaml`, () =>
    [...project.tree('gitops').keys()].join('\n'),
  );
  const text = project.exists(`gitops/${directory}/rendered.yaml`)
    ? project.read(`gitops/${directory}/rendered.yaml`)
    : '';
  tally.check('its objects', text.match(/^kind: ConfigMap$/gm)?.length === 2, () => text);
  const apps = [...project.tree('gitops')]
    .filter(([path]) => path.endsWith('apps.yaml'))
    .map(([, content]) => content)
    .join('\n');
  tally.check('no release in its Application', !apps.includes('releaseName: drawn'), () => apps);
}

async function otherHelm(project: TestProject, machine: Machine, says: Says): Promise<void> {
  const lock = project.read(lockFile);
  project.write(lockFile, lock.replace(`helm: ${judgeMinor}`, 'helm: v3.19'));
  says('another helm is refused', await machine.plinth(project, 'synth'), 1, 'another helm than the v3.19', judgeMinor);
  project.write(lockFile, `<<<<<<< ours\n${lock}`);
  says('a half-merged lock is refused', await machine.plinth(project, 'synth'), 1, lockFile, 'end the merge');
  project.write(lockFile, lock);
  const without = Object.assign(Object.create(machine) as Machine, {
    env: { ...machine.env, PATH: await emptyFolder(machine) },
  });
  says('no helm at all is refused', await without.plinth(project, 'synth'), 1, 'no helm on PATH');
}

function emptyFolder(machine: Machine): Promise<string> {
  const folder = join(machine.cache, '..', 'empty');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keep'), '');
  return Promise.resolve(folder);
}

/** What a chart draws is in the tree: no place for a password. */
async function secretInChart(
  project: (layout: 'appOfApps', charts: { name: string; version: string; repository: string }[]) => TestProject,
  server: ChartServer,
  machine: Machine,
  says: Says,
): Promise<void> {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  password: {{ randAlphaNum 20 }}\n';
  const certificates =
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  ca: {{ (genCA "x" 9).Cert | quote }}\n';
  server.publish('secretive', chartArchive('secretive', { 'templates/s.yaml': secret }));
  server.publish('certified', chartArchive('certified', { 'templates/c.yaml': certificates }));
  const at = (name: string) => ({ name, version: '1.2.3', repository: server.repository });
  const drawn = project('appOfApps', [at('secretive')]);
  says('fetch a chart with a Secret', await machine.plinth(drawn, 'fetch'), 0);
  says(
    'a drawn password is refused',
    await machine.plinth(drawn, 'synth'),
    1,
    'stringData.password: a Secret in plaintext',
  );
  const signed = project('appOfApps', [at('certified')]);
  says('fetch a chart with a certificate', await machine.plinth(signed, 'fetch'), 0);
  says(
    'a made certificate is refused',
    await machine.plinth(signed, 'synth'),
    1,
    'two renderings differ in ConfigMap c data.ca',
    'genCA (templates/c.yaml:6)',
  );
}

/** What Flux reads: the manifests, listed for Kustomize, and no HelmRelease beside them. */
function checkFlux(project: TestProject, tally: Tally): void {
  const paths = [...project.tree('gitops').keys()];
  const rendered = paths.find((path) => path.endsWith('/rendered.yaml')) ?? '';
  tally.check('Flux: one file of manifests', rendered !== '', () => paths.join('\n'));
  const list = rendered.replace(/rendered\.yaml$/, 'kustomization.yaml');
  tally.check(
    'Flux: the list names it',
    paths.includes(list) && project.read(`gitops/${list}`).includes('- rendered.yaml'),
    () => list,
  );
  tally.check('Flux: no release', !paths.some((path) => path.endsWith('helmrelease.yaml')), () => paths.join('\n'));
}
