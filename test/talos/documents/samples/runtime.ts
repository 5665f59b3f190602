import { Duration, GiB } from '../../../../lib/cluster';
import {
  baseRuntimeSpec,
  criCustomization,
  environment,
  etcFile,
  eventSink,
  extensionService,
  imageCache,
  imageVerification,
  install,
  kernelModule,
  kmsgLog,
  oom,
  pciDriverRebind,
  registryMirror,
  registryTls,
  securityProfile,
  sysctls,
  sysfs,
  trustedRoots,
  udevRules,
  varFile,
  watchdogTimer,
} from '../../../../lib/talos';
import type { Samples } from './sample';

/** The machine below Kubernetes. */
export const runtimeSamples: Samples = {
  install: ({ random }) =>
    install({
      disk: random.pick([
        '/dev/nvme0n1',
        { match: 'disk.transport == "nvme" && !disk.readonly' },
        { model: 'WDC*', type: random.pick(['ssd', 'hdd', 'nvme', 'sd']), minSize: GiB(100) },
        { serial: 'a "quoted" && joined', wwid: 'naa.*', uuid: 'x', modalias: 'scsi:*', busPath: '/pci*/ata1/*' },
      ]),
      image: random.maybe(() => 'factory.example.com/metal-installer/x:v1.14.1'),
      wipe: random.maybe(() => random.chance(0.5)),
      reboot: random.maybe(() => false, 0.2),
    }),
  sysctls: ({ random }) => sysctls({ 'net.core.rmem_max': '7500000', 'vm.overcommit_memory': random.pick(['0', '1']) }),
  sysfs: () => sysfs({ 'devices.system.cpu.cpu0.cpufreq.scaling_governor': 'performance' }),
  kernelModule: ({ random }) => kernelModule('nbd', { parameters: random.maybe(() => ['nbds_max=16', 'max_part=0']) }),
  udevRules: () => udevRules(['SUBSYSTEM=="drm", KERNEL=="renderD*", GROUP="44", MODE="0660"']),
  etcFile: ({ random }) =>
    etcFile('nfsmount.conf', { contents: '[ NFSMount_Global_Options ]\n', mode: random.maybe(() => 0o600) }),
  varFile: ({ random }) =>
    varFile('/var/lib/example/settings.conf', {
      content: 'a = 1\n',
      op: random.pick(['create', 'append', 'overwrite']),
    }),
  environment: () => environment({ https_proxy: 'http://proxy.example.com:3128', no_proxy: '192.0.2.0/24' }),
  extensionService: ({ random }) =>
    extensionService('nut-client', {
      configFiles: [{ mountPath: '/usr/local/etc/nut/upsmon.conf', content: 'MONITOR ups@example.com 1\n' }],
      environment: random.maybe(() => ['UPS=remote']),
    }),
  watchdogTimer: ({ random }) =>
    watchdogTimer({ device: '/dev/watchdog0', timeout: random.maybe(() => Duration.minutes(5)) }),
  oom: ({ random }) =>
    oom({
      triggerExpression: random.maybe(() => 'memory_full_avg10 > 12.0'),
      sampleInterval: random.maybe(() => Duration.seconds(1)),
      strictCgroupClassOrdering: random.maybe(() => true, 0.3),
    }),
  kmsgLog: ({ random }) =>
    kmsgLog('central', { url: random.pick(['tcp://logs.example.com:5044', 'udp://192.0.2.5:514']) }),
  eventSink: () => eventSink({ endpoint: '192.0.2.5:8080' }),
  pciDriverRebind: () => pciDriverRebind('0000:04:00.0', { targetDriver: 'vfio-pci' }),
  registryMirror: ({ random }) => {
    const overridePath = random.maybe(() => random.chance(0.5));
    return registryMirror(random.pick(['docker.io', '*']), {
      endpoints: [
        { url: 'https://mirror.example.com/v2/hub', overridePath },
        { url: 'http://192.0.2.5:5000', overridePath: random.chance(0.8) ? overridePath : undefined },
      ],
      skipFallback: random.maybe(() => random.chance(0.5)),
    });
  },
  registryTls: ({ random, certificate }) =>
    registryTls('registry.example.com', {
      ca: random.maybe(() => certificate),
      insecureSkipVerify: random.maybe(() => random.chance(0.5)),
    }),
  criCustomization: ({ random }) => [
    criCustomization('metrics', { content: '[metrics]\n  address = "127.0.0.1:11234"' }),
    ...(random.chance(0.5)
      ? [criCustomization('more', { content: random.pick(['[debug]\n  level = "info"\n', '[metrics]\n']) })]
      : []),
  ],
  baseRuntimeSpec: () =>
    baseRuntimeSpec({ overrides: { process: { rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1024, soft: 1024 }] } } }),
  imageCache: ({ random }) => imageCache({ local: { enabled: random.chance(0.5) } }),
  imageVerification: ({ random, certificate }) =>
    imageVerification({
      rules: [
        random.pick([
          { image: 'registry.k8s.io/*', skip: true },
          { image: 'docker.io/*', deny: true },
        ]),
        { image: 'ghcr.io/example/*', keyless: { issuer: 'https://auth.example.com', subjectRegex: '.*' } },
        { image: 'registry.example.com/*', publicKey: { certificate } },
      ],
    }),
  trustedRoots: ({ certificate }) => trustedRoots('corporate', { certificates: certificate }),
  securityProfile: ({ random }) => securityProfile({ workloadIsolation: random.chance(0.5) }),
};
