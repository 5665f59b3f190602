import { typeOf, type Type } from './value-type';

export type EnvironmentName = 'disk' | 'volume' | 'member' | 'link' | 'memory pressure' | 'control group';

/** What an expression can speak of. */
export interface Environment {
  readonly variables: Readonly<Record<string, string>>;
  /** Functions of Talos's own. */
  readonly functions: readonly string[];
  /** Whether values can be left out. */
  readonly hasOptionals: boolean;
  /** Type that the expression has to give. */
  readonly gives: 'bool' | 'double';
}

/** Amounts of bytes. Source: Talos `cel/celenv`. */
const units = named('uint', 'KiB MiB GiB TiB PiB EiB kB MB GB TB PB EB');

const classes = named('int', 'Besteffort Burstable Guaranteed Podruntime System');

const pressures = ['some', 'full'].flatMap((kind) =>
  ['avg10', 'avg60', 'avg300', 'total'].map((span) => `memory_${kind}_${span}`),
);

const usages = ['current', 'peak', 'max'].map((name) => `memory_${name}`);

/** Variables of the pressure on memory, their changes since the last look (`d_`), and both by class of service (`qos_`). */
const pressure = {
  ...named('double', [...pressures, ...pressures.map((name) => `d_${name}`)].join(' ')),
  ...named('map(int,double)', [...pressures, ...usages].flatMap((name) => [`qos_${name}`, `d_qos_${name}`]).join(' ')),
  time_since_trigger: 'duration',
};

export const environments: Readonly<Record<EnvironmentName, Environment>> = {
  disk: selects({ disk: 'message:disk', system_disk: 'bool', ...units }, 'glob'),
  volume: selects({ volume: 'message:volume', disk: 'message:disk', ...units }),
  member: selects(
    { volume: 'message:volume', disk: 'message:disk', volume_id: 'string', system_disk: 'bool', ...units },
    'glob',
  ),
  link: selects({ link: 'message:link' }, 'glob', 'mac'),
  'memory pressure': {
    variables: { ...pressure, ...units, ...classes },
    functions: ['multiply_qos_vectors'],
    hasOptionals: true,
    gives: 'bool',
  },
  'control group': {
    variables: { ...named('optional(uint)', usages.join(' ')), path: 'string', class: 'int', ...units, ...classes },
    functions: [],
    hasOptionals: true,
    gives: 'double',
  },
};

/** Fields of what Talos knows of disks, volumes and links. Source: Talos `api/resource/definitions`. */
const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  disk: {
    ...named('uint', 'size io_size sector_size'),
    ...named('bool', 'readonly rotational cdrom'),
    ...named(
      'string',
      'model serial modalias wwid bus_path sub_system transport dev_path pretty_size uuid firmware_version',
    ),
    ...named('list(string)', 'secondary_disks symlinks'),
  },
  volume: {
    ...named('uint', 'size sector_size io_size block_size filesystem_block_size probed_size partition_index offset'),
    ...named(
      'string',
      'name uuid label partition_uuid partition_type partition_label type device_path parent dev_path',
    ),
    ...named('string', 'parent_dev_path pretty_size'),
  },
  link: {
    ...named('uint', 'index link_index flags mtu master_index'),
    ...named('int', 'type operational_state speed_megabits port duplex'),
    ...named('bool', 'link_state'),
    ...named('bytes', 'hardware_addr broadcast_addr permanent_addr'),
    ...named('string', 'queue_disc kind slave_kind bus_path pciid driver driver_version firmware_version product_id'),
    ...named('string', 'vendor_id product vendor alias'),
    ...named('list(string)', 'alt_names'),
    vlan: 'message:vlan',
    bridge_master: 'message:bridge',
    bond_master: 'message:bond',
    wireguard: 'message:wireguard',
    vrf_master: 'message:vrf',
    veth: 'message:veth',
  },
  vlan: { vid: 'uint', protocol: 'int' },
  bridge: { stp: 'message:stp', vlan: 'message:filter' },
  stp: { enabled: 'bool' },
  filter: { filtering_enabled: 'bool' },
  bond: {
    ...named('int', 'mode hash_policy lacp_rate arp_validate arp_all_targets primary_reselect fail_over_mac ad_select'),
    ...named('int', 'adlacp_active'),
    ...named('uint', 'primary_index mii_mon up_delay down_delay arp_interval resend_igmp min_links lp_interval'),
    ...named('uint', 'packets_per_slave num_peer_notif tlb_dynamic_lb all_slaves_active ad_actor_sys_prio'),
    ...named('uint', 'ad_user_port_key peer_notify_delay missed_max'),
    use_carrier: 'bool',
    ...named('list(message:address)', 'arpip_targets nsip6_targets'),
  },
  address: { ip: 'bytes' },
  wireguard: {
    ...named('string', 'private_key public_key'),
    ...named('int', 'listen_port firewall_mark'),
    peers: 'list(message:peer)',
  },
  peer: {
    ...named('string', 'public_key preshared_key endpoint'),
    persistent_keepalive_interval: 'duration',
    allowed_ips: 'list(message:prefix)',
  },
  prefix: { ip: 'bytes', prefix_length: 'int' },
  vrf: { table: 'int' },
  veth: { peer_name: 'string' },
};

/** Type of a field of a message; nothing where it has none of the name. */
export function fieldType(message: Type, field: string): Type | undefined {
  const text = messages[message.name.replace('message:', '')]?.[field];
  return text === undefined ? undefined : typeOf(text);
}

function selects(variables: Readonly<Record<string, string>>, ...functions: readonly string[]): Environment {
  return { variables, functions, hasOptionals: false, gives: 'bool' };
}

function named(type: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}
