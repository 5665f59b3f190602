/**
 * App ID: `<directory>.<root>` of a root app, `<directory>.<root>.<child>` of a child. It names the Application and its
 * AppProject, and is what selectors match.
 */
export function appId(directory: string, root: string, child?: string): string {
  return child === undefined ? `${directory}.${root}` : `${directory}.${root}.${child}`;
}
