import { placedDocuments, poolScopes, type Cluster, type MachinePool } from '../../cluster';
import { hasCriDocuments, type Contract } from '../contract';
import type { PatchDocument } from '../document';
import { CRI_CUSTOMIZATION, criCustomization } from '../documents/cri/customization';
import { documentsFor } from '../documents/documents-for';
import type { Aspect } from '../target';

/** containerd's own key, in its configuration of the image plugin. Source: containerd 2, `docs/cri/config.md`. */
const TOML = '[plugins."io.containerd.cri.v1.images"]\n  discard_unpacked_layers = false\n';

/** Image layers stay on disk once unpacked, so that a peer-to-peer registry can serve them. */
export const imageLayers: Aspect = ({ cluster, pool, contract }) =>
  cluster.system.keepImageLayers && !sharesFile(cluster, pool, contract)
    ? documentsFor({ contract }, [keptLayers()]).documents
    : [];

/** The part of containerd's configuration that keeps layers. */
export function keptLayers(): PatchDocument {
  return criCustomization('keep-image-layers', { content: TOML });
}

/**
 * Whether the part must go with those of the definition's own documents: before contract 1.14 one file held all, and
 * Talos reads the first alone.
 */
export function sharesFile({ system }: Cluster, pool: MachinePool, contract: Contract): boolean {
  const own = placedDocuments(poolScopes(system.documents, pool));
  return (
    system.keepImageLayers &&
    !hasCriDocuments(contract) &&
    own.some(({ document }) => document.kind === CRI_CUSTOMIZATION)
  );
}
