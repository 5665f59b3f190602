import { describe, expect, it } from 'vitest';
import { fluxApps, fluxComponents, fluxStages, secret, stage } from '../../../lib/cluster';
import { escapeForFlux, fluxEngine } from '../../../lib/gitops/flux';
import { fluxCluster, operator } from '../../support/clusters-flux';
import { documentsOf, fluxObjects, objectOf } from '../../support/flux-tree';

const substitution = { values: { domain: 'example.com', count: 3, on: true }, secrets: { api_key: secret('api-key') } };
const escape = (text: string): unknown => escapeForFlux({ text }, { substitution }).text;

describe('escapeForFlux', () => {
  // what the real package gives back is proved in e2e/kustomize
  it.each([
    ['a plain text', 'a plain text'],
    ['$HOME and $1', '$HOME and $1'],
    ['${domain}', '${domain}'],
    ['${api_key}', '${api_key}'],
    ['${HOME}', '$${HOME}'],
    ['${domain:-x}', '$${domain:-x}'],
    ['${#domain}', '$${#domain}'],
    ['${', '$${'],
    ['a$$b', 'a$$$$b'],
    ['$${domain}', '$$${domain}'],
    ['$${HOME}', '$$$${HOME}'],
    ['$(id) ${domain}${x}', '$(id) ${domain}$${x}'],
  ])('writes %s as %s', (text, written) => {
    expect(escape(text)).toBe(written);
  });

  it('escapes keys and lists as well, and keeps what is no text', () => {
    expect(escapeForFlux({ '${k}': ['${v}', 1, null, { deep: false }], none: undefined }, { substitution })).toEqual({
      '$${k}': ['$${v}', 1, null, { deep: false }],
      none: undefined,
    });
  });

  it('leaves everything alone where nothing is filled in', () => {
    const object = { text: '${HOME} $$' };
    expect(escapeForFlux(object, { substitution: { values: {}, secrets: {} } })).toBe(object);
  });
});

describe('the variables of a definition', () => {
  const platform = [stage('apps', operator())].map((one) => ({
    ...one,
    components: one.components.map((component) => ({ ...component, requires: [] })),
  }));

  it('stand in a ConfigMap and a Secret that every Kustomization of a component reads', () => {
    const cluster = fluxCluster({ layout: fluxComponents(), substitution }, platform);
    expect(objectOf(cluster, 'ConfigMap', 'cluster-settings')).toMatchObject({
      metadata: { namespace: 'flux-system' },
      data: { domain: 'example.com', count: '3', on: 'true' },
    });
    expect(objectOf(cluster, 'Kustomization', 'operator').spec).toMatchObject({
      postBuild: {
        substituteFrom: [
          { kind: 'ConfigMap', name: 'cluster-settings' },
          { kind: 'Secret', name: 'cluster-secrets' },
        ],
      },
    });
    expect(fluxEngine.secrets(cluster).map(({ path }) => path)).toContain(
      'clusters/test/edge/flux/cluster-secrets.sops.yaml',
    );
  });

  it('are pushed by the parent in the other layouts, but to those whose files are not ours', () => {
    for (const layout of [fluxStages(), fluxApps()]) {
      const cluster = fluxCluster({ layout, substitution }, platform);
      const parent = objectOf(cluster, 'Kustomization', layout.kind === 'stages' ? 'apps' : 'cluster-apps');
      const patches = JSON.stringify(parent.spec.patches);
      expect(patches).toContain('substituteFrom');
      expect(patches).toContain('flux.plinth/variables notin (disabled)');
      const children = fluxObjects(cluster).filter(
        ({ kind, metadata }) => kind === 'Kustomization' && metadata.name.endsWith('operator'),
      );
      for (const { spec } of children) expect(spec).not.toHaveProperty('postBuild');
    }
  });

  it('stand in every namespace of the layout apps, where Kustomizations read them', () => {
    const cluster = fluxCluster({ layout: fluxApps(), substitution }, platform);
    const folder = 'clusters/test/edge';
    const files = fluxEngine.files(cluster);
    const kustomization = files.find(({ path }) => path === `${folder}/apps/operator-system/kustomization.yaml`);
    expect(documentsOf(kustomization!)[0]).toMatchObject({
      namespace: 'operator-system',
      components: ['../../components/variables'],
    });
    const component = files.find(({ path }) => path === `${folder}/components/variables/kustomization.yaml`);
    expect(documentsOf(component!)[0]).toMatchObject({
      kind: 'Component',
      resources: ['cluster-settings.yaml', 'cluster-secrets.sops.yaml'],
    });
  });

  it('are nowhere where there are none', () => {
    for (const layout of [fluxComponents(), fluxStages(), fluxApps()]) {
      const text = JSON.stringify(fluxObjects(fluxCluster({ layout }, platform)));
      expect(text).not.toContain('substituteFrom');
      expect(text).toContain('exec ${SHELL} $$1');
    }
  });
});
