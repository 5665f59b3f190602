/** Name of a variable of a cluster's stack: without hyphens, so that a shell can export `TF_VAR_<name>`. */
export function variableName(cluster: string, what: string): string {
  return `${cluster}_${what}`.replaceAll('-', '_');
}
