import { z } from 'zod';

export const repositoryShape = z.strictObject({
  /** URL that the engine clones. */
  url: z.string(),
  /** Branch, tag, commit or `HEAD`. */
  revision: z.string().default('HEAD'),
  /** Folder of the synthesized tree inside the repository; empty where the tree is its root. */
  path: z.string().default(''),
});
export type Repository = z.output<typeof repositoryShape>;
