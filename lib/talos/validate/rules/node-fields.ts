import type { Problem } from '../../../cluster';
import type { Place } from '../place';
import { isLabelValue, isQualifiedName, isTaint, taintEffects } from '../values/label';
import { wrongFilters } from './name-services';

/** Annotations by which Talos remembers what it has set. Source: Talos `constants`. */
const ownAnnotations = ['talos.dev/owned-annotations', 'talos.dev/owned-labels', 'talos.dev/owned-taints'];

/** Bytes of all annotations together. Source: Talos `labels`, after Kubernetes. */
const mostAnnotations = 256 * 1024;

/** How a machine shows itself in Kubernetes: its addresses, and its labels, annotations and taints by their fields. */
export function wrongNodeFields(
  place: Place,
  subnets: string,
  [labels, annotations, taints]: readonly [string, string, string],
): readonly Problem[] {
  return [
    ...wrongFilters(place.at(subnets).items),
    ...wrongKeys(place.at(labels)),
    ...place
      .at(labels)
      .entries.filter(([, { text }]) => !isLabelValue(text))
      .map(([, entry]) =>
        entry.wrong('not the value of a label', 'correct it', '63 letters, digits, -, _ and . at most'),
      ),
    ...wrongKeys(place.at(annotations)),
    ...wrongAnnotations(place.at(annotations)),
    ...wrongKeys(place.at(taints)),
    ...place
      .at(taints)
      .entries.filter(([key, { text }]) => isQualifiedName(key) && !isTaint(text))
      .map(([, entry]) =>
        entry.wrong('no taint', 'correct it', `effect or value:effect, with ${taintEffects.join(', ')}`),
      ),
  ];
}

function wrongKeys(map: Place): readonly Problem[] {
  return map.entries
    .filter(([key]) => !isQualifiedName(key))
    .map(([, entry]) =>
      entry.problem('no key of Kubernetes', 'correct it', 'a name, with a domain and / before it or without'),
    );
}

function wrongAnnotations(map: Place): readonly Problem[] {
  const size = map.entries.reduce((sum, [key, { text }]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0);
  return [
    ...map.entries
      .filter(([key]) => ownAnnotations.includes(key))
      .map(([, entry]) => entry.problem('an annotation of Talos itself', 'leave it out')),
    ...(size > mostAnnotations
      ? [map.problem('more annotations than Kubernetes keeps', 'shorten them', `${String(mostAnnotations)} bytes`)]
      : []),
  ];
}
