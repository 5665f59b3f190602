import type { Problem } from '../problem';
import { componentId } from '../requirements';
import { labelProblems } from './names';
import { requirementProblems } from './requirements';
import { rule } from './rule';

export const platform = [
  rule(['platform'], ({ platform: stages }) => {
    const seen = new Map<string, string>();
    const problems: Problem[] = [];
    for (const stage of stages) {
      if (seen.has(`stage ${stage.name}`))
        problems.push({
          path: `platform.${stage.name}`,
          what: 'two stages of one name',
          got: stage.name,
          fix: 'rename or merge them',
        });
      seen.set(`stage ${stage.name}`, stage.name);
      for (const component of stage.components) {
        const path = `platform.${stage.name}.${component.name}`;
        problems.push(
          ...labelProblems(path, component.name),
          ...labelProblems(`${path}.namespace`, component.namespace),
        );
        const id = componentId(component);
        const holder = seen.get(id);
        if (holder !== undefined)
          problems.push({
            path,
            what: `the component stands in stage ${holder} as well`,
            got: id,
            allowed: 'one place for each component',
            fix: 'remove one of the two',
          });
        seen.set(id, stage.name);
      }
    }
    return problems;
  }),
  rule(['platform'], ({ platform: stages }) => requirementProblems(stages)),
  rule(['platform', 'machines'], ({ platform: stages, machines }) =>
    stages
      .filter((stage) => stage.carrier === 'cluster-api' && !('managedBy' in machines))
      .map((stage) => ({
        path: `platform.${stage.name}`,
        what: 'Cluster API carries this stage, but does not manage the machines',
        got: machines.kind,
        allowed: 'machines managed by Cluster API',
        fix: 'use stage() instead of addons()',
      })),
  ),
];
