import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../lib/artifact';
import { keepPrevious } from '../../lib/capi';
import { GiB, hetzner, talos, vsphere, type Cluster } from '../../lib/cluster';
import { cloud, network } from '../support/clusters-capi';
import { hetznerManaged, hetznerPools, vsphereManaged, vspherePools, zones } from '../support/clusters-capi-pools';
import { clusterApiObjects } from '../support/cluster-api-objects';

/** What a change of the definition does to the folder, with names as `<Kind> <pool>`. */
interface Effect {
  /** Objects of a name that was not there. */
  readonly made: readonly string[];
  /** Fields that name another object than before. */
  readonly moved: readonly string[];
  /** Objects that only the machines still need. */
  readonly kept: readonly string[];
  /** Objects of the same name with another content. */
  readonly changed: readonly string[];
}

const REFERENCES: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  TalosControlPlane: [['machine', ['infrastructureTemplate', 'name']]],
  MachineDeployment: [
    ['machine', ['template', 'spec', 'infrastructureRef', 'name']],
    ['config', ['template', 'spec', 'bootstrap', 'configRef', 'name']],
  ],
  VSphereDeploymentZone: [['domain', ['failureDomain']]],
};

function effectOf(before: Cluster, after: Cluster): Effect {
  const old = clusterApiObjects(before);
  const effect = { made: [] as string[], moved: [] as string[], kept: [] as string[], changed: [] as string[] };
  for (const [file, made] of clusterApiObjects(after)) {
    const was = new Map((old.get(file) ?? []).map((object) => [keyOf(object), object]));
    for (const object of made) {
      const previous = was.get(keyOf(object));
      if (previous === undefined) effect.made.push(label(object));
      else if (JSON.stringify(previous) !== JSON.stringify(object)) effect.changed.push(label(object));
      for (const [what, path] of REFERENCES[object.kind] ?? []) {
        if (previous !== undefined && at(previous.spec, path) !== at(object.spec, path))
          effect.moved.push(`${label(object)} ${what}`);
      }
    }
    effect.kept.push(
      ...keepPrevious(old.get(file) ?? [], made)
        .slice(made.length)
        .map(label),
    );
  }
  return {
    made: effect.made.sort(),
    moved: effect.moved.sort(),
    kept: effect.kept.sort(),
    changed: effect.changed.sort(),
  };
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}

