/** A section of Fluent Bit's classic configuration, in the order of its keys. */
export type FluentBitSection = Readonly<Record<string, string | number | boolean>>;

/**
 * The text of a section.
 *
 * @throws Error for a value of several lines, which would become keys of their own
 */
export function section(type: 'INPUT' | 'FILTER' | 'OUTPUT', entries: FluentBitSection): string {
  const lines = Object.entries(entries).map(([key, value]) => {
    const text = typeof value === 'boolean' ? (value ? 'On' : 'Off') : String(value);
    if (/[\r\n]/.test(key + text)) {
      throw new Error(
        `a value of Fluent Bit's ${key} has several lines, got ${JSON.stringify(text)}; write it on one line`,
      );
    }
    return `    ${key} ${text}\n`;
  });
  return `[${type}]\n${lines.join('')}`;
}

/** What containers write: links of the kubelet to files in the format of the CRI. */
export const podInput: FluentBitSection = {
  Name: 'tail',
  Alias: 'pods',
  Path: '/var/log/containers/*.log',
  'multiline.parser': 'cri',
  Tag: 'kube.*',
  // where reading stopped, so that a new pod goes on there; /var outlives both on Talos
  DB: '/var/log/fluent-bit-pods.db',
  Mem_Buf_Limit: '5MB',
  Skip_Long_Lines: true,
};

/** The API server's audit log. Source: Talos `constants.KubernetesAuditLogDir` */
export const auditInput: FluentBitSection = {
  Name: 'tail',
  Alias: 'audit',
  Path: '/var/log/audit/kube/*.log',
  Parser: 'json',
  Tag: 'audit.*',
  DB: '/var/log/fluent-bit-audit.db',
  Mem_Buf_Limit: '5MB',
  Skip_Long_Lines: true,
};

/** Logs of Talos's own services, a JSON object a line. Source: Talos documentation, "Logging" */
export const machineInput: FluentBitSection = {
  Name: 'tcp',
  Alias: 'machine',
  Listen: '127.0.0.1',
  Port: 5170,
  Format: 'json',
  Tag: 'machine.*',
};

export const podFilter: FluentBitSection = {
  Name: 'kubernetes',
  Match: 'kube.*',
  Merge_Log: true,
  'K8S-Logging.Parser': true,
  'K8S-Logging.Exclude': true,
};
