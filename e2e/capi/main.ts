import { existsSync } from 'node:fs';
import type { KubernetesObject } from '../../lib/artifact';
import { loadSchemas, validateTree } from '../../lib/review';
import { emitDocuments } from '../../lib/yaml';
import { clusterApiObjects } from '../../test/support/cluster-api-objects';
import { Tally } from '../tally';
import { variants } from './variants';

// Every object of each variant is refused or taken by its schema; unknown fields are refused. A field that no schema knows
// is planted into each kind, so that a schema which refuses nothing is found as well.

function main(): number {
  const [, , folder = ''] = process.argv;
  if (!existsSync(folder)) {
    console.log(`skipped: no CRD schemas in ${folder}`);
    return 0;
  }
  const schemas = loadSchemas(folder);
  const tally = new Tally();
  const without = new Set<string>();
  const kinds = new Set<string>();
  for (const [name, cluster] of variants()) {
    for (const [file, objects] of clusterApiObjects(cluster)) {
      for (const object of objects) {
        const verdict = (text: string) => validateTree(new Map([[file, text]]), schemas);
        const report = verdict(emitDocuments([object]));
        const what = `${name}: ${object.kind}/${object.metadata.name}`;
        tally.check(what, report.refusals.length === 0, () =>
          report.refusals.map(({ path, what: wrong, fix }) => `${path}: ${wrong}; ${fix}`).join('\n'),
        );
        for (const { name: kind } of report.withoutSchema) without.add(kind);
        for (const { name: kind } of report.checked) kinds.add(kind);
        if (report.checked.length === 0) continue;
        const spoiled = verdict(emitDocuments([{ ...object, spec: { ...specOf(object), nobodyKnowsThis: true } }]));
        tally.check(`${what} with an unknown field is refused`, spoiled.refusals.length > 0, () => 'taken');
      }
    }
  }
  console.log(`kinds checked: ${[...kinds].sort().join(', ')}`);
  console.log(`kinds without a schema here: ${[...without].sort().join(', ') || 'none'}`);
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

function specOf({ spec }: KubernetesObject): object {
  return typeof spec === 'object' && spec !== null ? spec : {};
}

process.exitCode = main();
