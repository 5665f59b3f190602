import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { JsonObject } from '../../../cluster';
import { metadataOf, operatorApi, type ObjectProps } from './api';

/** An object that must be there, or ready, before. */
export interface ResourceSetDependency {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** @default false: it must be there */
  readonly ready?: boolean;
  /** CEL. @default - none */
  readonly readyExpr?: string;
}

/** A ResourceSetInputProvider by name, or all with the labels. */
export type InputsFrom = { readonly name: string } | { readonly labels: Readonly<Record<string, string>> };

interface ResourceSetOptions extends ObjectProps {
  /** One set of objects for each. @default - none */
  readonly inputs?: readonly JsonObject[];
  /** @default - none */
  readonly inputsFrom?: readonly InputsFrom[];
  /** Each input by itself, or every combination of those of several providers. @default 'Flatten' */
  readonly inputStrategy?: 'Flatten' | 'Permute';
  /** @default - none */
  readonly dependsOn?: readonly ResourceSetDependency[];
  /** Account by which the operator applies them. @default - its own */
  readonly serviceAccountName?: string;
  /** Ready only when the objects are. @default false */
  readonly wait?: boolean;
}

/** Objects for each input, with `<< inputs.name >>` filled in; or steps of them, one after the other. */
export type ResourceSetProps = ResourceSetOptions &
  (
    | { readonly resources: readonly JsonObject[]; readonly steps?: undefined }
    | {
        readonly steps: readonly { readonly name: string; readonly resources: readonly JsonObject[] }[];
        readonly resources?: undefined;
      }
  );

/** A ResourceSet of the flux-operator as data. */
export function resourceSetObject(props: ResourceSetProps): KubernetesObject {
  return {
    apiVersion: operatorApi,
    kind: 'ResourceSet',
    metadata: metadataOf(props),
    spec: {
      inputs: props.inputs,
      inputsFrom: props.inputsFrom?.map((from) => ({
        kind: 'ResourceSetInputProvider',
        ...('name' in from ? { name: from.name } : { selector: { matchLabels: { ...from.labels } } }),
      })),
      inputStrategy: props.inputStrategy === undefined ? undefined : { name: props.inputStrategy },
      dependsOn: props.dependsOn?.map((dependency) => ({ ...dependency })),
      resources: props.resources,
      steps: props.steps?.map(({ name, resources }) => ({ name, resources })),
      serviceAccountName: props.serviceAccountName,
      wait: props.wait,
    },
  };
}

/** A ResourceSet of the flux-operator. */
export class ResourceSet extends Manifest {
  constructor(scope: Construct, id: string, props: ResourceSetProps) {
    super(scope, id, resourceSetObject(props));
  }
}
