// What synthesis costs, as ratios of medians in one run: `npm run bench [-- --clusters 100 --rounds 5]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiObject } from 'cdk8s';
import type { Artifact } from '../lib/artifact';
import { Manifest } from '../lib/artifact/cdk8s';
import { emitBody, prepare, writeTree } from '../lib/synth';
import { fleet, objectsPerCluster } from './fleet';
import { apiObjects, cdk8sApp, makeFolders, writeJson } from './peers';
import { measure, type Case } from './rounds';

/** Clusters that cdk8s gets: all of them take minutes. */
const SLICE = 5;

const { values } = parseArgs({
  options: { clusters: { type: 'string', default: '100' }, rounds: { type: 'string', default: '5' } },
});
const clusters = Number(values.clusters);
const artifacts = fleet(clusters);
const root = mkdtempSync(join(tmpdir(), 'plinth-bench-'));

function emptied(name: string): string {
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

function synth(directory: string, given: readonly Artifact[]): boolean {
  return writeTree({ directory, tree: prepare(given), owners: 'all' }).written;
}

/** The fleet with one label more on one object; another one each time. */
let turn = 0;
function oneChanged(): Artifact[] {
  turn++;
  return artifacts.map((artifact, index) => {
    if (index !== 7 || artifact.body.format !== 'yaml') return artifact;
    const [first = {}, ...rest] = artifact.body.documents;
    return { ...artifact, body: { format: 'yaml', documents: [{ ...first, turn }, ...rest] } };
  });
}

const slice = Math.min(SLICE, clusters);
const sliced = fleet(slice);

const cases: Case[] = [
  {
    name: 'floor: JSON and one write per file',
    prepare: () => {
      const folder = emptied('floor');
      makeFolders(artifacts, folder);
      return () => {
        writeJson(artifacts, folder);
      };
    },
  },
  {
    name: 'emission alone, nothing written',
    prepare: () => () => {
      for (const { body } of artifacts) emitBody(body);
    },
  },
  { name: 'passes, emission and guards', prepare: () => () => void prepare(artifacts) },
  {
    name: 'cold synth: empty folder',
    prepare: () => {
      const folder = emptied('cold');
      return () => void synth(folder, artifacts);
    },
  },
  {
    name: 'warm synth: nothing changed',
    prepare: () => {
      synth(join(root, 'warm'), artifacts);
      return () => {
        if (synth(join(root, 'warm'), artifacts)) throw new Error('the warm synth wrote something');
      };
    },
  },
  {
    name: 'one object changed',
    prepare: () => {
      const changed = oneChanged();
      return () => void synth(join(root, 'warm'), changed);
    },
  },
  {
    name: `cdk8s app.synth (${String(slice)} apps of a cluster each, scaled)`,
    scale: clusters / slice,
    prepare: () => {
      const apps = Array.from({ length: slice }, (_, i) => {
        const owner = sliced.filter((artifact) => artifact.owner === `prod/edge-${String(i)}`);
        return cdk8sApp(owner, emptied(`cdk8s-${String(i)}`));
      });
      return () => {
        for (const app of apps) app.synth();
      };
    },
  },
  ...[Manifest, ApiObject].map((kind): Case => ({
    name: `${kind.name}.toJson (of ${String(slice)} clusters, scaled)`,
    scale: clusters / slice,
    prepare: () => {
      const objects = apiObjects(sliced, kind);
      return () => {
        for (const object of objects) object.toJson();
      };
    },
  })),
];

try {
  const medians = measure(cases, Number(values.rounds));
  const [floor = NaN] = medians.values();
  const count = clusters * objectsPerCluster;
  process.stdout.write(
    `${String(clusters)} clusters, ${String(count)} objects in ${String(artifacts.length)} files; medians of ${values.rounds} rounds, node ${process.version}\n\n`,
  );
  for (const [name, median] of medians) {
    process.stdout.write(
      `${name.padEnd(58)}${(median / floor).toFixed(2).padStart(8)} x${median.toFixed(0).padStart(8)} ms\n`,
    );
  }
  process.stdout.write(
    '\nx: times the floor. cdk8s gets an app per cluster, since one app of all grows faster than its objects.\n',
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
