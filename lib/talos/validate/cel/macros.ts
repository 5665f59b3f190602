import type { Node } from './parse';
import { ExpressionFault } from './tokens';
import { dyn, textOfType, type Type } from './value-type';

/** What a macro needs of the one who checks. */
interface Scope {
  readonly hasOptionals: boolean;
  type(node: Node): Type;
  with(name: string, type: Type): Scope;
}

type Call = Node & { readonly kind: 'call' };

/** Methods that bind a variable, by the number of their arguments. */
const binding: Readonly<Record<string, readonly number[]>> = {
  all: [2],
  exists: [2],
  exists_one: [2],
  filter: [2],
  map: [2, 3],
  optMap: [2],
  optFlatMap: [2],
};

/** Whether a call is one that the language expands before it looks at types. */
export function isMacro({ name, target, args }: Call, scope: Scope): boolean {
  if (target === undefined) return name === 'has' && args.length === 1;
  if (name.startsWith('opt') && !scope.hasOptionals) return false;
  return Object.hasOwn(binding, name) && (binding[name]?.includes(args.length) ?? false);
}

/** @throws ExpressionFault where a macro is not used as it should be */
export function macroType({ name, target, args }: Call, scope: Scope): Type {
  if (target === undefined) return has(args[0], scope);
  const [variable, ...bodies] = args;
  if (variable?.kind !== 'name') throw new ExpressionFault(`${name} wants the name of a variable first`);
  const range = scope.type(target);
  const inner = scope.with(variable.name, elementOf(range, name));
  const types = bodies.map((body) => inner.type(body));
  const last = types.at(-1) ?? dyn;
  if (name === 'map') {
    if (types.length === 2) mustBeBool(types[0] ?? dyn, name);
    return { name: 'list', of: [last] };
  }
  if (name === 'optMap') return { name: 'optional', of: [last] };
  if (name === 'optFlatMap') return last;
  mustBeBool(last, name);
  if (name !== 'filter') return { name: 'bool', of: [] };
  return range.name === 'map' ? { name: 'list', of: [range.of[0] ?? dyn] } : range;
}

function has(argument: Node | undefined, scope: Scope): Type {
  if (argument?.kind !== 'field' || argument.isOptional) throw new ExpressionFault('has wants a field');
  scope.type(argument);
  return { name: 'bool', of: [] };
}

/** What the variable of a macro is: an item of a list, a key of a map, or the value of an optional one. */
function elementOf(range: Type, name: string): Type {
  const kinds = name.startsWith('opt') ? ['optional'] : ['list', 'map'];
  if (range.name === 'dyn') return dyn;
  if (!kinds.includes(range.name)) throw new ExpressionFault(`${name} does not take ${textOfType(range)}`);
  return range.of[0] ?? dyn;
}

function mustBeBool(type: Type, name: string): void {
  if (type.name !== 'bool' && type.name !== 'dyn')
    throw new ExpressionFault(`${name} wants bool, got ${textOfType(type)}`);
}
