import { describe, expect, it } from 'vitest';
import * as talos from '../../../lib/talos';
import { contractOf, documentsFor, type PatchDocument } from '../../../lib/talos';
import { documentKinds } from '../../../lib/talos/documents/registry';
import { formatProblem } from '../../../lib/cluster';
import { emitDocuments } from '../../../lib/yaml';
import { samples } from './samples';
import type { Choices } from './samples/sample';

/** Says what is often said, and the first of what can be said. */
const usual: Choices = {
  below: () => 0,
  chance: (probability) => probability >= 0.5,
  pick: ([first]) => first!,
  maybe: (value, probability = 0.5) => (probability >= 0.5 ? value() : undefined),
};

function documentsOf(name: string): readonly PatchDocument[] {
  return [samples[name]!({ random: usual, certificate: 'certificate\n' })].flat();
}

/** What every constructor makes of its usual options under a contract, or why it cannot. */
function goldenText(contract: string): string {
  return Object.keys(samples)
    .sort()
    .map((name) => {
      const { documents, problems } = documentsFor({ contract: contractOf(`v${contract}.0`) }, documentsOf(name));
      const refused = problems.map((problem) => `# ${formatProblem(problem)}\n`).join('');
      return `# ${name}\n${refused}${documents.length > 0 ? emitDocuments(documents) : ''}`;
    })
    .join('---\n');
}

describe('the constructors', () => {
  it.each(['1.11', '1.13', '1.14'])('write the documents of contract %s', async (contract) => {
    await expect(goldenText(contract)).toMatchFileSnapshot(`../../golden/talos/documents-${contract}.yaml`);
  });

  it('are exported, each with a sample', () => {
    for (const name of Object.keys(samples)) expect(Object.keys(talos)).toContain(name);
  });

  it('make every kind of the registry, which has each once', () => {
    const made = new Set(Object.keys(samples).flatMap((name) => documentsOf(name).map(({ kind }) => kind)));
    const kinds = documentKinds.map(({ kind }) => kind);
    expect(kinds.filter((kind) => !made.has(kind))).toEqual([]);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('make plain data: nothing is lost when it is written as JSON', () => {
    for (const name of Object.keys(samples)) {
      const documents = documentsOf(name);
      expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
    }
  });
});
