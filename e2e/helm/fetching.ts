import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { archiveDigest, parseChartLock } from '../../lib/helm';
import { chartArchive } from '../../test/support/chart';
import type { Tally } from '../tally';
import type { ChartServer } from './chart-server';
import { judgeMinor, Machine } from './machine';
import { chartProject } from './project';

const lockFile = 'charts.lock.yaml';

/** `plinth fetch` against a repository and a registry. */
export async function fetching(folder: string, server: ChartServer, tally: Tally): Promise<void> {
  const one = chartArchive('one', { 'templates/c.yaml': '' });
  const two = chartArchive('two', { 'templates/c.yaml': '' });
  server.publish('one', one);
  server.publish('two', two);
  const charts = [
    { name: 'one', version: '1.2.3', repository: server.repository },
    { name: 'two', version: '1.2.3', repository: server.repository },
    { name: 'two', version: '1.2.3', repository: server.registry },
  ];
  const project = chartProject(charts.slice(0, 2));
  const viaRegistry = chartProject([charts[0]!, charts[2]!]);
  const machine = (name: string) => new Machine(folder, name, server.certificate);
  const says = (
    name: string,
    { code, text }: { code: number | null; text: string },
    expected: number,
    ...parts: string[]
  ) => {
    const held = code === expected && parts.every((part) => text.includes(part));
    tally.check(name, held, () => `exit ${String(code)}: ${text}`);
  };
  try {
    const first = machine('first');
    says(
      '--check names what is not pinned',
      await first.plinth(project, 'fetch', '--check'),
      1,
      'one 1.2.3: not pinned',
    );
    says('--locked pins nothing', await first.plinth(project, 'fetch', '--locked'), 1, 'not pinned');
    tally.check('neither asks the server', server.requests.length === 0, () => server.requests.join());
    says(
      'fetch pins',
      await first.plinth(project, 'fetch'),
      0,
      `pinned      ${server.repository}/one 1.2.3  ${archiveDigest(one)}`,
      `wrote ${lockFile}`,
    );
    const lock = parseChartLock(project.read(lockFile));
    tally.check('pins', lock.charts.map(({ digest }) => digest).join() === [one, two].map(archiveDigest).join(), () =>
      project.read(lockFile),
    );
    tally.check('pins helm', lock.helm === judgeMinor, () => lock.helm);
    tally.check('both archives are kept', first.archives().length === 2, () => first.archives().join());
    const asked = server.requests.length;
    says('fetch again keeps', await first.plinth(project, 'fetch'), 0, 'kept', `no change in ${lockFile}`);
    says('--check is content', await first.plinth(project, 'fetch', '--check'), 0, '2 charts pinned');
    tally.check('neither asks the server again', server.requests.length === asked, () =>
      server.requests.slice(asked).join(),
    );

    const ci = machine('ci');
    says('--check names what is not in the cache', await ci.plinth(project, 'fetch', '--check'), 1, 'not in the cache');
    says(
      '--locked downloads',
      await ci.plinth(project, 'fetch', '--locked'),
      0,
      'downloaded',
      `no change in ${lockFile}`,
    );

    says(
      'a registry',
      await machine('oci').plinth(viaRegistry, 'fetch'),
      0,
      `${server.registry}/two 1.2.3  ${archiveDigest(two)}`,
    );
    tally.check(
      'asked for a token',
      server.requests.some((request) => request.startsWith('GET /token')),
      () => server.requests.join('\n'),
    );

    const before = project.read(lockFile);
    server.publish('one', chartArchive('one', { 'templates/c.yaml': '', 'README.md': 'others than before' }));
    const late = machine('late');
    says(
      'other bytes are refused',
      await late.plinth(project, 'fetch'),
      1,
      'other bytes than the pinned',
      archiveDigest(one),
    );
    tally.check('and not kept', late.archives().length === 1, () => late.archives().join());
    tally.check('and not pinned', project.read(lockFile) === before, () => project.read(lockFile));
    says('--update takes them', await late.plinth(project, 'fetch', '--update'), 0, 'changed', `wrote ${lockFile}`);
    tally.check('the seed stays', parseChartLock(project.read(lockFile)).seed === lock.seed, () =>
      project.read(lockFile),
    );

    server.publish('one', chartArchive('other', {}));
    says(
      'another chart is refused',
      await machine('other').plinth(project, 'fetch', '--update'),
      1,
      'another chart than one 1.2.3',
    );
    const gone = chartProject([{ ...charts[0]!, name: 'gone' }]);
    says('a chart that nobody has', await first.plinth(gone, 'fetch'), 1, 'helm pull fails', 'gone');
    tally.check('pins nothing', !gone.exists(lockFile), () => gone.read(lockFile));
    gone.remove();
    says('no chart at all', await first.plinth(chartProject([]), 'fetch'), 0, 'no charts to fetch');
    server.publish('one', one);
    await killed(machine('killed'), project.folder, server, tally);
  } finally {
    project.remove();
    viaRegistry.remove();
  }
}

/** A run that is killed while an archive is on its way leaves no part of it. */
async function killed(machine: Machine, project: string, server: ChartServer, tally: Tally): Promise<void> {
  server.stalls = true;
  const before = server.requests.length;
  const child = machine.start(project, ['fetch', '--update']);
  const isAsked = () => server.requests.slice(before).some((request) => request.endsWith('.tgz'));
  for (let i = 0; i < 300 && !isAsked(); i++) await setTimeout(100);
  tally.check('a download is on its way', isAsked(), () => server.requests.slice(before).join());
  const end = new Promise((resolve) => child.once('close', resolve));
  // the group: helm is a child of its own
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await end;
  server.stalls = false;
  const files = existsSync(machine.cache) ? readdirSync(machine.cache, { recursive: true }) : [];
  tally.check('a killed download leaves nothing', files.length === 0, () => files.join());
  tally.check(
    'nor half a lock',
    parseChartLock(readFileSync(join(project, lockFile), 'utf8')).charts.length === 2,
    () => '',
  );
}
