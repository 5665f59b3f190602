import { environments, fieldType, type Environment, type EnvironmentName } from './environments';
import { optionalFunctions, ownFunctions, standardFunctions, type Overload } from './functions';
import { isMacro, macroType } from './macros';
import { parseExpression, type Node } from './parse';
import { ExpressionFault } from './tokens';
import { bound, dyn, fits, textOfType, typeOf, type Bindings, type Type } from './value-type';

/**
 * What is wrong with an expression of the Common Expression Language; nothing where Talos can use it. It is parsed, and the types
 * of its parts are checked: Talos knows sizes as `uint`, so that `100 * GiB` is none and `100u * GiB` is one.
 * Not looked at: regular expressions within it, and names of enumerations.
 */
export function checkExpression(text: string, name: EnvironmentName): string | undefined {
  const environment = environments[name];
  try {
    const type = new Checker(environment).type(parseExpression(text));
    if (type.name === environment.gives) return undefined;
    return `it gives ${textOfType(type)} where ${environment.gives} is asked for`;
  } catch (error) {
    if (error instanceof ExpressionFault) return error.message;
    throw error;
  }
}

/** Names of types, which are values as well. */
const typeNames = 'bool int uint double string bytes list map null_type type'.split(' ');

/** Finds the type of each part of an expression. */
export class Checker {
  constructor(
    private readonly environment: Environment,
    private readonly locals: ReadonlyMap<string, Type> = new Map(),
  ) {}

  /** The same with one more variable. */
  with(name: string, type: Type): Checker {
    return new Checker(this.environment, new Map([...this.locals, [name, type]]));
  }

  get hasOptionals(): boolean {
    return this.environment.hasOptionals;
  }

  /** @throws ExpressionFault where a part has no type */
  type(node: Node): Type {
    switch (node.kind) {
      case 'literal':
        return { name: node.type, of: [] };
      case 'name':
        return this.variable(node.name);
      case 'field':
        return this.field(this.type(node.of), node.name, node.isOptional);
      case 'list':
        return { name: 'list', of: [join(node.items.map((item) => this.type(item)))] };
      case 'map':
        return { name: 'map', of: [node.keys, node.values].map((nodes) => join(nodes.map((item) => this.type(item)))) };
      case 'call':
        return isMacro(node, this) ? macroType(node, this) : this.call(node);
    }
  }

  /** Type of a field of a message or a map. */
  field(of: Type, name: string, isOptional = false): Type {
    if (isOptional && !this.hasOptionals)
      throw new ExpressionFault('a field with ?, which this expression cannot have');
    if (of.name === 'dyn') return dyn;
    if (of.name === 'optional') return { name: 'optional', of: [this.field(of.of[0] ?? dyn, name)] };
    const type = of.name === 'map' ? (of.of[1] ?? dyn) : fieldType(of, name);
    if (type === undefined) throw new ExpressionFault(`${textOfType(of)} has no field ${name}`);
    return isOptional ? { name: 'optional', of: [type] } : type;
  }

  private variable(name: string): Type {
    const local = this.locals.get(name);
    if (local !== undefined) return local;
    const text = Object.hasOwn(this.environment.variables, name) ? this.environment.variables[name] : undefined;
    if (text !== undefined) return typeOf(text);
    if (typeNames.includes(name)) return { name: 'type', of: [] };
    throw new ExpressionFault(`there is nothing of the name ${name}`);
  }

  private call({ name, target, args }: Node & { readonly kind: 'call' }): Type {
    if (this.hasOptionals && target?.kind === 'name' && target.name === 'optional') return this.optional(name, args);
    const given = [...(target === undefined ? [] : [target]), ...args].map((node) => this.type(node));
    const overloads = this.overloads(target === undefined ? name : `.${name}`);
    if (overloads.length === 0) throw new ExpressionFault(`there is no function of the name ${name}`);
    const results = overloads.flatMap((overload) => resultOf(overload, given));
    const [first] = results;
    if (first === undefined) throw new ExpressionFault(`${name} does not take ${given.map(textOfType).join(', ')}`);
    return join(results);
  }

  /** What makes an optional value. */
  private optional(name: string, args: readonly Node[]): Type {
    const [value] = args.map((node) => this.type(node));
    if (name === 'none' && args.length === 0) return { name: 'optional', of: [dyn] };
    if ((name === 'of' || name === 'ofNonZeroValue') && value !== undefined && args.length === 1) {
      return { name: 'optional', of: [value] };
    }
    throw new ExpressionFault(`there is no function of the name optional.${name}`);
  }

  private overloads(name: string): readonly Overload[] {
    return [
      ...(standardFunctions.get(name) ?? []),
      ...(this.hasOptionals ? (optionalFunctions.get(name) ?? []) : []),
      ...(this.environment.functions.includes(name) ? (ownFunctions.get(name) ?? []) : []),
    ];
  }
}

function resultOf({ takes, gives }: Overload, given: readonly Type[]): readonly Type[] {
  const bindings: Bindings = new Map();
  const isRight =
    takes.length === given.length && takes.every((type, index) => fits(type, given[index] ?? dyn, bindings));
  return isRight ? [bound(gives, bindings)] : [];
}

/** The type that several have in common. */
export function join(types: readonly Type[]): Type {
  const [first = dyn, ...others] = types;
  return others.every((type) => textOfType(type) === textOfType(first)) ? first : dyn;
}
