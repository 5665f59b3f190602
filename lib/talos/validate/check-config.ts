import { isMisspelled, type Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { configurationOf, documentRules, type ConfigRule, type Mode } from './configuration';
import { documentSetProblems } from './document-set';
import { addressRules } from './rules/addresses';
import { bgpRules } from './rules/bgp';
import { certificateRules } from './rules/certificates';
import { clusterNetworkRules } from './rules/cluster-network';
import { clusterRules } from './rules/cluster-section';
import { containerOrder, containerRules } from './rules/containers';
import { discoveryIdentity, discoveryRules, legacyDiscovery } from './rules/discovery';
import { firewallRules } from './rules/firewall';
import { imageVerificationRules } from './rules/image-verification';
import { interfaceRules } from './rules/interfaces';
import { kubernetesRules } from './rules/kubernetes';
import { legacyFields } from './rules/legacy-fields';
import { linkRules } from './rules/links';
import { machineRules } from './rules/machine';
import { nameServiceRules } from './rules/name-services';
import { registryRules } from './rules/registries';
import { runtimeRules } from './rules/runtime';
import { storageRules } from './rules/storage';
import { talosAccessRules } from './rules/talos-access';
import { upkeepRules } from './rules/upkeep';
import { volumeRules } from './rules/volumes';
import { wholeRules } from './rules/whole';
import { kinds } from './generated/fields';
import { shapes } from './shape';

/** Rules of the kinds that have any. */
export const kindRules = {
  ...addressRules,
  ...bgpRules,
  ...certificateRules,
  ...clusterNetworkRules,
  ...containerRules,
  ...discoveryRules,
  ...firewallRules,
  ...imageVerificationRules,
  ...kubernetesRules,
  ...linkRules,
  ...nameServiceRules,
  ...registryRules,
  ...runtimeRules,
  ...storageRules,
  ...talosAccessRules,
  ...upkeepRules,
  ...volumeRules,
};

const rules: readonly ConfigRule[] = [
  ({ documents }) => documentSetProblems(documents),
  legacyFields,
  ...machineRules,
  interfaceRules,
  ...clusterRules,
  legacyDiscovery,
  discoveryIdentity,
  containerOrder,
  ...wholeRules,
  documentRules(kindRules),
];

/**
 * What Talos would refuse of a machine's configuration, before a machine sees it: fields that it does not know, values
 * of another type, and what breaks a rule. Where a document has another form than Talos reads, only that is said: rules
 * have nothing to go by. Values that may be secret are not shown.
 * @param newer what of kinds that these rules do not know: `refused`, as Talos 1.14 does, or `passed`, since a newer Talos may
 * know them; a name that is all but a known one is refused either way
 * Source: Talos `config/container/validate.go` and the documents' own validation, machinery 1.14.1.
 */
export function checkConfig(
  given: readonly ConfigDocument[],
  mode: Mode,
  newer: 'refused' | 'passed' = 'refused',
): readonly Problem[] {
  const documents = newer === 'passed' ? given.filter((document) => !isNewer(document)) : given;
  const configuration = configurationOf(documents, mode);
  if (documents.length === 0) return [{ path: 'main document', what: 'no configuration', fix: 'generate one' }];
  const misshapen = shapes(configuration);
  return misshapen.length > 0 ? misshapen : rules.flatMap((rule) => rule(configuration));
}

/** A document of a kind that nobody here has heard of, and that is no slip of the pen. */
function isNewer({ kind }: ConfigDocument): boolean {
  const names = Object.keys(kinds);
  return typeof kind === 'string' && !names.includes(kind) && !isMisspelled(kind, names);
}
