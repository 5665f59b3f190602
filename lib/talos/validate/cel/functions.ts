import { splitTypes, typeOf, type Type } from './value-type';

/** One form of a function: the types that it takes, the target of a method first, and that it gives. */
export interface Overload {
  readonly takes: readonly Type[];
  readonly gives: Type;
}

/** `function: takes > gives`; methods begin with a dot. Source: https://github.com/google/cel-spec, standard definitions. */
const standard = `
  _?_:_: bool,A,A > A
  _&&_: bool,bool > bool
  _||_: bool,bool > bool
  !_: bool > bool
  -_: int > int | double > double
  _==_: A,A > bool
  _!=_: A,A > bool
  _<_: bool,bool > bool | int,int > bool | uint,uint > bool | double,double > bool | string,string > bool | bytes,bytes > bool | timestamp,timestamp > bool | duration,duration > bool
  _+_: int,int > int | uint,uint > uint | double,double > double | string,string > string | bytes,bytes > bytes | list(A),list(A) > list(A) | timestamp,duration > timestamp | duration,timestamp > timestamp | duration,duration > duration
  _-_: int,int > int | uint,uint > uint | double,double > double | timestamp,timestamp > duration | timestamp,duration > timestamp | duration,duration > duration
  _*_: int,int > int | uint,uint > uint | double,double > double
  _/_: int,int > int | uint,uint > uint | double,double > double
  _%_: int,int > int | uint,uint > uint
  _in_: A,list(A) > bool | A,map(A,B) > bool
  _[_]: list(A),int > A | map(A,B),A > B
  size: string > int | bytes > int | list(A) > int | map(A,B) > int
  .size: string > int | bytes > int | list(A) > int | map(A,B) > int
  .contains: string,string > bool
  .startsWith: string,string > bool
  .endsWith: string,string > bool
  .matches: string,string > bool
  matches: string,string > bool
  int: int > int | uint > int | double > int | string > int | timestamp > int | duration > int
  uint: uint > uint | int > uint | double > uint | string > uint
  double: double > double | int > double | uint > double | string > double
  string: string > string | bool > string | int > string | uint > string | double > string | bytes > string | timestamp > string | duration > string
  bytes: bytes > bytes | string > bytes
  bool: bool > bool | string > bool
  duration: duration > duration | string > duration
  timestamp: timestamp > timestamp | string > timestamp | int > timestamp
  dyn: A > dyn
  type: A > type
  .getHours: duration > int | timestamp > int | timestamp,string > int
  .getMinutes: duration > int | timestamp > int | timestamp,string > int
  .getSeconds: duration > int | timestamp > int | timestamp,string > int
  .getMilliseconds: duration > int | timestamp > int | timestamp,string > int
  .getFullYear: timestamp > int | timestamp,string > int
  .getMonth: timestamp > int | timestamp,string > int
  .getDate: timestamp > int | timestamp,string > int
  .getDayOfMonth: timestamp > int | timestamp,string > int
  .getDayOfWeek: timestamp > int | timestamp,string > int
  .getDayOfYear: timestamp > int | timestamp,string > int
`;

/** What the language has for values that may be left out, where it is switched on. */
const optionals = `
  .hasValue: optional(A) > bool
  .value: optional(A) > A
  .or: optional(A),optional(A) > optional(A)
  .orValue: optional(A),A > A
  _[_]: optional(list(A)),int > optional(A) | optional(map(A,B)),A > optional(B)
  _[?_]: list(A),int > optional(A) | map(A,B),A > optional(B) | optional(list(A)),int > optional(A) | optional(map(A,B)),A > optional(B)
`;

/** Functions of Talos's own, by name. Source: Talos `cel/celenv`. */
const own = `
  glob: string,string > bool
  mac: bytes > string
  multiply_qos_vectors: map(dyn,double),map(dyn,double) > double
`;

export const standardFunctions = tableOf(standard);
export const optionalFunctions = tableOf(optionals);
export const ownFunctions = tableOf(own);

function tableOf(text: string): ReadonlyMap<string, readonly Overload[]> {
  const lines = text.trim().split('\n');
  const table = new Map(
    lines.map((line) => {
      const [, name = '', forms = ''] = /^\s*(.+?): (.*)$/.exec(line) ?? [];
      return [name, forms.split(' | ').map(overloadOf)] as const;
    }),
  );
  // the other comparisons take what the first takes
  for (const name of ['_<=_', '_>_', '_>=_']) table.set(name, table.get('_<_') ?? []);
  return table;
}

function overloadOf(text: string): Overload {
  const [takes = '', gives = ''] = text.split(' > ');
  return { takes: splitTypes(takes).map(typeOf), gives: typeOf(gives) };
}
