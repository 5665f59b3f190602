import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addons,
  ageIdentity,
  chainOf,
  defineCluster,
  secret,
  stage,
  type Component,
  type ComponentSecret,
  type Stage,
} from '../../lib/cluster';
import { closure, closureReport, type ClosureInput } from '../../lib/platform';
import { component, definition } from '../support/definition';

const secretsOf: ClosureInput['secretsOf'] = ({ component: { secrets } }) =>
  secrets?.(defineCluster(definition())) ?? [];

function part(
  name: string,
  { secrets = [], ...more }: Omit<Partial<Component>, 'secrets'> & { secrets?: ComponentSecret[] },
) {
  return component(name, { ...more, secrets: () => secrets });
}

function credential(name: string): ComponentSecret {
  return { name, data: { token: secret(name) } };
}

const cni = part('cilium', { provides: ['cni'] });
const engine = { name: 'flux', namespace: 'flux-system', requires: ['cni'], secrets: [] };

function setOf(platform: readonly Stage[], more: Partial<ClosureInput> = {}): readonly string[] {
  const input = { platform, engine, decryption: { requires: [], byEngine: true }, secretsOf, ...more };
  return closure(input).map(({ kind, id, by }) => `${kind} ${id} ${by}`);
}

describe('the bootstrap set', () => {
  it('holds what the engine requires, with what that requires first, and no more', () => {
    const platform = [
      stage('net', part('crds', { provides: ['crd/gateway'] }), { ...cni, requires: ['crd/gateway'] }),
      stage('apps', part('shop', { requires: ['cni'], secrets: [credential('shop')] })),
    ];
    expect(setOf(platform)).toEqual([
      'component crds-system/crds hand',
      'component cilium-system/cilium hand',
      'engine flux-system/flux hand',
    ]);
  });

  it('tells by what chain each member is in it', () => {
    const platform = [stage('net', part('crds', { provides: ['crd/gateway'] }), { ...cni, requires: ['crd/gateway'] })];
    const members = closure({ platform, engine, decryption: { requires: [], byEngine: true }, secretsOf });
    expect(members.map(({ why }) => chainOf(why).join(' → '))).toEqual([
      'the engine flux → cni → cilium-system/cilium → crd/gateway → crds-system/crds',
      'the engine flux → cni → cilium-system/cilium',
      'the engine flux',
    ]);
    expect(closureReport('test/edge', members)).toMatchInlineSnapshot(`
      "test/edge: 3 to bring before the cluster sustains itself
        1. component crds-system/crds, by hand
             the engine flux → cni → cilium-system/cilium → crd/gateway → crds-system/crds
        2. component cilium-system/cilium, by hand
             the engine flux → cni → cilium-system/cilium
        3. engine flux-system/flux, by hand
             the engine flux
      "
    `);
  });

  it('holds the secrets of what runs before the engine, each before its component', () => {
    const ccm = part('ccm', { provides: ['cloud-provider'], secrets: [credential('hcloud')] });
    expect(setOf([stage('net', cni, ccm)], { engine: { ...engine, requires: ['cni', 'cloud-provider'] } })).toEqual([
      'component cilium-system/cilium hand',
      'secret ccm-system/hcloud hand',
      'component ccm-system/ccm hand',
      'engine flux-system/flux hand',
    ]);
  });

  it('leaves to Cluster API what comes with the machines', () => {
    expect(setOf([addons({ ...cni, secrets: () => [credential('pull')] })])).toEqual([
      'secret cilium-system/pull cluster-api',
      'component cilium-system/cilium cluster-api',
      'engine flux-system/flux hand',
    ]);
  });

  it('holds the engine’s own secrets before the engine', () => {
    const key = { name: 'sops-age', data: { 'age.agekey': ageIdentity() } };
    expect(setOf([], { engine: { ...engine, requires: [], secrets: [key] } })).toEqual([
      'secret flux-system/sops-age hand',
      'engine flux-system/flux hand',
    ]);
  });

  describe('where an operator decrypts', () => {
    const decryption = { form: 'sops-secrets', requires: [], byEngine: false } as const;
    const key = { name: 'age', data: { key: ageIdentity() } };
    const operator = (...secrets: ComponentSecret[]) =>
      part('operator', { decrypts: 'sops-secrets', secrets: [key, ...secrets] });
    const shop = part('shop', { secrets: [credential('shop')] });

    it('holds its key, and not what it decrypts', () => {
      expect(setOf([stage('net', cni, operator()), stage('apps', shop)], { decryption })).toEqual([
        'component cilium-system/cilium hand',
        'engine flux-system/flux hand',
        'secret operator-system/age hand',
      ]);
    });

    it('gains the pull secret that the operator is given', () => {
      const before = setOf([stage('net', cni, operator()), stage('apps', shop)], { decryption });
      const after = setOf([stage('net', cni, operator(credential('registry'))), stage('apps', shop)], { decryption });
      expect(after.filter((member) => !before.includes(member))).toEqual(['secret operator-system/registry hand']);
    });

    it('gains the secrets of whatever the operator waits for', () => {
      const registry = part('registry', { provides: ['registry'], secrets: [credential('storage')] });
      const waiting = { ...operator(), requires: ['registry'] };
      expect(setOf([stage('net', cni, registry, waiting)], { decryption })).toContain(
        'secret registry-system/storage hand',
      );
    });
  });

  it('leaves to the engine the files that a store’s own components need, where the engine decrypts too', () => {
    const platform = [
      stage(
        'base',
        cni,
        part('volsync', { provides: ['restore'], secrets: [credential('backup-repo'), credential('backup-s3')] }),
        part('vault', { provides: ['secret-store/vault'], requires: ['restore'] }),
        part('external-secrets', { decrypts: 'external-secrets' }),
        part('shop', { secrets: [credential('shop')] }),
      ),
    ];
    const decryption = { form: 'external-secrets', requires: ['secret-store/vault'], byEngine: true } as const;
    expect(setOf(platform, { decryption }).filter((member) => member.startsWith('secret'))).toEqual([
      'secret volsync-system/backup-repo engine',
      'secret volsync-system/backup-s3 engine',
    ]);
  });

  it('holds every secret where nothing on the cluster decrypts', () => {
    const platform = [
      stage('apps', part('a', { secrets: [credential('one')] }), part('b', { secrets: [credential('two')] })),
    ];
    expect(
      setOf(platform, { engine: { ...engine, requires: [] }, decryption: { requires: [], byEngine: false } }),
    ).toEqual(['engine flux-system/flux hand', 'secret a-system/one hand', 'secret b-system/two hand']);
  });

  it('holds a Secret that two components read once', () => {
    const shared = { ...credential('shared'), namespace: 'shared' };
    const platform = [stage('apps', part('a', { secrets: [shared] }), part('b', { secrets: [shared] }))];
    expect(
      setOf(platform, { decryption: { requires: [], byEngine: false } }).filter((member) => member.includes('shared')),
    ).toEqual(['secret shared/shared hand']);
  });

  it('is closed: nothing in it waits for a component that is not before it', () => {
    const platforms = fc
      .array(fc.array(fc.nat(30), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
      .map((requirements) => [
        stage(
          'all',
          ...requirements.map((wanted, i) =>
            component(`c${String(i)}`, {
              provides: [`cap${String(i)}`],
              requires: wanted.filter((other) => other < i).map((other) => `cap${String(other)}`),
            }),
          ),
        ),
      ]);
    fc.assert(
      fc.property(platforms, fc.nat(29), (platform, wanted) => {
        const members = closure({
          platform,
          engine: { ...engine, requires: [`cap${String(wanted)}`] },
          decryption: { requires: [], byEngine: true },
          secretsOf: () => [],
        });
        const provided = new Set<string>();
        for (const member of members) {
          if (member.kind !== 'component') continue;
          expect(member.component.component.requires.every((capability) => provided.has(capability))).toBe(true);
          for (const capability of member.component.component.provides) provided.add(capability);
        }
      }),
    );
  });
});
