import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfThisProject, type TestProject } from '../support/project';

interface Change {
  readonly cluster: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const changes: readonly Change[] = [
  { cluster: 'hetzner-capi', what: 'the pod network', from: '10.10.128.0/17', to: '10.10.192.0/18' },
  { cluster: 'hetzner-capi', what: 'the service network', from: '10.10.96.0/20', to: '10.10.112.0/20' },
  { cluster: 'hetzner-capi', what: 'the node network', from: '10.10.64.0/25', to: '10.10.65.0/25' },
  { cluster: 'hetzner-capi', what: 'the private network', from: '10.10.0.0/16', to: '10.10.0.0/15' },
  { cluster: 'vsphere-argocd', what: 'the pod network', from: '10.244.0.0/16', to: '10.245.0.0/16' },
  { cluster: 'vsphere-argocd', what: 'the service network', from: '10.96.0.0/12', to: '10.112.0.0/12' },
];

/** A tree without the index, which holds digests of the files that change. */
function files(project: TestProject): Map<string, string> {
  return new Map([...project.tree('gitops')].filter(([path]) => !path.startsWith('.plinth/')));
}

describe('one fact', () => {
  let project: TestProject;
  beforeAll(() => {
    project = copyOfThisProject();
  });
  afterAll(() => {
    project.remove();
  });

  it.each(changes)(
    'stands once in the definition, and reaches every file that repeats it: $what of $cluster',
    ({ cluster, from, to }) => {
      const definition = `clusters/${cluster}.ts`;
      const before = project.read(definition);
      expect(before.split(`'${from}'`)).toHaveLength(2);
      expect(project.plinth('synth')).toMatchObject({ code: 0 });
      const old = files(project);
      project.write(definition, before.replace(`'${from}'`, `'${to}'`));
      expect(project.plinth('synth')).toMatchObject({ code: 0 });
      const now = files(project);
      project.write(definition, before);

      // every place that carried the old text carries the new one, and nothing else differs by a byte
      expect([...now]).toEqual([...old].map(([path, text]) => [path, text.replaceAll(from, to)]));
      const places = [...old].flatMap(([path, text]) =>
        text.includes(from) ? [`${path}: ${String(text.split(from).length - 1)}`] : [],
      );
      expect(places).toMatchSnapshot();
    },
  );
});
