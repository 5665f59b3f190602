import {
  defineCluster,
  fluxApps,
  fluxComponents,
  fluxManifests,
  fluxOperator,
  fluxStages,
  secret,
  stage,
  talos,
  type Cluster,
  type Component,
  type Flux,
  type FluxOptions,
} from '../../lib/cluster';
import { catalogue } from '../../lib/platform';
import { fluxCluster, fluxClusters, operator, wholePlatform } from '../../test/support/clusters-flux';
import { component, definition, hetznerDefinition } from '../../test/support/definition';
import { Random } from '../talos/random';

const layouts = { components: fluxComponents(), stages: fluxStages(), apps: fluxApps() };
const installs = { operator: fluxOperator(), manifests: fluxManifests({ networkPolicy: false }) };
const substitution = { values: { domain: 'example.com', count: 3 }, secrets: { api_key: secret('api-key') } };
const repository = { url: 'https://git.example.com/teams/platform.git', path: 'deep/gitops' };

/** Every layout with every way to install Flux, with and without variables; those of the tests; the catalogue; odd texts. */
export function variants(seed: number): readonly (readonly [string, Cluster<Flux>])[] {
  const options = Object.entries(layouts).flatMap(([layout, choice]) =>
    Object.entries(installs).flatMap(([install, installation]) =>
      [undefined, substitution].map((variables): [string, Partial<FluxOptions>] => [
        `${layout}, ${install}${variables === undefined ? '' : ', variables'}`,
        {
          version: 'v2.9.0',
          layout: choice,
          install: installation,
          repository,
          ...(variables !== undefined && { substitution: variables }),
        },
      ]),
    ),
  );
  return [
    ...fluxClusters,
    ...options.map(([name, choice]): [string, Cluster<Flux>] => [name, fluxCluster(choice, wholePlatform())]),
    ...options.map(([name, choice]): [string, Cluster<Flux>] => [
      `texts: ${name}`,
      fluxCluster(choice, [stage('odd', ...oddComponents(new Random(seed)))]),
    ]),
    ...options
      .filter(([name]) => name.includes('operator'))
      .map(([name, { layout }]): [string, Cluster<Flux>] => [
        `catalogue: ${name}`,
        catalogueCluster(fluxCluster({ version: 'v2.9.0', repository, ...(layout && { layout }) }).gitops),
      ]),
  ];
}

const pieces = [
  '$',
  '$$',
  '${',
  '}',
  '${domain}',
  '${count',
  '${UNSET}',
  '${#domain}',
  '$domain',
  ':-',
  ' ',
  '"',
  "'",
  'a',
  '\\',
  '\n',
  '{{ x }}',
  '#',
  ': ',
];

/** Components whose texts are full of what Flux could take for variables. */
function oddComponents(random: Random): readonly Component[] {
  const text = () => Array.from({ length: random.below(8) }, () => random.pick(pieces)).join('');
  // a number alone would be read as one: that is what the type of a variable is for
  const texts = () =>
    Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key-${String(index)}`, `${text()} end`]));
  const values = texts();
  const data = texts();
  return [
    { ...operator(), requires: [], values: () => values, objects: () => [] },
    component('texts', {
      namespace: 'texts',
      objects: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts', namespace: 'texts' }, data }],
    }),
  ];
}

/** Everything of the catalogue that stands on one cluster, whoever requires what. */
function catalogueCluster(gitops: Flux): Cluster<Flux> {
  const components = Object.values(catalogue).map((make) => make());
  const system = talos({
    keepImageLayers: true,
    apiAccess: {
      namespaces: [...new Set(components.map(({ namespace }) => namespace))],
      roles: ['os:admin', 'os:reader', 'os:etcd:backup'],
    },
  });
  const oidc = { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' };
  const base = defineCluster({ ...hetznerDefinition(), platform: [], system, oidc });
  const other = defineCluster({ ...definition(), platform: [], system, oidc });
  const fits = (one: Component): boolean => {
    try {
      const objects = one.objects?.(base) ?? [];
      one.values?.(base);
      one.secrets?.(base);
      return objects.every(({ kind }) => kind !== 'FluxInstance');
    } catch {
      return false;
    }
  };
  const held = components.filter(fits);
  if (held.length < components.length / 2) throw new Error(`too few components stand on ${other.id}`);
  const names = held.map(({ name }) => name);
  const once = held.filter(({ name }, index) => names.indexOf(name) === index);
  return { ...base, gitops, platform: [stage('all', ...once)] };
}
