import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { literal, named } from '../naming';
import { lifecycleOf, type Keeper } from './keeper';
import { DataHttp } from './providers/http/generated/data-http';
import { HttpProvider } from './providers/http/generated/provider';
import { DataKubectlFileDocuments } from './providers/kubectl/generated/data-kubectl-file-documents';
import { Manifest } from './providers/kubectl/generated/manifest';

/** Manifests that a project publishes as one file. */
export type ManifestBundleSource =
  | {
      readonly url: string;
      /** Digest of the file; a release that was replaced is refused. @default - not checked */
      readonly sha256?: string | undefined;
    }
  | { /** Path relative to where Terraform runs, for networks without a way out. */ readonly file: string };

export interface ManifestBundleProps {
  readonly source: ManifestBundleSource;
  readonly keeper: Keeper;
  readonly address: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Keys that the kubectl provider gives namespaces and custom resource definitions. */
const foundation = '^(/api/v1/namespaces/[^/]+|/apis/apiextensions\\.k8s\\.io/.*)$';

/**
 * All objects of a file, those first that others stand on: namespaces and kinds. Each has the address of what it is, not
 * of what it says: a new version changes the kinds in place, where a digest as key would delete them and all objects of
 * them. The provider splits the file as YAML, which a text that holds `---` does not upset.
 */
export function manifestBundle(scope: Construct, props: ManifestBundleProps): Manifest {
  const { source, address } = props;
  const content =
    'file' in source ? `\${file(${JSON.stringify(literal(source.file))})}` : download(scope, source, address);
  const documents = named(
    new DataKubectlFileDocuments(scope, `${address.join('-')}-documents`, { content }),
    ...address,
  );
  const manifests = `data.kubectl_file_documents.${documents.friendlyUniqueId}.manifests`;
  const first = each(scope, { ...props, address: [...address, 'foundation'] }, manifests, 'can');
  return each(scope, { ...props, dependsOn: [...props.dependsOn, first] }, manifests, '!can');
}

function each(
  scope: Construct,
  { keeper, address, dependsOn }: Omit<ManifestBundleProps, 'source'>,
  manifests: string,
  matches: 'can' | '!can',
): Manifest {
  const manifest = new Manifest(scope, `objects-${address.join('-')}`, {
    yamlBody: '${each.value}',
    serverSideApply: true,
    forceConflicts: true,
    dependsOn: [...dependsOn],
    lifecycle: lifecycleOf(keeper),
  });
  const pattern = JSON.stringify(foundation);
  manifest.addOverride(
    'for_each',
    `\${{ for key, text in ${manifests} : key => text if ${matches}(regex(${pattern}, key)) }}`,
  );
  return named(manifest, ...address);
}

function download(
  scope: Construct,
  { url, sha256 }: Extract<ManifestBundleSource, { url: string }>,
  address: readonly string[],
): string {
  new HttpProvider(scope, 'http');
  const conditions = [
    // the provider takes any answer for one
    { condition: '${self.status_code == 200}', errorMessage: `${literal(url)} does not answer with the file` },
    ...(sha256 === undefined
      ? []
      : [
          {
            condition: `\${sha256(self.response_body) == "${sha256}"}`,
            errorMessage: `${literal(url)} is not the file of this digest`,
          },
        ]),
  ];
  const data = new DataHttp(scope, `${address.join('-')}-download`, {
    url: literal(url),
    lifecycle: { postcondition: conditions },
  });
  return `\${data.http.${named(data, ...address).friendlyUniqueId}.response_body}`;
}
