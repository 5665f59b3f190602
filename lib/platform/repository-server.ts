import { inClusterService, type Repository } from '../cluster';

/** Capability of a Service that others in the cluster reach by name, e.g. `service/flux-bootstrap/gitea-http`. */
export function serviceCapability(namespace: string, service: string): string {
  return `service/${namespace}/${service}`;
}

/**
 * What an engine waits for where its repository is served by the very cluster: the Git server, which then cannot come out
 * of that repository.
 */
export function repositoryRequirements({ url }: Pick<Repository, 'url'>): readonly string[] {
  const server = inClusterService(url);
  return server === undefined ? [] : [serviceCapability(server.namespace, server.service)];
}
