/**
 * Words that Talos knows for a field, by the name of its type; letters may be large or small.
 * Source: Talos `nethelpers` and `resources`, machinery 1.14.1.
 */
export const words: Readonly<Record<string, readonly string[]>> = {
  'block.EncryptionProviderType': ['luks2', 'none'],
  'block.FilesystemType': ['none', 'xfs', 'vfat', 'ext4', 'iso9660', 'swap', 'virtiofs', 'btrfs'],
  'block.VolumeType': ['partition', 'disk', 'tmpfs', 'directory', 'symlink', 'overlay', 'external'],
  'nethelpers.ADLACPActive': ['off', 'on'],
  'nethelpers.ADSelect': ['stable', 'bandwidth', 'count'],
  'nethelpers.ARPAllTargets': ['any', 'all'],
  'nethelpers.ARPValidate': ['none', 'active', 'backup', 'all', 'filter', 'filter-active', 'filter-backup'],
  'nethelpers.AutoHostnameKind': ['off', 'talos-addr', 'stable'],
  'nethelpers.BondMode': [
    'balance-rr',
    'active-backup',
    'balance-xor',
    'broadcast',
    '802.3ad',
    'balance-tlb',
    'balance-alb',
  ],
  'nethelpers.BondXmitHashPolicy': ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4'],
  'nethelpers.ClientIdentifier': ['none', 'mac', 'duid'],
  'nethelpers.DNSProtocol': ['Do53', 'DoT', 'DoH'],
  'nethelpers.DefaultAction': ['accept', 'block'],
  'nethelpers.FailOverMAC': ['none', 'active', 'follow'],
  'nethelpers.LACPRate': ['slow', 'fast'],
  'nethelpers.PrimaryReselect': ['always', 'better', 'failure'],
  'nethelpers.Protocol': ['icmp', 'tcp', 'udp', 'icmpv6'],
  'nethelpers.RoutingRuleAction': ['unspec', 'unicast', 'blackhole', 'unreachable', 'prohibit'],
  'nethelpers.VLANProtocol': ['802.1q', '802.1ad'],
  'nethelpers.WOLMode': ['phy', 'unicast', 'multicast', 'broadcast', 'magic', 'magicsecure', 'filter'],
  'storage.LVMLogicalVolumeType': ['linear', 'raid0', 'raid1', 'raid10'],
  'storage.MDLevel': ['raid1'],
  'storage.MDMetadata': ['1.0', '1.2'],
};

/** Whether a text is one of the words of a type. */
export function isWordOf(type: string, text: string): boolean {
  return (words[type] ?? []).some((word) => word.toLowerCase() === text.toLowerCase());
}

/** A number from 1 to 252 or a word. Source: Talos `nethelpers/routingtable.go`. */
export function isRoutingTable(text: string): boolean {
  if (/^[1-9][0-9]{0,2}$/.test(text)) return Number(text) <= 252;
  return ['unspec', 'default', 'main', 'local'].includes(text.toLowerCase());
}
