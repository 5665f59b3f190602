import type { Artifact } from '../artifact';

/** A named step between the renderings and the files: a pure function over all artifacts. */
export interface Pass {
  readonly name: string;
  run(artifacts: readonly Artifact[]): readonly Artifact[];
}

/** A chart without objects has nothing to say: no file is better than an empty one. */
export const withoutEmptyFiles: Pass = {
  name: 'without-empty-files',
  run: (artifacts) => artifacts.filter(({ body }) => body.format !== 'yaml' || body.documents.length > 0),
};

/** The order in which renderings run does not reach reports and messages. */
export const inPathOrder: Pass = {
  name: 'in-path-order',
  run: (artifacts) => [...artifacts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
};

/** The passes of every synthesis, in order. */
export const standardPasses: readonly Pass[] = [withoutEmptyFiles, inPathOrder];
