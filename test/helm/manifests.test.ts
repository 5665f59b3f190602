import { describe, expect, it } from 'vitest';
import { describeDifference } from '../../lib/helm/difference';
import { objectsOf } from '../../lib/helm/manifests';

const object = (kind: string, name: string, more = '') =>
  `---\n# Source: c/templates/${name}.yaml\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;
const hook = (moments: string) => `  annotations:\n    helm.sh/hook: ${moments}\n`;
const names = (text: string): string[] => objectsOf(text).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

describe('what helm prints', () => {
  it('becomes objects in an order in which they can be applied', () => {
    const text =
      object('Service', 'b') +
      object('Service', 'a') +
      object('Namespace', 'z') +
      object('CustomResourceDefinition', 'crd');
    expect(names(text)).toEqual(['CustomResourceDefinition/crd', 'Namespace/z', 'Service/a', 'Service/b']);
  });

  it('gives the items of lists, and nothing for documents of comments', () => {
    const list =
      '---\napiVersion: v1\nkind: ConfigMapList\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}\n';
    expect(names(`---\n# nothing\n${list}`)).toEqual(['ConfigMap/x']);
  });

  it('leaves out what only tests, rolls back or uninstalls', () => {
    const text = [
      'test',
      'test-success',
      'pre-delete',
      'post-delete,pre-rollback',
      'pre-install',
      'post-delete, post-upgrade',
    ]
      .map((moments, i) => object('Job', `j${String(i)}`, hook(moments)))
      .join('');
    expect(names(text)).toEqual(['Job/j4', 'Job/j5']);
  });

  it('fails naming the template that renders no YAML', () => {
    expect(() => objectsOf(`${object('Service', 'a')}${object('Service', 'b')}x: [\n`)).toThrow(
      /c\/templates\/b\.yaml renders no YAML/,
    );
  });

  it('fails for an object that the cluster would name', () => {
    expect(() => objectsOf('apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: x-\n')).toThrow(
      /no object with a name/,
    );
  });

  it('tells where two renderings differ, and no value', () => {
    const [one] = objectsOf(object('Secret', 's', 'data: {a: b, "tls.key": c}\n'));
    const [two] = objectsOf(object('Secret', 's', 'data: {a: b, "tls.key": d}\n'));
    expect(describeDifference([one!], [two!])).toBe('Secret s data["tls.key"]');
    expect(describeDifference([one!], [one!, two!])).toBe('Secret s');
    expect(describeDifference([one!], [one!])).toBeUndefined();
  });
});
