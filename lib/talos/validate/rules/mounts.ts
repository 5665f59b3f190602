import type { Problem } from '../../../cluster';
import { eachWrong, missing, type Place } from '../place';

/** What a container can have of the machine. Source: Talos `config/types/container/mounts.go`. */
const sources = ['userVolume', 'tmpfs', 'hostPath'];

const options = ['ro', 'rw', 'noexec', 'nosuid', 'nodev', 'noatime', 'rbind', 'rshared'];

/** Mounts of a container: each of one source, to a place of its own. */
export function wrongMounts(document: Place): readonly Problem[] {
  const mounts = document.at('mounts').items;
  const found = mounts.map((mount) => sources.map((source) => mount.at(source)).filter(({ isThere }) => isThere));
  const single = found.filter((places) => places.length === 1).flat();
  const destinations = single.map((mount) => mount.at('destination').text);
  return [
    ...mounts
      .filter((_, index) => found[index]?.length !== 1)
      .map((mount) => mount.problem('no source, or more than one', 'set one of them', sources.join(', '))),
    ...single.flatMap(mountProblems),
    ...single
      .filter((_, index) => destinations.indexOf(destinations[index] ?? '') !== index)
      .map((mount) => mount.at('destination').wrong('a place that another mount has', 'choose another')),
  ];
}

function mountProblems(mount: Place): readonly Problem[] {
  const paths = [mount.at('destination'), ...(mount.path.endsWith('.hostPath') ? [mount.at('source')] : [])];
  const given = mount.at('options').items;
  const texts = given.map(({ text }) => text);
  return [
    ...(mount.path.endsWith('.userVolume') ? missing(mount, 'name') : []),
    ...eachWrong(paths, ({ text }) => text.startsWith('/'), 'no absolute path', 'begin it with /'),
    ...eachWrong(given, ({ text }) => options.includes(text), 'no option of a mount', 'use one', options.join(', ')),
    ...(texts.includes('ro') && texts.includes('rw')
      ? [mount.at('options').wrong('ro and rw', 'keep one of the two')]
      : []),
  ];
}
