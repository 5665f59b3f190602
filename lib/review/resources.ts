import { posix } from 'node:path';
import { identityOf, isKubernetesObject, isSealed } from '../artifact';
import { documentNames } from './document-names';
import { readContent, type FileContent } from './file-documents';
import type { Resource, ResourceIdentity } from './resource';
import { sealedContent } from './sealed';
import { terraformBlocks } from './terraform-blocks';
import type { Tree } from './tree';

/** Whom a file belongs to, usually the id of a cluster; `undefined` leaves the file out of the review. */
export type OwnerOf = (path: string) => string | undefined;

/** The resources of a tree, in the order of its files. */
export function resourcesOf(tree: Tree, ownerOf: OwnerOf): Resource[] {
  return [...tree].flatMap(([path, text]) => {
    const owner = ownerOf(path);
    return owner === undefined ? [] : resourcesOfFile(path, text, owner);
  });
}

export function resourcesOfFile(path: string, text: string, owner: string): Resource[] {
  return identified(path, readContent(path, text)).map(([identity, body]) => ({ identity, owner, path, body }));
}

type Identified = readonly [ResourceIdentity, unknown];

function identified(path: string, content: FileContent): Identified[] {
  switch (content.format) {
    case 'yaml':
      return identifiedDocuments(path, content.documents);
    case 'json':
      return identifiedDocuments(path, [content.value]);
    case 'terraform':
      return terraformBlocks(content.configuration).map(({ address, body }) => [
        { type: 'terraform', stack: posix.dirname(path), address },
        body,
      ]);
    case 'text':
      return [[{ type: 'file', path }, content.text]];
  }
}

function identifiedDocuments(path: string, documents: readonly unknown[]): Identified[] {
  // kinds and names inside are cipher texts, unless it is an object of Kubernetes
  if (documents.every(isSealed) && !documents.some(isKubernetesObject))
    return [[{ type: 'file', path }, sealedContent(documents)]];
  const others = documents.filter((document) => !isKubernetesObject(document));
  const names = documentNames(others);
  return documents.map((document) =>
    isKubernetesObject(document)
      ? [{ type: 'kubernetes', ...identityOf(document) }, document]
      : [{ type: 'document', path, document: names[others.indexOf(document)] ?? '' }, document],
  );
}
