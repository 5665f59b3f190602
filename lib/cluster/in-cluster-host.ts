/** A Service of a cluster, as others in the cluster reach it. */
export interface InClusterService {
  readonly service: string;
  readonly namespace: string;
}

const host = /^[a-z+]+:\/\/(?:[^@/]*@)?([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[^:/]*)?(?:[:/]|$)/;

/** The Service that a URL names as `<service>.<namespace>.svc`, with or without the cluster's domain; absent for another host. */
export function inClusterService(url: string): InClusterService | undefined {
  const [, service, namespace] = host.exec(url) ?? [];
  return service === undefined || namespace === undefined ? undefined : { service, namespace };
}
