import type { Problem } from '../../../cluster';
import type { Configuration, ConfigRule } from '../configuration';
import { eachWrong, type Place } from '../place';
import { isPrefix } from '../values/address';
import { parseBytes } from '../values/amount';
import { parseUrl } from '../values/url';
import { encryptionKeys } from './encryption';
import { fixedKubeletFields } from './kubelet';
import { leastPacket, wrongFilters } from './name-services';
import { wrongNodeFields } from './node-fields';
import { wrongRoles } from './talos-access';

/** `machine` and `cluster` are there, the machine has a type, and the configuration is kept on disk. */
const sections: ConfigRule = ({ main }) => {
  const [machine, type] = [main.at('machine'), main.at('machine.type')];
  if (!main.isThere) return [];
  if (!machine.isThere) return [machine.problem('a section is missing', 'add it')];
  const allowed = 'controlplane or worker';
  return [
    ...(main.at('cluster').isThere ? [] : [main.at('cluster').problem('a section is missing', 'add it')]),
    ...eachWrong([type], ({ text }) => machineTypes.includes(text), 'no type of machine', 'use one of them', allowed),
    ...(main.at('persist').isOff ? [main.at('persist').wrong('the configuration is not kept', 'leave it out')] : []),
  ];
};

/** Types of machines and their older names; without any it is a worker. */
const machineTypes = ['', 'controlplane', 'init', 'worker', 'join'];

/** Control planes sign certificates; workers must not be able to. */
const authorities: ConfigRule = ({ main, isControlPlane }) => {
  const [own, kubernetes] = [main.at('machine.ca'), main.at('cluster.ca')];
  if (!main.at('machine').isThere) return [];
  if (isControlPlane) {
    return own.at('key').isSet ? [] : [own.at('key').problem('a control plane cannot sign', 'give it the key')];
  }
  const isTrusting = main.at('machine.acceptedCAs').isSet || (own.isThere && own.at('crt').isSet);
  const problems = [own, kubernetes]
    .map((authority) => authority.at('key'))
    .filter(({ isSet }) => isSet)
    .map((key): Problem => key.problem('a worker that could sign', 'leave the key to control planes'));
  return isTrusting
    ? problems
    : [...problems, own.at('crt').problem('no authority to trust', 'give it the certificate')];
};

/** Only metal installs itself; there the disk is named or selected. Source: Talos `v1alpha1_validation.go`. */
const install: ConfigRule = ({ main, mode }) => {
  const place = main.at('machine.install');
  const images = place.at('extensions').items.map((extension) => extension.at('image'));
  const texts = images.map(({ text }) => text);
  const twice = images.filter((image, index) => texts.indexOf(image.text) !== index);
  return [
    ...(mode === 'metal' && place.isThere ? [...disk(place), ...kernelArguments(place)] : []),
    ...twice.map((image) => image.wrong('an extension that is there twice', 'name it once')),
  ];
};

/** Types of disks that a selector knows. */
const diskTypes = ['', 'nvme', 'sd', 'hdd', 'ssd'];

function disk(place: Place): readonly Problem[] {
  const selector = place.at('diskSelector');
  const isNamed = place.at('disk').isSet || selector.isThere;
  return [
    ...(isNamed ? [] : [place.at('disk').problem('no disk to install on', 'name a disk or a disk selector')]),
    ...(selector.at('name').isSet
      ? [selector.at('name').wrong('a name, which selects no disk', 'select by another field')]
      : []),
    ...eachWrong(
      [selector.at('type')],
      ({ text }) => diskTypes.includes(text),
      'no type of disk',
      'use one of them',
      diskTypes.slice(1).join(', '),
    ),
  ];
}

function kernelArguments(place: Place): readonly Problem[] {
  const given = place.at('extraKernelArgs');
  if (!given.isSet || !place.at('grubUseUKICmdline').isOn) return [];
  return [
    given.wrong(
      'kernel arguments beside those of the image',
      'put them into the image, or set grubUseUKICmdline to false',
    ),
  ];
}

