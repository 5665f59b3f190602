import { DefinitionError } from '../problem';
import { shapeProblems } from '../shape-problems';
import { terraformStateShape, type TerraformState, type TerraformStateDefinition } from './terraform-state';
import { stateProblems } from './terraform-state-rules';

/**
 * Completes and checks a place for states by itself, outside a definition.
 *
 * @throws DefinitionError with all that is wrong with it
 */
export function resolveState(definition: TerraformStateDefinition): TerraformState {
  const read = terraformStateShape.safeParse(definition);
  const problems = read.success
    ? stateProblems(read.data)
    : shapeProblems('machines.state', read.error.issues, definition);
  if (read.success && problems.length === 0) return read.data;
  throw new DefinitionError('state', problems);
}
