import type { Artifact } from '../../lib/artifact';
import type { JsonObject } from '../../lib/cluster';
import { emitValue } from '../../lib/yaml';
import { prepare, SynthesisError, type Finding, type PreparedTree } from '../../lib/synth';

export const OWNER = 'test/edge';

export function yaml(path: string, ...documents: JsonObject[]): Artifact {
  return { path, owner: OWNER, body: { format: 'yaml', documents } };
}

export function text(path: string, content: string, owner = OWNER): Artifact {
  return { path, owner, body: { format: 'text', text: content } };
}

export function configMap(name: string, data: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' }, data };
}

export function secret(stringData: JsonObject, more: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'default' }, stringData, ...more };
}

/** YAML text of documents, as it stands inside another document. */
export function nested(...documents: JsonObject[]): string {
  return documents.map((document) => emitValue(document)).join('---\n');
}

/** A tree of text files, by owner: built past the guards, which are tested on their own. */
export function tree(owners: Record<string, Record<string, string>>): PreparedTree {
  return {
    owners: new Map(
      Object.entries(owners).map(([owner, files]) => [
        owner,
        { files: new Map(Object.entries(files)), resources: 0, inputs: new Map() },
      ]),
    ),
    kept: new Map(),
  };
}

/** What `prepare` finds, as `<artifact>: <field>: <what>`. */
export function findingsOf(...artifacts: Artifact[]): string[] {
  try {
    prepare(artifacts);
    return [];
  } catch (error) {
    if (!(error instanceof SynthesisError)) throw error;
    return error.findings.map(({ path, what }: Finding) => `${path}: ${what}`);
  }
}
