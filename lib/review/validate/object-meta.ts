import type { StructuralSchema } from './structural-schema';

/** DNS-1123 subdomain, as the API server asks of the names of custom resources. */
const SUBDOMAIN = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';
const LABEL = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
/** Part of a qualified name after the slash, and value of a label. */
const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const QUALIFIED = `^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?${NAME}$`;

const text: StructuralSchema = { type: 'string' };
const flag: StructuralSchema = { type: 'boolean' };
const time: StructuralSchema = { type: 'string', format: 'date-time' };

/**
 * The metadata of every object, of which a CRD says nothing: `metav1.ObjectMeta`.
 *
 * Source: apimachinery v0.34, pkg/apis/meta/v1/types.go and pkg/api/validation/objectmeta.go.
 */
export const objectMeta: StructuralSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 253 },
    generateName: text,
    namespace: { type: 'string', maxLength: 63, pattern: LABEL },
    labels: {
      type: 'object',
      propertyNames: { pattern: QUALIFIED },
      additionalProperties: { type: 'string', pattern: `^(${NAME})?$` },
    },
    annotations: { type: 'object', propertyNames: { pattern: QUALIFIED }, additionalProperties: text },
    finalizers: { type: 'array', items: { type: 'string', pattern: QUALIFIED } },
    ownerReferences: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['uid'],
      items: {
        type: 'object',
        required: ['apiVersion', 'kind', 'name', 'uid'],
        properties: { apiVersion: text, kind: text, name: text, uid: text, controller: flag, blockOwnerDeletion: flag },
      },
    },
    // written by the server; seen in objects that were read from one
    creationTimestamp: time,
    deletionTimestamp: time,
    deletionGracePeriodSeconds: { type: 'integer' },
    generation: { type: 'integer' },
    resourceVersion: text,
    selfLink: text,
    uid: text,
    managedFields: { type: 'array', items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
  },
};

/** The metadata of a custom resource, whose name is a DNS-1123 subdomain; built-in kinds have rules of their own. */
export const customResourceMeta: StructuralSchema = {
  ...objectMeta,
  properties: { ...objectMeta.properties, name: { ...objectMeta.properties?.name, pattern: SUBDOMAIN } },
};
