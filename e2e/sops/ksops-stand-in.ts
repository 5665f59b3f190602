import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { emitDocuments, parseDocuments } from '../../lib/yaml';

// What kustomize-sops does with `files`, by the real sops, for Kustomize to run: the module proxy has no version of it.
// usage: ksops-stand-in.ts <sops> < ResourceList
const [, , sops = 'sops'] = process.argv;
const [list] = parseDocuments(readFileSync(0, 'utf8')) as { functionConfig: { files: string[] } }[];
const items = (list?.functionConfig.files ?? []).flatMap((file) =>
  parseDocuments(execFileSync(sops, ['decrypt', file], { encoding: 'utf8' })),
);
process.stdout.write(emitDocuments([{ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items }]));
