import { ApiObject, App, Chart } from 'cdk8s';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isKubernetesObject, type Artifact, type KubernetesObject } from '../lib/artifact';
import type { Manifest } from '../lib/artifact/cdk8s';

/** The floor: JSON of the same documents and one write for each output file, into folders that are there. */
export function writeJson(artifacts: readonly Artifact[], folder: string): void {
  for (const { path, body } of artifacts) {
    if (body.format !== 'yaml') continue;
    writeFileSync(join(folder, path), body.documents.map((document) => JSON.stringify(document)).join('\n'));
  }
}

/** Makes the folders of the files, outside of what is measured: the floor has none of the costs of a writer. */
export function makeFolders(artifacts: readonly Artifact[], folder: string): void {
  for (const path of new Set(artifacts.map((artifact) => dirname(artifact.path)))) {
    mkdirSync(join(folder, path), { recursive: true });
  }
}

function objectsOf({ body }: Artifact): readonly KubernetesObject[] {
  return body.format === 'yaml' ? body.documents.filter(isKubernetesObject) : [];
}

/** A cdk8s app as its users have it: a chart for each file, an ApiObject for each object. */
export function cdk8sApp(artifacts: readonly Artifact[], outdir: string): App {
  const app = new App({ outdir });
  for (const artifact of artifacts) {
    const objects = objectsOf(artifact);
    if (objects.length === 0) continue;
    const chart = new Chart(app, artifact.path.replaceAll('/', '.'));
    for (const [index, object] of objects.entries()) new ApiObject(chart, `${object.kind}-${String(index)}`, object);
  }
  return app;
}

/** The same objects as `Manifest` or as cdk8s's own `ApiObject`, to compare how fast they give their data. */
export function apiObjects(artifacts: readonly Artifact[], kind: typeof Manifest | typeof ApiObject): ApiObject[] {
  const chart = new Chart(new App(), 'chart');
  return artifacts
    .flatMap(objectsOf)
    .map((object, index) => new kind(chart, `${object.kind}-${String(index)}`, object));
}
