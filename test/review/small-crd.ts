import { Schemas, servedSchemas } from '../../lib/review';
import { treeOf } from './tree-of';

/** A CRD that uses each thing that a structural schema can say, once. */
export const widgetCrd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, plural: widgets}
  versions:
    - {name: v1alpha1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            apiVersion: {type: string}
            kind: {type: string}
            metadata: {type: object, properties: {name: {type: string, maxLength: 20}}}
            spec:
              type: object
              required: [replicas, size]
              x-kubernetes-validations: [{rule: self.replicas > 0}]
              properties:
                replicas: {type: integer, minimum: 1, maximum: 9, exclusiveMaximum: true}
                size: {type: string, default: small, enum: [small, medium, large]}
                surge: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true, pattern: '^[0-9]+%?$'}
                name: {type: string, pattern: '^[a-z-]+$', maxLength: 5}
                policy: {type: string, pattern: '^(?i)(abort|warn)$'}
                odd: {type: string, pattern: '^((?i)a)b$'}
                since: {type: string, format: date-time}
                every: {type: string, format: duration}
                note: {type: string, nullable: true}
                labels: {type: object, additionalProperties: {type: string}}
                extra: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {depth: {type: integer}}}
                anything: {x-kubernetes-preserve-unknown-fields: true}
                template: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
                zones: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                ports:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [port, protocol]
                  items:
                    type: object
                    required: [port, protocol]
                    properties: {port: {type: integer}, protocol: {type: string, default: TCP}}
                source:
                  type: object
                  oneOf: [{required: [git]}, {required: [oci]}]
                  properties: {git: {type: string}, oci: {type: string}}
            status: {type: object, x-kubernetes-preserve-unknown-fields: true}
`;

/** The same kind of a later release, with one more field and one more version. */
export const widgetCrdNext = widgetCrd
  .replace('every: {', 'newField: {type: string}\n                every: {')
  .replace('{name: v1alpha1, served: false', '{name: v2, served: true');

export const fleetCrd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: fleets.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {kind: Fleet, plural: fleets}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}}
`;

export function schemasOf(...crds: readonly string[]): Schemas {
  return new Schemas(servedSchemas(treeOf(Object.fromEntries(crds.map((crd, i) => [`${String(i)}.yaml`, crd])))));
}
