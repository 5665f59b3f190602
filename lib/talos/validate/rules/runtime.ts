import type { DocumentRule } from '../configuration';
import { eachWrong, missing } from '../place';
import { splitHostPort } from '../values/address';
import { parseUrl } from '../values/url';
import { expression, optionalExpression } from './expressions';
import { notNegative } from './name-services';
import { atLeast } from './upkeep';

const environment: DocumentRule = (document) =>
  document
    .at('variables')
    .entries.filter(([key]) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))
    .map(([, place]) => place.problem('no name of a variable', 'use letters, digits and underscores'));

/** Files of /etc that Talos writes. Source: Talos `config/types/runtime/etc_file.go`. */
const ownFiles = ['resolv.conf', 'hosts', 'machine-id', 'extensions.yaml', 'localtime', 'os-release', 'xattr.conf'];

const ownFolders = [
  'apparmor.d',
  'apparmor',
  'ca-certificates',
  'cni',
  'cri',
  'iscsi',
  'kubernetes',
  'lvm',
  'nvme',
  'pki',
  'selinux',
  'ssl',
];

const etcFile: DocumentRule = (document) => {
  const isLeft = (text: string) => !ownFiles.includes(text) && !ownFolders.includes(text.split('/')[0] ?? '');
  return [
    ...eachWrong([document.at('name')], ({ text }) => isLocal(text), 'no path below /etc', 'correct it'),
    ...eachWrong([document.at('name')], ({ text }) => isLeft(text), 'a file that Talos writes itself', 'use another'),
  ];
};

/** A path that does not leave its folder. Source: Go `filepath.IsLocal`. */
function isLocal(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.startsWith('.')) return false;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}

const eventSink: DocumentRule = (document) =>
  eachWrong(
    [document.at('endpoint')],
    ({ text }) => splitHostPort(text) !== undefined,
    'no endpoint',
    'correct it',
    'host:port',
  );

const kernelLog: DocumentRule = (document) => [
  ...missing(document, 'name'),
  ...eachWrong(
    [document.at('url')],
    ({ text }) => {
      const url = parseUrl(text);
      return (
        url !== undefined && ['tcp', 'udp'].includes(url.scheme) && ['', '/'].includes(url.path) && url.port !== ''
      );
    },
    'no URL of a receiver',
    'correct it',
    'tcp://host:port or udp://host:port',
  ),
];

const outOfMemory: DocumentRule = (document) => [
  ...optionalExpression(document.at('triggerExpression'), 'memory pressure'),
  ...optionalExpression(document.at('cgroupRankingExpression'), 'control group'),
  ...notNegative(document.at('sampleInterval')),
];

const parameters: DocumentRule = (document) =>
  document
    .at('params')
    .entries.filter(([key]) => key === '')
    .map(([, place]) => place.problem('a value without a key', 'name it'));

const unattendedInstall: DocumentRule = (document) =>
  expression(document.at('provisioning.diskSelector.match'), 'disk');

/** Least time before a watchdog resets the machine, in seconds. Source: Talos `runtime.MinWatchdogTimeout`. */
const leastWatchdog = 10;

const watchdog: DocumentRule = (document) => [
  ...missing(document, 'device'),
  ...atLeast(document.at('timeout'), leastWatchdog),
];

const extensionService: DocumentRule = (document) => {
  const files = document.at('configFiles');
  return [
    ...missing(document, 'name'),
    ...(files.isSet || document.at('environment').isSet
      ? []
      : [document.problem('an extension without anything to configure', 'set configFiles or environment')]),
    ...files.items.flatMap((file) => missing(file, 'content', 'mountPath')),
  ];
};

const sideroLink: DocumentRule = (document) =>
  eachWrong(
    [document.at('apiUrl')],
    ({ text }) => {
      const url = parseUrl(text);
      return url !== undefined && ['https', 'grpc'].includes(url.scheme) && ['', '/'].includes(url.path);
    },
    'no URL of the API',
    'correct it',
    'https://host or grpc://host',
  );

/** What runs on the machine beside Kubernetes. */
export const runtimeRules: Readonly<Record<string, DocumentRule>> = {
  EnvironmentConfig: environment,
  EtcFileConfig: etcFile,
  EventSinkConfig: eventSink,
  ExtensionServiceConfig: extensionService,
  KernelModuleConfig: (document) => missing(document, 'name'),
  KmsgLogConfig: kernelLog,
  OOMConfig: outOfMemory,
  SideroLinkConfig: sideroLink,
  SysctlConfig: parameters,
  SysfsConfig: parameters,
  UnattendedInstallConfig: unattendedInstall,
  WatchdogTimerConfig: watchdog,
};
