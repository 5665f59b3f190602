import { Cidr, Ip, type Cluster, type ClusterDefinition } from '../../lib/cluster';

/** The definition that gives a cluster again, to change and define another of. Values are texts once more. */
export function asDefinition(cluster: Cluster): ClusterDefinition {
  // names, pools and the id follow from the other sections
  const derived = ['id', 'pools'];
  const written = Object.entries(cluster).filter(([section]) => !derived.includes(section));
  return asInput(Object.fromEntries(written)) as ClusterDefinition;
}

function asInput(value: unknown): unknown {
  if (value instanceof Cidr || value instanceof Ip) return value.text;
  if (Array.isArray(value)) return value.map(asInput);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asInput(member)]));
}
