import { describe, expect, it } from 'vitest';
import { compareTrees, resourceLabel, type Change } from '../../lib/review';
import { ownerOf, treeOf } from './tree-of';

const path = 'clusters/prod/edge/cluster-api/cluster.yaml';

function template(hash: string, image: string): string {
  return `apiVersion: infrastructure.cluster.x-k8s.io/v1beta1\nkind: HCloudMachineTemplate\nmetadata: {name: edge-cp-${hash}}\nspec: {template: {spec: {imageName: ${image}}}}\n`;
}

function controlPlane(hash: string): string {
  return `apiVersion: controlplane.cluster.x-k8s.io/v1alpha3\nkind: TalosControlPlane\nmetadata: {name: edge}\nspec: {infrastructureTemplate: {name: edge-cp-${hash}}}\n`;
}

function compare(before: readonly string[], after: readonly string[]): Change[] {
  const tree = (documents: readonly string[]) => treeOf({ [path]: documents.join('---\n') });
  return compareTrees(tree(before), tree(after), { ownerOf });
}

const summary = (changes: readonly Change[]) =>
  changes.map(({ change, resource, replaces, previousStays }) => [
    change,
    resourceLabel(resource),
    ...(replaces === undefined ? [] : [resourceLabel(replaces), previousStays]),
  ]);

describe('objects named by a hash', () => {
  it('are one replacement with the fields inside, and the reference an ordinary change', () => {
    const changes = compare(
      [template('11111111', 'a'), controlPlane('11111111')],
      [template('2222aaaa', 'b'), controlPlane('2222aaaa')],
    );
    expect(summary(changes)).toEqual([
      ['replaced', 'HCloudMachineTemplate/edge-cp-2222aaaa', 'HCloudMachineTemplate/edge-cp-11111111', false],
      ['changed', 'TalosControlPlane/edge'],
    ]);
    expect(changes.map(({ fields }) => fields)).toEqual([
      [{ path: 'spec.template.spec.imageName', change: 'changed', before: 'a', after: 'b' }],
      [
        {
          path: 'spec.infrastructureTemplate.name',
          change: 'changed',
          before: 'edge-cp-11111111',
          after: 'edge-cp-2222aaaa',
        },
      ],
    ]);
  });

  it('take the place of the generation in use, where the one before it goes', () => {
    const changes = compare(
      [template('11111111', 'a'), template('22222222', 'b'), controlPlane('22222222')],
      [template('22222222', 'b'), template('33333333', 'c'), controlPlane('33333333')],
    );
    expect(summary(changes)).toEqual([
      ['removed', 'HCloudMachineTemplate/edge-cp-11111111'],
      ['replaced', 'HCloudMachineTemplate/edge-cp-33333333', 'HCloudMachineTemplate/edge-cp-22222222', true],
      ['changed', 'TalosControlPlane/edge'],
    ]);
  });

  it('find the generation in use in a file without changes', () => {
    const old = 'clusters/prod/edge/cluster-api/old.yaml';
    const before = treeOf({ [old]: template('11111111', 'a'), [path]: controlPlane('11111111') });
    const after = treeOf({
      [old]: template('11111111', 'a'),
      [path]: [template('22222222', 'b'), controlPlane('22222222')].join('---\n'),
    });
    expect(summary(compareTrees(before, after, { ownerOf }))).toEqual([
      ['replaced', 'HCloudMachineTemplate/edge-cp-22222222', 'HCloudMachineTemplate/edge-cp-11111111', true],
      ['changed', 'TalosControlPlane/edge'],
    ]);
  });

  it('of another base are another object', () => {
    const other = template('22222222', 'a').replace('edge-cp-', 'edge-workers-');
    expect(summary(compare([template('11111111', 'a')], [other]))).toEqual([
      ['removed', 'HCloudMachineTemplate/edge-cp-11111111'],
      ['added', 'HCloudMachineTemplate/edge-workers-22222222'],
    ]);
  });
});
