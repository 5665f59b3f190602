import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** What a node is registered with. */
export interface NodeOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Value and effect by key, e.g. `gpu=yes:NoSchedule` as `{ gpu: 'yes:NoSchedule' }`. */
  readonly taints?: Readonly<Record<string, string>>;
  readonly nodeIP?: {
    /** Networks that the node's address is of, `!` in front to leave one out. */
    readonly validSubnets: readonly string[];
  };
  /** @default false */
  readonly registerWithFQDN?: boolean;
  /** @default false */
  readonly skipNodeRegistration?: boolean;
}

/** The machine as a node of Kubernetes (`KubeNodeConfig`). */
export function node(options: NodeOptions): PatchDocument {
  return typedDocument('KubeNodeConfig', options);
}

export const nodeKind: DocumentKind = { kind: 'KubeNodeConfig', since: '1.14', older: { rewrite } };

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { labels, annotations, taints, nodeIP, registerWithFQDN, skipNodeRegistration } = document;
  const registration = { nodeIP, registerWithFQDN, skipNodeRegistration };
  const hasRegistration = Object.values(registration).some((value) => value !== undefined);
  return [
    {
      machine: {
        nodeLabels: labels,
        nodeAnnotations: annotations,
        nodeTaints: taints,
        kubelet: hasRegistration ? registration : undefined,
      },
    },
  ];
}
