import type { Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { configurationOf, documentRules, type ConfigRule, type DocumentRule, type Mode } from './configuration';
import { eachWrong, type Place } from './place';
import { matchesNoImage } from './values/image-pattern';
import { isPinned } from './values/image-reference';
import { isEncrypted } from './rules/name-services';

const ROLE = 'node-role.kubernetes.io/control-plane';

/** Fields of the main document that Talos reads and would rather not, or that say too little. */
const mainDocument: ConfigRule = ({ main, isControlPlane }) => {
  const [type, cni] = [main.at('machine.type'), main.at('cluster.network.cni')];
  const links = main.at('machine.network.interfaces').items.filter((link) => !link.at('ignore').isOn);
  const replaced = [
    ...['machine.files', 'machine.baseRuntimeSpecOverrides'].map((path) => main.at(path)),
    ...links.map((link) => link.at('cidr')),
  ].filter(({ isSet }) => isSet);
  return [
    ...replaced.map((place) => place.problem('a field that will go', 'use what has taken its place')),
    ...extensions(main.at('machine.install.extensions')),
    ...eachWrong(
      main.at('machine').isThere ? [type] : [],
      ({ text }) => ['controlplane', 'init', 'worker'].includes(text),
      'an older name of a type of machine',
      'use worker',
      'controlplane or worker',
    ),
    ...(isControlPlane && cni.at('name').text === 'custom' && !cni.at('urls').isSet
      ? [cni.at('urls').problem('a pod network without manifests', 'name them')]
      : []),
  ];
};

function extensions(place: Place): readonly Problem[] {
  return place.isSet ? [place.problem('a field that will go', 'put extensions into the image')] : [];
}

/** A control plane registers itself as one only where its labels say so. */
const nodeRole: ConfigRule = (configuration) => {
  if (!configuration.isControlPlane) return [];
  return documentRules({
    KubeNodeConfig: (document) => {
      const isLabelled = document.at('labels').entries.some(([key]) => key === ROLE);
      if (isLabelled || document.at('skipNodeRegistration').isOn) return [];
      return [document.at('labels').problem('a control plane without the label of one', `add ${ROLE}: ""`)];
    },
  })(configuration);
};

/** A bond by LACP without a look at its links. */
const bond: DocumentRule = (document) => {
  if (document.at('bondMode').text.toLowerCase() !== '802.3ad') return [];
  return ['miimon', 'updelay', 'downdelay']
    .map((field) => document.at(field))
    .filter(({ isThere }) => !isThere)
    .map((place) => place.problem('a bond that does not notice a dead link', 'set it'));
};

const resolver: DocumentRule = (document) => {
  const servers = document.at('nameservers');
  if (servers.items.length === 0 || !servers.items.every(isEncrypted)) return [];
  return [servers.problem('encrypted DNS alone, which needs the time that DNS finds', 'add a plain one')];
};

const authorizer: DocumentRule = (document) => {
  const webhook = document.at('webhook');
  if (document.at('type').text === 'Webhook' || !webhook.isSet) return [];
  return [webhook.problem('a webhook that nobody asks', 'leave it out')];
};

const proxy: DocumentRule = (document) => {
  const [mode, given] = [document.at('mode'), document.at('extraArgs')];
  if (document.at('enabled').isOff) return [];
  return [
    ...eachWrong([mode], ({ text }) => ['', 'nftables'].includes(text), 'a mode of the past', 'use nftables'),
    ...(given.isSet ? [given.problem('arguments, which the configuration can override', 'use config')] : []),
  ];
};

const access: DocumentRule = (document) => {
  const roles = document.at('allowedRoles');
  return roles.isSet ? [] : [roles.problem('access for no role', 'name one, or leave the document out')];
};

const install: DocumentRule = (document) => {
  const image = document.at('installer.image');
  return image.isSet ? [] : [image.problem('no installer, which only an image of the factory knows itself', 'name it')];
};

const container: DocumentRule = (document) =>
  eachWrong([document.at('image')], ({ text }) => isPinned(text), 'an image that may change', 'add its digest');

const images: DocumentRule = (document) =>
  document.at('rules').items.flatMap((rule) => {
    const image = rule.at('image');
    const repository = image.text.slice(image.text.indexOf('/') + 1);
    const hasTag = image.text.includes('/') && repository.includes(':');
    return [
      ...(image.text.includes('@') ? [image.wrong('a digest, which is not matched', 'leave it out')] : []),
      ...(hasTag ? [image.wrong('a tag, which is not matched', 'leave it out')] : []),
      ...(matchesNoImage(image.text) ? [image.wrong('a pattern of no image', 'begin it with the registry')] : []),
    ];
  });

const warnings: readonly ConfigRule[] = [
  mainDocument,
  nodeRole,
  documentRules({
    BGPInstanceConfig: (document) => {
      const neighbors = document.at('neighbors');
      return neighbors.isSet ? [] : [neighbors.problem('nobody to talk to', 'name a neighbor')];
    },
    BondConfig: bond,
    ContainerConfig: container,
    ImageVerificationConfig: images,
    KubeAuthorizerConfig: authorizer,
    KubeProxyConfig: proxy,
    KubeTalosAPIAccessConfig: access,
    ResolverConfig: resolver,
    UnattendedInstallConfig: install,
  }),
];

/**
 * What Talos would warn of in a configuration that it accepts. The same form as problems, and none of them.
 * Source: as `checkConfig`.
 */
export function configWarnings(documents: readonly ConfigDocument[], mode: Mode): readonly Problem[] {
  const configuration = configurationOf(documents, mode);
  return warnings.flatMap((rule) => rule(configuration));
}
