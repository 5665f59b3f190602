import { describe, expect, it } from 'vitest';
import { stage, type PodSecurityLevel } from '../../../lib/cluster';
import { childApplication, platformApplicationSet, rootApps } from '../../../lib/gitops/argocd';
import { component } from '../../support/definition';
import { argoCdCluster } from './support';

const at = (name: string, namespace: string, podSecurity?: PodSecurityLevel) =>
  component(name, { namespace, ...(podSecurity && { podSecurity }) });
const platform = [
  stage('a', at('driver', 'host', 'privileged'), at('pages', 'tight', 'restricted'), at('quiet', 'silent')),
  stage('b', at('agent', 'host', 'restricted'), at('mixed', 'both', 'restricted'), at('unsaid', 'both')),
];
const enforce = 'pod-security.kubernetes.io/enforce';

describe('the namespace of a component', () => {
  it('allows what the neediest component of it needs, in an app of apps', () => {
    const cluster = argoCdCluster('app-of-apps', undefined, platform);
    const levels = rootApps(cluster).flatMap((root) =>
      root.children.map((child) => [
        child.name,
        childApplication(cluster, root, child).sync.namespaceLabels?.[enforce],
      ]),
    );
    expect(Object.fromEntries(levels)).toEqual({
      argocd: undefined,
      'root-apps': undefined,
      driver: 'privileged',
      pages: 'restricted',
      quiet: undefined,
      agent: 'privileged',
      // who says nothing needs what Talos enforces
      mixed: 'baseline',
      unsaid: 'baseline',
    });
  });

  it('is looked up by the template of an ApplicationSet', () => {
    const labels = platformApplicationSet(argoCdCluster('application-set', undefined, platform)).template.sync
      .namespaceLabels;
    expect(labels).toEqual({
      [enforce]:
        '{{ if has (index .path.segments 5) (list "host") }}privileged' +
        '{{ else if has (index .path.segments 5) (list "tight") }}restricted{{ else }}baseline{{ end }}',
    });
  });

  it('is what Talos enforces where no component says anything', () => {
    const quiet = argoCdCluster('application-set', undefined, [stage('a', at('quiet', 'silent'))]);
    expect(platformApplicationSet(quiet).template.sync.namespaceLabels).toEqual({ [enforce]: 'baseline' });
  });
});
