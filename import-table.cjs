// Which room may import which, besides itself. Checked by dependency-cruiser, shown in docs/architecture.md.
module.exports = {
  'lib/cluster': [],
  'lib/yaml': [],
  'lib/artifact': ['lib/cluster'],
  'lib/secrets': ['lib/cluster', 'lib/yaml'],
  'lib/helm': ['lib/cluster', 'lib/yaml', 'lib/artifact'],
  'lib/talos': ['lib/cluster', 'lib/yaml', 'lib/secrets', 'lib/artifact'],
  'lib/platform': ['lib/cluster'],
  'lib/synth': ['lib/cluster', 'lib/yaml', 'lib/secrets', 'lib/helm', 'lib/artifact'],
  'lib/terraform': ['lib/cluster', 'lib/talos', 'lib/artifact'],
  'lib/capi': ['lib/cluster', 'lib/yaml', 'lib/secrets', 'lib/talos', 'lib/artifact'],
  'lib/gitops': ['lib/cluster', 'lib/yaml', 'lib/secrets', 'lib/platform', 'lib/artifact'],
  'lib/review': ['lib/cluster', 'lib/yaml', 'lib/artifact', 'lib/synth'],
  'lib/operate': ['lib/cluster', 'lib/secrets', 'lib/platform', 'lib/synth'],
  stacks: ['lib/cluster', 'lib/talos', 'lib/terraform', 'lib/artifact'],
  charts: ['lib/cluster', 'lib/capi', 'lib/gitops', 'lib/platform', 'lib/artifact'],
  clusters: ['lib/cluster', 'lib/platform', 'lib/talos', 'lib/capi'],
};