function label({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name.replace(/^fleet-?/, '').replace(/-?[0-9a-f]{8}$/, '')}`.trim();
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((member, key) => (member as Record<string, unknown> | undefined)?.[key], value);
}

const NOTHING: Effect = { made: [], moved: [], kept: [], changed: [] };
const templates = (kind: string, ...pools: string[]) => pools.map((pool) => `${kind} ${pool}`);
const hetznerPool = (change: Partial<Parameters<typeof hetzner.worker>[0]>) => ({
  pools: { ...hetznerPools, web: { ...hetznerPools.web, ...change } },
});
const vspherePool = (change: Partial<typeof vspherePools.web>) => ({
  pools: { ...vspherePools, web: { ...vspherePools.web, ...change } },
});
const WEB = ['MachineDeployment web-fsn1', 'MachineDeployment web-nbg1'];
const DEPLOYMENTS = ['MachineDeployment batch', ...WEB];
const with_ = (what: string, ...objects: string[]) => objects.map((object) => `${object} ${what}`);

describe('a change on Hetzner', () => {
  const table: readonly [string, Cluster, Partial<Effect>][] = [
    [
      'of the machine type of the control plane',
      hetznerManaged({
        pools: { ...hetznerPools, control: hetzner.controlPlane({ count: 3, type: 'cx43', location: 'nbg1' }) },
      }),
      {
        made: ['HCloudMachineTemplate control'],
        moved: ['TalosControlPlane control machine'],
        kept: ['HCloudMachineTemplate control'],
        changed: ['TalosControlPlane control'],
      },
    ],
    [
      'of the machine type of workers',
      hetznerManaged(hetznerPool({ type: 'cx53' })),
      {
        made: ['HCloudMachineTemplate web'],
        moved: with_('machine', ...WEB),
        kept: ['HCloudMachineTemplate web'],
        changed: WEB,
      },
    ],
    [
      'of the image',
      hetznerManaged({ versions: { kubernetes: 'v1.35.0', talos: 'v1.12.3' } }),
      {
        made: templates('HCloudMachineTemplate', 'batch', 'control', 'web'),
        moved: [...with_('machine', ...DEPLOYMENTS), 'TalosControlPlane control machine'],
        kept: templates('HCloudMachineTemplate', 'batch', 'control', 'web'),
        changed: [...DEPLOYMENTS, 'TalosControlPlane control'],
      },
    ],
    [
      'of a Talos patch of all machines',
      hetznerManaged({ system: talos({ keepImageLayers: true }) }),
      {
        made: templates('TalosConfigTemplate', 'batch', 'web'),
        moved: with_('config', ...DEPLOYMENTS),
        kept: templates('TalosConfigTemplate', 'batch', 'web'),
        changed: [...DEPLOYMENTS, 'TalosControlPlane control'],
      },
    ],
    [
      'of a label of workers',
      hetznerManaged(hetznerPool({ labels: { 'example.com/tier': 'front', 'node-role.kubernetes.io/web': '' } })),
      {
        made: ['TalosConfigTemplate web'],
        moved: with_('config', ...WEB),
        kept: ['TalosConfigTemplate web'],
        changed: WEB,
      },
    ],
    [
      'of a label that Cluster API carries to nodes that stand',
      hetznerManaged(hetznerPool({ labels: { 'example.com/tier': 'web' } })),
      { changed: WEB },
    ],
    [
      'of the rollout trigger of a pool',
      hetznerManaged({ pools: { ...hetznerPools, batch: { ...hetznerPools.batch, rolloutTrigger: 'second' } } }),
      {
        made: ['TalosConfigTemplate batch'],
        moved: ['MachineDeployment batch config'],
        kept: ['TalosConfigTemplate batch'],
        changed: ['MachineDeployment batch'],
      },
    ],
    [
      'of the number of workers',
      hetznerManaged(hetznerPool({ count: 6 })),
      { changed: ['MachineDeployment web-fsn1'] },
    ],
    [
      'of the number of control planes',
      hetznerManaged({ pools: { ...hetznerPools, control: { ...hetznerPools.control, count: 5 } } }),
      { changed: ['TalosControlPlane control'] },
    ],
    [
      'of the Kubernetes version',
      hetznerManaged({ versions: { kubernetes: 'v1.35.1', talos: 'v1.12.2' } }),
      { changed: [...DEPLOYMENTS, 'TalosControlPlane control'] },
    ],
    ['of the repository', hetznerManaged({ gitopsRevision: 'other' }), {}],
    [
      'of an addon',
      hetznerManaged({ addons: [network, cloud] }),
      { made: ['ClusterResourceSet hcloud-secret', 'HelmChartProxy hcloud-ccm'], changed: ['Cluster'] },
    ],
    [
      'of nothing but the order of keys',
      hetznerManaged({ pools: Object.fromEntries(Object.entries(hetznerPools).reverse()) }),
      {},
    ],
  ];

  it.each(table)('%s has these effects, and no others', (_name, after, effect) => {
    expect(effectOf(hetznerManaged(), after)).toEqual({ ...NOTHING, ...effect });
  });
});

describe('a change on vSphere', () => {
  const before = vsphereManaged({ zones });
  const all = ['batch', 'control', 'web'];
  const deployments = ['MachineDeployment batch', 'MachineDeployment web'];
  const table: readonly [string, Cluster, Partial<Effect>][] = [
    [
      'of the hardware of the control plane',
      vsphereManaged({
        zones,
        pools: { ...vspherePools, control: vsphere.controlPlane({ count: 3, cpus: 8, memory: GiB(8), disk: GiB(80) }) },
      }),
      {
        made: ['VSphereMachineTemplate control'],
        moved: ['TalosControlPlane control machine'],
        kept: ['VSphereMachineTemplate control'],
        changed: ['TalosControlPlane control'],
      },
    ],
    [
      'of the hardware of workers',
      vsphereManaged({ zones, ...vspherePool({ memory: GiB(24) }) }),
      {
        made: ['VSphereMachineTemplate web'],
        moved: ['MachineDeployment web machine'],
        kept: ['VSphereMachineTemplate web'],
        changed: ['MachineDeployment web'],
      },
    ],
    [
      'of the image',
      vsphereManaged({ zones, versions: { kubernetes: 'v1.35.0', talos: 'v1.12.3' } }),
      {
        made: templates('VSphereMachineTemplate', ...all),
        moved: [...with_('machine', ...deployments), 'TalosControlPlane control machine'],
        kept: templates('VSphereMachineTemplate', ...all),
        changed: [...deployments, 'TalosControlPlane control'],
      },
    ],
    [
      'of a Talos patch of all machines',
      vsphereManaged({ zones, system: talos({ keepImageLayers: true }) }),
      {
        made: templates('TalosConfigTemplate', 'batch', 'web'),
        moved: with_('config', ...deployments),
        kept: templates('TalosConfigTemplate', 'batch', 'web'),
        changed: [...deployments, 'TalosControlPlane control'],
      },
    ],
    [
      'of the number of workers',
      vsphereManaged({ zones, ...vspherePool({ count: 3 }) }),
      { changed: ['MachineDeployment web'] },
    ],
    [
      'of the Kubernetes version',
      vsphereManaged({ zones, versions: { kubernetes: 'v1.35.1', talos: 'v1.12.2' } }),
      { changed: [...deployments, 'TalosControlPlane control'] },
    ],
    [
      'of a zone',
      vsphereManaged({ zones: { ...zones, a: { ...zones.a, cluster: 'compute-c' } } }),
      {
        made: ['VSphereFailureDomain a'],
        moved: ['VSphereDeploymentZone a domain'],
        kept: ['VSphereFailureDomain a'],
        changed: ['VSphereDeploymentZone a'],
      },
    ],
    ['of the repository', vsphereManaged({ zones, gitopsRevision: 'other' }), {}],
  ];

  it.each(table)('%s has these effects, and no others', (_name, after, effect) => {
    expect(effectOf(before, after)).toEqual({ ...NOTHING, ...effect });
  });
});
