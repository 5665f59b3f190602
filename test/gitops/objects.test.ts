import { App, Chart, JsonPatch } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  Application,
  applicationObject,
  AppProject,
  appProjectObject,
  ApplicationSet,
  applicationSetObject,
  gitSource,
  segmentFromEnd,
  type ApplicationProps,
  type AppProjectProps,
} from '../../lib/gitops/argocd';
import { applicationSetCluster, appOfAppsCluster } from '../support/clusters-gitops';

const cluster = applicationSetCluster();
const application: ApplicationProps = {
  name: 'podinfo',
  source: gitSource(cluster, 'apps/podinfo'),
  destination: 'demo',
  sync: { version: 'v3.2.6' },
};
const project: AppProjectProps = {
  name: 'p',
  description: 'd',
  sourceRepos: ['https://git.example.com/a.git'],
  namespaces: ['demo'],
};

describe('an Application', () => {
  it('takes URL, revision and folder from the one repository of the definition', () => {
    expect(applicationObject(application)).toMatchObject({
      spec: {
        source: {
          repoURL: 'https://git.example.com/teams/platform.git',
          targetRevision: 'main',
          path: 'gitops/apps/podinfo',
        },
      },
    });
    expect(gitSource(appOfAppsCluster(), 'apps/podinfo').path).toBe('apps/podinfo');
  });

  it('syncs by itself, server-side, into a namespace that it makes', () => {
    expect(applicationObject(application)).toMatchObject({
      spec: {
        project: 'default',
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['ServerSideApply=true', 'CreateNamespace=true'],
        },
      },
    });
  });

  it('does not make Argo CD’s own namespace, which its AppProject would have to permit', () => {
    const { syncPolicy } = applicationObject({ ...application, destination: 'argocd' }).spec as {
      syncPolicy: { syncOptions: string[] };
    };
    expect(syncPolicy.syncOptions).toEqual(['ServerSideApply=true']);
  });

  it.each([
    ['v3.2.0', { limit: -1, refresh: true }],
    ['v3.5.1', { limit: -1, refresh: true }],
    ['v4.0.0', { limit: -1, refresh: true }],
    ['v3.1.9', { limit: 20 }],
    ['v2.14.3', { limit: 20 }],
  ])('of %s retries as that version can without getting stuck on one revision', (version, expected) => {
    const { syncPolicy } = applicationObject({ ...application, sync: { version } }).spec as {
      syncPolicy: { retry: object };
    };
    expect(syncPolicy.retry).toEqual({ ...expected, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } });
  });

  it('names a release of its own where its name would not do', () => {
    expect(applicationObject({ ...application, releaseName: 'podinfo' })).toMatchObject({
      spec: { source: { helm: { releaseName: 'podinfo' } } },
    });
  });

  it('carries its wave as a text', () => {
    expect(applicationObject({ ...application, wave: 3 }).metadata).toMatchObject({
      annotations: { 'argocd.argoproj.io/sync-wave': '3' },
    });
  });
});

describe('an AppProject', () => {
  it('always has a sync window, or there would be nothing to turn', () => {
    expect(appProjectObject(project)).toMatchObject({ spec: { syncWindows: [{ ...alwaysOpen }] } });
    expect(alwaysOpen).toMatchObject({ kind: 'allow', schedule: '* * * * *', duration: '1h', manualSync: true });
  });

  it('takes other windows, at least one', () => {
    const night = { ...alwaysOpen, schedule: '0 22 * * *', duration: '6h' };
    expect(appProjectObject({ ...project, syncWindows: [night] })).toMatchObject({ spec: { syncWindows: [night] } });
    // @ts-expect-error an empty list is not a list of windows
    const none: AppProjectProps = { ...project, syncWindows: [] };
    expect(none.syncWindows).toEqual([]);
  });

  it('permits no cluster-scoped kind unless told', () => {
    const spec = appProjectObject(project).spec as Record<string, unknown>;
    expect(spec.clusterResourceWhitelist).toBeUndefined();
    expect(spec.destinations).toEqual([{ server: 'https://kubernetes.default.svc', namespace: 'demo' }]);
  });
});

describe('an ApplicationSet', () => {
  const object = applicationSetObject({
    name: 'platform',
    directories: ['gitops/apps/*'],
    template: { ...application, name: segmentFromEnd('gitops/apps/*', 1) },
  });

  it('fails on a misspelt parameter instead of writing it out', () => {
    expect(object.spec).toMatchObject({ goTemplate: true, goTemplateOptions: ['missingkey=error'] });
  });

  it('reads the revision that its Applications read', () => {
    expect(object.spec).toMatchObject({
      generators: [
        {
          git: {
            repoURL: 'https://git.example.com/teams/platform.git',
            revision: 'main',
            directories: [{ path: 'gitops/apps/*' }],
          },
        },
      ],
      template: { metadata: { name: '{{ index .path.segments 2 }}' }, spec: { source: { targetRevision: 'main' } } },
    });
  });

  it.each([
    ['a/*/*', 1, 'x/y/z', 'z'],
    ['a/*/*', 2, 'x/y/z', 'y'],
    ['deep/er/tree/*/*', 2, 'deep/er/tree/ns/app', 'ns'],
  ])('counts the segments of %s from the end (%i)', (pattern, fromEnd, found, expected) => {
    const index = /index \.path\.segments (\d+)/.exec(segmentFromEnd(pattern, fromEnd))?.[1];
    expect(found.split('/')[Number(index)]).toBe(expected);
  });
});

describe('each of the three as a construct', () => {
  const chart = new Chart(new App(), 'own');
  const set = { name: 's', directories: ['a/*'], template: application };

  it('is the same object in anyone’s chart', () => {
    expect(new Application(chart, 'app', application).toJson()).toEqual(applicationObject(application));
    expect(new AppProject(chart, 'project', project).toJson()).toEqual(appProjectObject(project));
    expect(new ApplicationSet(chart, 'set', set).toJson()).toEqual(applicationSetObject(set));
  });

  it('takes a patch where a property is missing', () => {
    const patched = new Application(chart, 'patched', application);
    patched.addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 3));
    expect(patched.toJson()).toMatchObject({ spec: { revisionHistoryLimit: 3 } });
  });
});