/** Of the partitions of a disk, the last one alone can take what is left. */
const disks: ConfigRule = ({ main }) =>
  main.at('machine.disks').items.flatMap((entry) =>
    entry
      .at('partitions')
      .items.slice(0, -1)
      .filter((partition) => (parseBytes(partition.at('size').text) ?? 0) === 0)
      .map((partition) => partition.problem('a partition without size that others follow', 'give it a size')),
  );

const kubelet: ConfigRule = ({ main }) => {
  const machine = main.at('machine');
  return [
    ...fixedKubeletFields(machine.at('kubelet.extraConfig')),
    ...wrongNodeFields(machine, 'kubelet.nodeIP.validSubnets', ['nodeLabels', 'nodeAnnotations', 'nodeTaints']),
  ];
};

const diskEncryption: ConfigRule = ({ main }) =>
  ['state', 'ephemeral']
    .map((volume) => main.at(`machine.systemDiskEncryption.${volume}`))
    .filter(({ isThere }) => isThere)
    .flatMap((volume) => encryptionKeys(volume.at('keys')));

const logging: ConfigRule = ({ main }) =>
  main
    .at('machine.logging.destinations')
    .items.flatMap((destination) => [
      ...eachWrong(
        [destination.at('endpoint')],
        ({ text }) => isReceiver(text),
        'no URL of a receiver',
        'correct it',
        'tcp://host:port or udp://host:port',
      ),
      ...eachWrong([destination.at('format')], ({ text }) => text === 'json_lines', 'no format', 'use json_lines'),
    ]);

function isReceiver(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && url.host !== '' && ['tcp', 'udp'].includes(url.scheme);
}

/** Features of Talos that need one another. */
const features: ConfigRule = ({ main, isControlPlane }) => {
  const [dns, access] = ['hostDNS', 'kubernetesTalosAPIAccess'].map((name) => main.at(`machine.features.${name}`));
  const sort = main.at('machine.features.nodeAddressSortAlgorithm');
  const problems: Problem[] = [];
  if (dns?.at('forwardKubeDNSToHost').isOn === true && !dns.at('enabled').isOn) {
    problems.push(dns.at('forwardKubeDNSToHost').wrong('pods use a resolver that is off', 'set enabled, too'));
  }
  if (access?.at('enabled').isOn === true) {
    if (!isControlPlane)
      problems.push(access.problem('a worker with a part of the control plane', 'keep it to control planes'));
    problems.push(...wrongRoles(access.at('allowedRoles')));
  }
  const isOrder = ({ text }: Place) => ['', 'v1', 'v2'].includes(text.toLowerCase());
  return [...problems, ...eachWrong([sort], isOrder, 'no order of addresses', 'use one of them', 'v1, v2')];
};

/** KubeSpan by the main document. */
const kubeSpan: ConfigRule = ({ main }: Configuration) => {
  const place = main.at('machine.network.kubespan');
  if (!place.at('enabled').isOn) return [];
  const mtu = place.at('mtu');
  const allowed = `at least ${String(leastPacket)}`;
  return [
    ...eachWrong(
      [mtu],
      ({ number }) => number === 0 || number >= leastPacket,
      'packets that are too small',
      'raise it',
      allowed,
    ),
    ...wrongFilters(place.at('filters.endpoints').items),
    ...eachWrong(
      place.at('filters.excludeAdvertisedNetworks').items,
      ({ text }) => isPrefix(text),
      'no network',
      'correct it',
      'a CIDR',
    ),
  ];
};

/** The `machine` section of the main document, without the network. */
export const machineRules: readonly ConfigRule[] = [
  sections,
  authorities,
  install,
  disks,
  kubelet,
  diskEncryption,
  logging,
  features,
  kubeSpan,
];
