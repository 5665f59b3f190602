import type { Problem } from '../../cluster';
import { isList, isNothing, isObject, textOf, type Value } from '../merge/plain';

/** A value in a configuration and the path that leads to it; where a rule looks for something, and says what is wrong with it. */
export class Place {
  constructor(
    /** Dotted path; it starts with kind and name of the document unless that is the main one. */
    readonly path: string,
    readonly value: Value,
  ) {}

  /** What stands below a key, or below several of them: `machine.install.disk`. */
  at(keys: string): Place {
    return keys.split('.').reduce((place: Place, key) => place.entry(key), this);
  }

  /** The items of a list; none where there is no list. Talos passes over what is null. */
  get items(): readonly Place[] {
    return this.elements.filter(({ isThere }) => isThere);
  }

  /** The same with what is null. */
  get elements(): readonly Place[] {
    if (!isList(this.value)) return [];
    return this.value.map((item, index) => new Place(`${this.path}[${String(index)}]`, item));
  }

  /** What stands below each key of a map, by key; nothing where there is no map. */
  get entries(): readonly (readonly [key: string, place: Place])[] {
    const map = isObject(this.value) ? Object.entries(this.value) : [];
    return map.filter(([, value]) => value !== undefined).map(([key]) => [key, this.entry(key)]);
  }

  /** A scalar as text; empty where there is none. */
  get text(): string {
    return isNothing(this.value) ? '' : textOf(this.value);
  }

  /** A number; 0 where there is none. */
  get number(): number {
    return typeof this.value === 'number' ? this.value : 0;
  }

  /** Whether there is a value: a map or list without anything in it is one, null is none. */
  get isThere(): boolean {
    return !isNothing(this.value);
  }

  /** Whether there is a text, a map or a list, and it is not empty. */
  get isSet(): boolean {
    if (isList(this.value)) return this.items.length > 0;
    if (isObject(this.value)) return this.entries.length > 0;
    return this.text !== '';
  }

  get isOn(): boolean {
    return this.value === true || switchOf(this.value) === 'on';
  }

  get isOff(): boolean {
    return this.value === false || switchOf(this.value) === 'off';
  }

  /** A problem here that does not show the value: it may be secret, or there is none. */
  problem(what: string, fix: string, allowed?: string): Problem {
    return { path: this.path, what, ...(allowed !== undefined && { allowed }), fix };
  }

  /** A problem here that shows the value. */
  wrong(what: string, fix: string, allowed?: string): Problem {
    return { path: this.path, what, got: this.value, ...(allowed !== undefined && { allowed }), fix };
  }

  private entry(key: string): Place {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return new Place(path, isObject(this.value) ? this.value[key] : undefined);
  }
}

/** What a word of YAML 1.1 for true or false means to Talos, which still reads it where it wants one of them. */
export function switchOf(value: Value): 'on' | 'off' | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^(y|yes|on)$/i.test(value)) return 'on';
  return /^(n|no|off)$/i.test(value) ? 'off' : undefined;
}

/** A problem for each place that is not as it should be. */
export function eachWrong(
  places: readonly Place[],
  isRight: (place: Place) => boolean,
  what: string,
  fix: string,
  allowed?: string,
): readonly Problem[] {
  return places.filter((place) => !isRight(place)).map((place) => place.wrong(what, fix, allowed));
}

/** A problem for each of the fields that a document needs and has not. */
export function missing(document: Place, ...fields: readonly string[]): readonly Problem[] {
  return fields
    .map((field) => document.at(field))
    .filter((place) => !place.isSet)
    .map((place) => place.problem('a field is missing', 'set it'));
}
