import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberAt, textAt } from '../../lib/capi';
import { parseDocuments } from '../../lib/yaml';
import { newProviders } from '../../test/support/clusters-capi-pools';

/** Providers whose own definitions are read for labels. CABPT 0.6.12 and CACPPT 0.5.13 put none on theirs; that CAPH puts none is assumed. */
const providers = [
  `sigs.k8s.io/cluster-api-addon-provider-helm@${newProviders.helm}`,
  'sigs.k8s.io/cluster-api-ipam-provider-in-cluster@v1.1.0',
  'sigs.k8s.io/cluster-api-provider-vsphere@v1.16.1',
];

export type DefinitionLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Labels that the providers put on their definitions, by `<Kind>.<group>`: clusterctl moves kinds by them. */
export function definitionLabels(): DefinitionLabels {
  const documents = providers.flatMap((module) =>
    yamlBelow(join(folderOf(module), 'config'))
      .flatMap(parsed)
      .filter((document) => memberAt(document, 'kind') === 'CustomResourceDefinition'),
  );
  // patches know a definition by its name, and only the definition itself knows its kind
  const kinds = new Map(
    documents.flatMap((document) => {
      const [kind, group] = [textAt(document, 'spec', 'names', 'kind'), textAt(document, 'spec', 'group')];
      return kind === undefined || group === undefined ? [] : [[nameOf(document), `${kind}.${group}`] as const];
    }),
  );
  const labels: Record<string, Record<string, string>> = {};
  for (const document of documents) {
    const kind = kinds.get(nameOf(document));
    if (kind !== undefined) labels[kind] = { ...labels[kind], ...labelsOf(document) };
  }
  return labels;
}

function nameOf(document: unknown): string | undefined {
  return textAt(document, 'metadata', 'name');
}

function labelsOf(document: unknown): Readonly<Record<string, string>> {
  return (memberAt(document, 'metadata', 'labels') ?? {}) as Readonly<Record<string, string>>;
}

function folderOf(module: string): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', module], {
    cwd: join(__dirname, '..', 'tools', 'pivot'),
    encoding: 'utf8',
  });
  return (JSON.parse(answer) as { readonly Dir: string }).Dir;
}

function yamlBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /crd\/.*\.yaml$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Patches may hold variables of a template, which are no YAML for us and of no interest. */
function parsed(text: string): readonly unknown[] {
  return text.includes('CustomResourceDefinition') ? parseDocuments(text) : [];
}
