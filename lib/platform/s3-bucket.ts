import type { TrafficRule } from '../cluster';

/** A bucket of S3, or of what speaks its protocol. */
export interface S3Bucket {
  readonly name: string;
  /** Region of the bucket; a name that the store accepts, where it has no regions. */
  readonly region: string;
  /** `https://…` of the store. @default - that of AWS in the region */
  readonly endpoint?: string;
  /** Folder in the bucket, without slashes at its ends. @default - the id of the cluster */
  readonly prefix?: string;
}

/** Whom pods talk to that read or write a bucket: a store inside the cluster is known by its name. */
export function bucketTraffic({ endpoint }: S3Bucket): TrafficRule {
  if (endpoint === undefined) return { peer: 'internet', ports: [{ port: 443 }] };
  const { hostname, port, protocol } = new URL(endpoint);
  const ports = [{ port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port) }];
  return { peer: /\.svc(\.|$)/.test(hostname) ? 'cluster' : 'internet', ports };
}
