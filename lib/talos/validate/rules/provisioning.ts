import type { Problem } from '../../../cluster';
import { eachWrong, type Place } from '../place';
import { parseAmount, type Amount } from '../values/amount';
import { expression, optionalExpression } from './expressions';

/** How much a volume has to say about its space. */
interface Demand {
  /** Whether it has to name a disk and a size. */
  readonly isRequired: boolean;
  /** Whether it has a size: a whole disk has none. */
  readonly hasSize: boolean;
}

/** Where a volume lies, and how large it is. Source: Talos `ProvisioningSpec.Validate`. */
export function provisioning(place: Place, { isRequired, hasSize }: Demand): readonly Problem[] {
  const match = place.at('diskSelector.match');
  const disk = isRequired ? expression(match, 'disk') : optionalExpression(match, 'disk');
  return [...disk, ...(hasSize ? sizes(place, isRequired) : noSizes(place))];
}

function sizes(place: Place, isRequired: boolean): readonly Problem[] {
  const [least, most] = [amount(place.at('minSize')), amount(place.at('maxSize'))];
  const problems: Problem[] = [];
  if (isRequired && least === undefined && most === undefined) {
    problems.push(place.at('minSize').problem('no size', 'set minSize or maxSize'));
  }
  const isFixed = most !== undefined && !most.isShare && !most.isNegative;
  if (least !== undefined && isFixed && least.bytes > most.bytes) {
    problems.push(place.at('minSize').wrong('more than maxSize', 'lower it'));
  }
  if (least?.isNegative === true) problems.push(place.at('minSize').wrong('less than nothing', 'raise it'));
  return problems;
}

function noSizes(place: Place): readonly Problem[] {
  return ['minSize', 'maxSize', 'grow']
    .map((key) => place.at(key))
    .filter((field) => field.text !== '')
    .map((field) => field.wrong('the size of a volume that takes a whole disk', 'leave it out'));
}

/** The space of a logical volume. Source: Talos `config/types/storage/lvm_logical_volume_config.go`. */
export function logicalSizes(place: Place): readonly Problem[] {
  const [least, most] = [amount(place.at('minSize')), amount(place.at('maxSize'))];
  const isTooMuch = least !== undefined && most?.isShare !== true && least.bytes > (most?.bytes ?? 0);
  return [
    ...eachWrong([place.at('maxSize')], () => most?.isNegative === false, 'no size', 'set it', 'a size or a share'),
    ...(isTooMuch ? [place.at('minSize').wrong('more than maxSize', 'lower it')] : []),
  ];
}

/** Whether anything is said about the space of a volume. */
export function isRequested(place: Place): boolean {
  const fields = ['diskSelector.match', 'minSize', 'maxSize', 'grow'];
  return fields.some((field) => place.at(field).text !== '');
}

function amount(place: Place): Amount | undefined {
  return place.text === '' ? undefined : parseAmount(place.text);
}
