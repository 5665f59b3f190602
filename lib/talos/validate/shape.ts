import { nearest, type Problem } from '../../cluster';
import { isList, isNothing, isObject, textOf } from '../merge/plain';
import { placeOf, type ConfigRule } from './configuration';
import { kinds, structures } from './generated/fields';
import { Place, switchOf } from './place';
import { integers, scalars } from './values/scalars';

/** Structures that read themselves, so that reflection does not find their fields. Source: `siderolabs/crypto/x509`. */
const readThemselves: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'x509.PEMEncodedCertificate': { crt: 'base64' },
  'x509.PEMEncodedCertificateAndKey': { crt: 'base64', key: 'base64' },
  'x509.PEMEncodedKey': { key: 'base64' },
  'v1alpha1.ClusterInlineManifest': { name: 'string', contents: 'string' },
};

/** Types that are written as another one. */
const writtenAs: Readonly<Record<string, string>> = {
  'v1alpha1.ClusterInlineManifests': '[]v1alpha1.ClusterInlineManifest',
};

/** Documents hold the fields that Talos knows, with values of their types: it reads nothing else. */
export const shapes: ConfigRule = ({ documents }) =>
  documents.flatMap((document) => {
    const kind = document.kind ?? '';
    const structure = typeof kind === 'string' ? kinds[kind] : undefined;
    const place = kind === '' ? new Place('', document) : placeOf(document);
    if (structure === undefined) return [place.problem('no kind of document', 'correct it', near(textOf(kind), kinds))];
    // the version of Talos's types is the same for all of them
    const version: readonly Problem[] =
      kind === '' || document.apiVersion === 'v1alpha1'
        ? []
        : [place.at('apiVersion').wrong('no version of the kind', 'use v1alpha1', 'v1alpha1')];
    return [...version, ...check(place, structure)];
  });

function check(place: Place, type: string): readonly Problem[] {
  const { value } = place;
  if (isNothing(value) || type === 'any') return [];
  if (type.startsWith('[]')) return isList(value) ? elements(place.elements, type) : [notA(place, 'a list')];
  if (type.startsWith('{}')) {
    return isObject(value)
      ? elements(
          place.entries.map(([, entry]) => entry),
          type,
        )
      : [notA(place, 'a map')];
  }
  const other = writtenAs[type];
  if (other !== undefined) return check(place, other);
  const fields = readThemselves[type] ?? structures[type];
  if (fields !== undefined) return isObject(value) ? members(place, fields) : [notA(place, 'a map')];
  return scalar(place, type);
}

/** A list or map of structures has no gaps. */
function elements(places: readonly Place[], type: string): readonly Problem[] {
  const element = type.slice(2);
  if (!element.startsWith('*')) return places.flatMap((place) => check(place, element));
  return places.flatMap((place) =>
    place.isThere ? check(place, element.slice(1)) : [place.problem('nothing in a list', 'leave it out')],
  );
}

function members(place: Place, fields: Readonly<Record<string, string>>): readonly Problem[] {
  const wildcard = fields['*'];
  return place.entries.flatMap(([key, entry]) => {
    const type = Object.hasOwn(fields, key) ? fields[key] : wildcard;
    if (type === undefined) return [entry.problem('a field that Talos does not know', 'correct it', near(key, fields))];
    return check(entry, type);
  });
}

function scalar(place: Place, type: string): readonly Problem[] {
  const { value } = place;
  if (type === 'meta.ArgValue' && isList(value)) return elements(place.elements, '[]string');
  if (isList(value) || isObject(value)) return [notA(place, 'a single value')];
  if (type === 'string' || type === 'meta.ArgValue') return [];
  if (type === 'bool') {
    const isSwitch = typeof value === 'boolean' || switchOf(value) !== undefined;
    return isSwitch ? [] : [notA(place, 'true or false')];
  }
  const range = integers[type];
  if (range !== undefined) return isInteger(value, range) ? [] : [notA(place, integerRange(range))];
  const form = scalars[type];
  if (form === undefined) throw new Error(`no form of ${type}, got none at ${place.path}; add it to the scalars`);
  return isWritten(value, type) && form.isRight(place.text) ? [] : [notA(place, form.allowed)];
}

/** Whether a value is written as its type is: numbers but 0 are no durations, and a port of its own is a number. */
function isWritten(value: unknown, type: string): boolean {
  if (type === 'time.Duration') return typeof value === 'string' || value === 0;
  if (type === 'network.PortRange') return typeof value === 'number' || String(value).includes('-');
  return true;
}

function isInteger(value: unknown, [least, largest]: readonly [number, number]): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= largest;
}

function integerRange([least, largest]: readonly [number, number]): string {
  return largest > 2 ** 32 ? 'a whole number' : `a whole number from ${String(least)} to ${String(largest)}`;
}

/** The value is not shown: it may be secret. */
function notA(place: Place, allowed: string): Problem {
  return place.problem('not a value that the field takes', 'correct it', allowed);
}

function near(name: string, known: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(known).filter((key) => key !== '' && key !== '*');
  return names.length === 0 ? 'nothing' : `such as ${nearest(name, names)}`;
}
