import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  hetznerLimits,
  hetznerLocation,
  type Cluster,
  type HetznerMachinesInfrastructure,
  type HetznerServerPool,
  type Machine,
} from '../../cluster';
import { fits, type ConfigLimit } from '../machine-config';
import type { Expression, ProvidedMachine } from '../machine-provider';
import { formerParts, lifecycle, namedAndMoved } from '../stable-identity';
import { PrimaryIp } from './generated/primary-ip';
import type { HcloudProvider } from './generated/provider';
import { Server, type ServerPublicNet } from './generated/server';
import { Volume } from './generated/volume';
import { VolumeAttachment } from './generated/volume-attachment';
import { machineLabels } from './labels';

/** Talos reads `user_data` as it stands. Source: Hetzner Cloud API, `POST /servers`. */
export const userDataLimit: ConfigLimit = { what: 'user_data', bytes: hetznerLimits.userData };

export interface HetznerServerProps {
  readonly cluster: Cluster;
  readonly machines: HetznerMachinesInfrastructure;
  readonly poolName: string;
  readonly pool: HetznerServerPool;
  readonly machine: Machine;
  readonly networkId: number;
  /** What the server waits for. */
  readonly after: readonly ITerraformDependable[];
  readonly image: Expression;
  readonly placementGroupId: number | undefined;
  readonly config: Expression | undefined;
  readonly protect: boolean;
  readonly provider: HcloudProvider | undefined;
}

/**
 * What holds for the moment of making a server. Talos upgrades itself in place and takes later configuration through its
 * API; without this, a newer snapshot or a changed configuration would replace every machine in one apply.
 */
const atCreation = ['image', 'user_data', 'ssh_keys'];

/** A machine of the definition as a server, with what belongs to it: addresses that stay, and volumes. */
export class HetznerServer extends Construct implements ProvidedMachine {
  readonly machine: Machine;
  readonly resource: Server;
  readonly id: Expression;
  readonly address: Expression;
  readonly reachableAt: Expression;

  constructor(scope: Construct, id: string, props: HetznerServerProps) {
    super(scope, id);
    const { machine, pool } = props;
    this.machine = machine;
    this.resource = this.server(props);
    this.id = this.resource.id;
    this.address = machine.address?.text ?? '';
    this.reachableAt = reachable(this.resource, pool) ?? this.address;
    for (const name of Object.keys(pool.volumes)) this.volume(name, props);
  }

  private server(props: HetznerServerProps): Server {
    const { cluster, machines, pool, machine, networkId, after, image, placementGroupId, config, provider } = props;
    const resource = new Server(this, 'server', {
      provider,
      name: machine.name,
      serverType: pool.type,
      image,
      location: hetznerLocation(pool, machine.key),
      labels: labelsOf(props),
      ...(machines.sshKeys.length > 0 && { sshKeys: [...machines.sshKeys] }),
      ...(placementGroupId !== undefined && { placementGroupId }),
      ...(config !== undefined && { userData: config }),
      publicNet: this.publicNet(props),
      // without the empty list, every apply would detach the server; source: hcloud provider, `server`
      network: [{ networkId, ip: machine.address?.text, aliasIps: [] }],
      dependsOn: [...after],
      lifecycle: lifecycle({
        protect: props.protect,
        ignoreChanges: atCreation,
        preconditions: config === undefined ? [] : [fits(config, userDataLimit)],
      }),
    });
    return namedAndMoved(resource, [machine.name], formerParts(cluster, machines.pools, machine));
  }

  private publicNet(props: HetznerServerProps): ServerPublicNet[] | undefined {
    const { ipv4, ipv6 } = props.pool.publicNetwork;
    // the provider's own default, which it reads back without a difference
    if (ipv4 && ipv6 && !props.pool.primaryIps) return undefined;
    return [
      {
        ipv4Enabled: ipv4,
        ipv6Enabled: ipv6,
        ...(ipv4 && props.pool.primaryIps && { ipv4: this.primaryIp('ipv4', props) }),
        ...(ipv6 && props.pool.primaryIps && { ipv6: this.primaryIp('ipv6', props) }),
      },
    ];
  }

  private primaryIp(type: 'ipv4' | 'ipv6', props: HetznerServerProps): number {
    const { cluster, machines, pool, machine, protect, provider } = props;
    const resource = new PrimaryIp(this, type, {
      provider,
      name: `${machine.name}-${type}`,
      type,
      location: hetznerLocation(pool, machine.key),
      // it outlives the server, and Terraform's state with it
      autoDelete: false,
      labels: labelsOf(props),
      lifecycle: lifecycle({ protect }),
    });
    return namedAndMoved(resource, [machine.name, type], formerParts(cluster, machines.pools, machine, type)).id;
  }

  private volume(name: string, props: HetznerServerProps): void {
    const { cluster, machines, pool, machine, provider } = props;
    const settings = pool.volumes[name];
    if (settings === undefined) return;
    const before = formerParts(cluster, machines.pools, machine, name);
    const volume = new Volume(this, `volume-${name}`, {
      provider,
      name: `${machine.name}-${name}`,
      size: settings.size.gibibytes,
      location: hetznerLocation(pool, machine.key),
      ...(settings.format !== undefined && { format: settings.format }),
      labels: labelsOf(props),
      // data outlive the server that reads them
      lifecycle: lifecycle({ protect: pool.protect ?? true }),
    });
    namedAndMoved(volume, [machine.name, name], before);
    const attachment = new VolumeAttachment(this, `attachment-${name}`, {
      provider,
      volumeId: Token.asNumber(volume.id),
      serverId: Token.asNumber(this.resource.id),
      automount: false,
    });
    namedAndMoved(attachment, [machine.name, name], before);
  }
}

function labelsOf({ cluster, poolName, pool }: HetznerServerProps): Record<string, string> {
  return machineLabels(cluster, { name: poolName, role: pool.role });
}

/** Its public address, where it has one. */
function reachable(server: Server, { publicNetwork }: HetznerServerPool): Expression | undefined {
  if (publicNetwork.ipv4) return server.ipv4Address;
  return publicNetwork.ipv6 ? server.ipv6Address : undefined;
}
