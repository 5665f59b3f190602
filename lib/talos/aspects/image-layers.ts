import { hasCriDocuments } from '../contract';
import { document } from '../document';
import type { Aspect } from '../target';

/** containerd's own key, in its configuration of the image plugin. Source: containerd 2, `docs/cri/config.md`. */
const TOML = '[plugins."io.containerd.cri.v1.images"]\n  discard_unpacked_layers = false\n';

/** Image layers stay on disk once unpacked, so that a peer-to-peer registry can serve them. */
export const imageLayers: Aspect = ({ cluster: { system }, contract }) => {
  if (!system.keepImageLayers) return [];
  return hasCriDocuments(contract)
    ? [document('CRICustomizationConfig', { content: TOML }, 'keep-image-layers')]
    : [{ machine: { files: [{ path: '/etc/cri/conf.d/20-customization.part', op: 'create', content: TOML }] } }];
};
