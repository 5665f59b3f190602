import type { Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { textOf, valueAt } from '../merge/plain';
import { nameOf } from './configuration';

/** Kinds that configure a link; one link has one of them. Source: Talos `config/types/network`. */
const linkKinds = [
  'BondConfig',
  'BridgeConfig',
  'DummyLinkConfig',
  'LinkConfig',
  'VLANConfig',
  'VRFConfig',
  'VethConfig',
  'WireguardConfig',
];

/** Groups of kinds of which one name can have one only. */
const exclusiveKinds = [
  linkKinds,
  ['HCloudVIPConfig', 'Layer2VIPConfig'],
  ['ExistingVolumeConfig', 'UserVolumeConfig'],
];

/** Documents that cannot stand in one configuration. Source: Talos `config/container/container.go`. */
export function documentSetProblems(documents: readonly ConfigDocument[]): readonly Problem[] {
  const claims = documents.flatMap((document) => claimsOf(document).map((claim) => ({ claim, document })));
  const holders = new Map<string, ConfigDocument>();
  const problems = new Map<ConfigDocument, Problem>();
  for (const { claim, document } of claims) {
    const holder = holders.get(claim);
    if (holder === undefined) holders.set(claim, document);
    else if (!problems.has(document)) problems.set(document, collision(document, holder));
  }
  return [...problems.values()];
}

/** What a document claims for itself alone: its own identity, and its name among kinds that exclude each other. */
function claimsOf(document: ConfigDocument): readonly string[] {
  const { kind, name } = document;
  if (typeof kind !== 'string') return ['main'];
  const own = `${kind}/${typeof name === 'string' ? name : ''}`;
  const shared = exclusiveKinds.flatMap((kinds, group) => {
    if (!kinds.includes(kind)) return [];
    // a pair of virtual links is configured by one document
    const names = kind === 'VethConfig' ? [name, valueAt(document, ['peer', 'name'])] : [name];
    return names.map((claimed) => `${String(group)} ${textOf(claimed)}`);
  });
  return [own, ...shared];
}

function collision(document: ConfigDocument, holder: ConfigDocument): Problem {
  const same = nameOf(document) === nameOf(holder);
  return {
    path: nameOf(document),
    what: same ? 'a document that is there twice' : `a document that excludes ${nameOf(holder)}`,
    fix: same ? 'bring the two together, or give them different names' : 'keep one of the two',
  };
}
