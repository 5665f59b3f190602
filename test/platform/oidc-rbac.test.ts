import { describe, expect, it } from 'vitest';
import { defineCluster } from '../../lib/cluster';
import { oidcRbac } from '../../lib/platform';
import { definition } from '../support/definition';

const oidc = { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' };
const cluster = defineCluster({ ...definition(), oidc });

describe('oidcRbac', () => {
  it('binds the groups of each ClusterRole under a name of its own', () => {
    const objects = oidcRbac({ groups: { view: ['support', '/org/dev'], 'cluster-admin': ['platform'] } }).objects;
    const rbac = 'rbac.authorization.k8s.io';
    expect(objects?.(cluster)).toEqual([
      {
        apiVersion: `${rbac}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name: 'oidc-cluster-admin' },
        roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [{ apiGroup: rbac, kind: 'Group', name: 'platform' }],
      },
      {
        apiVersion: `${rbac}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name: 'oidc-view' },
        roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'view' },
        subjects: [
          { apiGroup: rbac, kind: 'Group', name: '/org/dev' },
          { apiGroup: rbac, kind: 'Group', name: 'support' },
        ],
      },
    ]);
  });

  it('gives the same objects for the same groups in any order', () => {
    const one = oidcRbac({ groups: { view: ['a', 'b'], edit: ['c'] } }).objects?.(cluster);
    const other = oidcRbac({ groups: { edit: ['c'], view: ['b', 'a'] } }).objects?.(cluster);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('makes no binding without a member', () => {
    expect(oidcRbac({ groups: { view: [] } }).objects?.(cluster)).toEqual([]);
  });

  it('fails on a cluster that has no OIDC login', () => {
    const without = defineCluster(definition());
    expect(() => oidcRbac({ groups: { view: ['a'] } }).objects?.(without)).toThrow(/test\/edge: .*got no oidc; add it/);
  });
});
