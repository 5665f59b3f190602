/** What a project's `plinth.config.ts` exports. */
export interface Project {
  /** Folder that the tree is written to, relative to the configuration file. @default 'gitops' */
  readonly tree?: string;
  /**
   * Modules whose default export is a `Cluster`, relative to the configuration file. They are named rather than imported:
   * each is loaded on its own, so that one bad definition does not hide the problems of the next.
   */
  readonly clusters: readonly string[];
}

/** Types a `plinth.config.ts`. */
export function defineProject(project: Project): Project {
  return project;
}
