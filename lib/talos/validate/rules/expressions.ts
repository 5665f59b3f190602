import type { Problem } from '../../../cluster';
import { checkExpression } from '../cel/check-expression';
import type { EnvironmentName } from '../cel/environments';
import type { Place } from '../place';

/** An expression that has to be there. */
export function expression(place: Place, environment: EnvironmentName): readonly Problem[] {
  if (!place.isSet) return [place.problem('no expression to select by', 'give it one', `one over ${environment}`)];
  return optionalExpression(place, environment);
}

/** An expression that may be left out. */
export function optionalExpression(place: Place, environment: EnvironmentName): readonly Problem[] {
  if (!place.isSet) return [];
  const fault = checkExpression(place.text, environment);
  return fault === undefined ? [] : [place.wrong(`an expression that Talos cannot read: ${fault}`, 'correct it')];
}
