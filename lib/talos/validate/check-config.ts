import type { Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { configurationOf, type ConfigRule, type Mode } from './configuration';
import { documentSetProblems } from './document-set';
import { kubernetesRules } from './kubernetes-rules';
import { legacyFields } from './legacy-fields';
import { machineRules } from './machine-rules';
import { networkRules } from './network-rules';

const rules: readonly ConfigRule[] = [
  ({ documents }) => documentSetProblems(documents),
  legacyFields,
  ...machineRules,
  ...networkRules,
  ...kubernetesRules,
];

/**
 * What Talos would refuse of a machine's configuration, before a machine sees it: the rules that a definition, a patch
 * or a raw document can break. Fields that Talos does not know are not found here.
 * Source: Talos `config/container/validate.go` and the documents' own validation, machinery 1.14.1.
 */
export function checkConfig(documents: readonly ConfigDocument[], mode: Mode): readonly Problem[] {
  const configuration = configurationOf(documents, mode);
  return rules.flatMap((rule) => rule(configuration));
}
