import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../kubernetes-object';
import { withoutUnset } from './without-unset';

/**
 * An ApiObject over plain data. It behaves as any other (labels of the chart, `addJsonPatch`, dependencies), but leaves out
 * the search for lazy values, which is most of what `toJson` costs and finds nothing here.
 */
export class Manifest extends ApiObject {
  private readonly object: KubernetesObject;
  private readonly jsonPatches: JsonPatch[] = [];

  constructor(scope: Construct, id: string, object: KubernetesObject) {
    super(scope, id, { apiVersion: object.apiVersion, kind: object.kind, metadata: { ...object.metadata } });
    // cdk8s's own emission writes an unset member as null
    this.object = withoutUnset(object);
  }

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.jsonPatches.push(...ops);
  }

  override toJson(): KubernetesObject {
    const json = { ...this.object, metadata: this.metadata.toJson() as KubernetesObject['metadata'] };
    // the library patches in place
    return this.jsonPatches.length === 0
      ? json
      : (JsonPatch.apply(structuredClone(json), ...this.jsonPatches) as KubernetesObject);
  }
}
