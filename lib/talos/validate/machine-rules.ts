import type { Problem } from '../../cluster';
import { isList, textOf } from '../merge/plain';
import { field, hasField, items, ofKind, type ConfigRule } from './configuration';

/** `machine` and `cluster` are there, the machine has a type, and the configuration is kept on disk. */
const sections: ConfigRule = (configuration) => {
  const missing = ['machine', 'cluster'].filter((path) => !hasField(configuration, path));
  const problems: Problem[] = missing.map((path) => ({ path, what: 'a section is missing', fix: 'add it' }));
  const type = field(configuration, 'machine.type');
  if (hasField(configuration, 'machine') && !['controlplane', 'worker', 'init'].includes(textOf(type))) {
    const allowed = 'controlplane or worker';
    problems.push({ path: 'machine.type', what: 'no type of machine', got: type, allowed, fix: 'use one of them' });
  }
  if (field(configuration, 'persist') === false) {
    problems.push({ path: 'persist', what: 'the configuration is not kept', got: false, fix: 'leave it out' });
  }
  return problems;
};

/** Control planes sign certificates; workers must not be able to. */
const authorities: ConfigRule = (configuration) => {
  if (!hasField(configuration, 'machine')) return [];
  const trusts =
    textOf(field(configuration, 'machine.ca.crt')) !== '' ||
    items(field(configuration, 'machine.acceptedCAs')).length > 0;
  const signs = (path: string) => Boolean(field(configuration, `${path}.key`));
  if (configuration.isControlPlane) {
    return signs('machine.ca')
      ? []
      : [{ path: 'machine.ca.key', what: 'a control plane cannot sign', fix: 'give it the key' }];
  }
  const problems: Problem[] = ['machine.ca', 'cluster.ca']
    .filter(signs)
    .map((path) => ({ path: `${path}.key`, what: 'a worker that could sign', fix: 'leave the key to control planes' }));
  if (!trusts) {
    problems.push({ path: 'machine.ca.crt', what: 'no authority to trust', fix: 'give it the certificate' });
  }
  return problems;
};

/** Where Talos installs itself it needs a disk, and no kernel arguments that the image already fixes. */
const install: ConfigRule = (configuration) => {
  const problems: Problem[] = [];
  const path = 'machine.install';
  if (configuration.mode === 'metal' && hasField(configuration, path)) {
    if (!field(configuration, `${path}.disk`) && !hasField(configuration, `${path}.diskSelector`)) {
      problems.push({ path: `${path}.disk`, what: 'no disk to install on', fix: 'name a disk or a disk selector' });
    }
    const args = field(configuration, `${path}.extraKernelArgs`);
    if (isList(args) && args.length > 0 && field(configuration, `${path}.grubUseUKICmdline`) === true) {
      problems.push({
        path: `${path}.extraKernelArgs`,
        what: 'kernel arguments beside those of the image',
        got: args,
        fix: 'put them into the image, or set grubUseUKICmdline to false',
      });
    }
  }
  const images = items(field(configuration, `${path}.extensions`)).map(({ image }) => image);
  const twice = images.filter((image, index) => images.indexOf(image) !== index);
  for (const got of twice) {
    problems.push({ path: `${path}.extensions`, what: 'an extension that is there twice', got, fix: 'name it once' });
  }
  return problems;
};

/** Volumes that Talos itself has. Source: Talos `config/types/block/volume_config.go`. */
const systemVolumes = ['STATE', 'EPHEMERAL', 'IMAGECACHE', 'ETCD', 'CRI', 'KUBELET', 'LOG'];

/** Volumes have names that Talos can use. */
const volumes: ConfigRule = (configuration) => [
  ...ofKind(configuration, 'VolumeConfig')
    .filter(({ name }) => !systemVolumes.includes(textOf(name)))
    .map(({ name }) => ({
      path: 'VolumeConfig',
      what: 'no volume of Talos itself',
      got: name,
      allowed: systemVolumes.join(', '),
      fix: 'use UserVolumeConfig for a volume of your own',
    })),
  ...ofKind(configuration, 'UserVolumeConfig')
    .filter(({ name }) => !/^[A-Za-z0-9-]{1,34}$/.test(textOf(name)))
    .map(({ name }) => ({
      path: 'UserVolumeConfig',
      what: 'not a name of a volume',
      got: name,
      allowed: '1 to 34 letters, digits and hyphens',
      fix: 'rename it',
    })),
];

/** What a machine is, how it is installed, and what lies on its disks. */
export const machineRules: readonly ConfigRule[] = [sections, authorities, install, volumes];
