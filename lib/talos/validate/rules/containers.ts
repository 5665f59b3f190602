import type { Problem } from '../../../cluster';
import { ofKind, type ConfigRule, type DocumentRule } from '../configuration';
import { eachWrong, type Place } from '../place';
import { parseBytes } from '../values/amount';
import { isImageReference } from '../values/image-reference';
import { wrongMounts } from './mounts';

/** A container that Talos runs beside Kubernetes. Source: Talos `config/types/container`. */
const container: DocumentRule = (document) => {
  const [image, environment] = [document.at('image'), document.at('environment').items];
  return [
    ...eachWrong([document.at('name')], isName, 'not the name of a container', 'rename it', NAME),
    ...eachWrong([image], ({ text }) => isImageReference(text), 'no image', 'name one', 'host/path:tag@digest'),
    ...environment
      .filter(({ text }) => !text.includes('='))
      .map((place) => place.problem('no variable', 'write NAME=value')),
    ...wrongMounts(document),
    ...eachWrong([document.at('network.mode')], isOf('', 'none', 'host'), 'no network', 'use one', 'none, host'),
    ...security(document.at('security')),
    ...limits(document.at('resources.limits')),
    ...dependencies(document),
    ...eachWrong(
      [document.at('runAs.uid'), document.at('runAs.gid')],
      ({ number }) => number >= 0,
      'no number of a user or group',
      'correct it',
    ),
  ];
};

const NAME = 'up to 63 small letters, digits and hyphens';

function isName({ text }: Place): boolean {
  return /^[a-z0-9-]{1,63}$/.test(text);
}

function isOf(...known: readonly string[]): (place: Place) => boolean {
  return ({ text }) => known.includes(text);
}

function security(place: Place): readonly Problem[] {
  const [add, drop] = [place.at('capabilities.add').items, place.at('capabilities.drop').items];
  const dropped = drop.map(({ text }) => text);
  const isCapability = ({ text }: Place) => /^(?!CAP_)[A-Z_]+$/.test(text);
  const all = drop.filter(({ text }) => text !== 'ALL');
  return [
    ...eachWrong(
      [place.at('profile')],
      isOf('', 'restricted', 'privileged'),
      'no profile',
      'use one',
      'restricted, privileged',
    ),
    ...eachWrong([...add, ...all], isCapability, 'no capability', 'correct it', 'large letters without CAP_'),
    ...eachWrong(add, ({ text }) => text !== 'ALL', 'every capability', 'use profile: privileged'),
    ...eachWrong(add, ({ text }) => !dropped.includes(text), 'a capability that is dropped', 'keep one of the two'),
  ];
}

function limits(place: Place): readonly Problem[] {
  const [memory, cpu] = [place.at('memory'), place.at('cpu')].map((limit) => (limit.isSet ? [limit] : []));
  return [
    ...eachWrong(memory ?? [], ({ text }) => parseBytes(text) !== undefined, 'no size', 'correct it', 'as 512MiB'),
    ...eachWrong(
      cpu ?? [],
      ({ text }) => /^0*[1-9][0-9]*m$/.test(text),
      'no share of a processor',
      'correct it',
      'as 500m',
    ),
  ];
}

/** States of the network that a container can wait for. */
const conditions = ['addresses', 'connectivity', 'hostname', 'etcfiles'];

function dependencies(document: Place): readonly Problem[] {
  const on = document.at('dependsOn');
  const name = document.at('name').text;
  const isOther = ({ text }: Place) => text !== '' && text !== name;
  return [
    ...eachWrong(on.at('paths').items, ({ text }) => text.startsWith('/'), 'no absolute path', 'begin it with /'),
    ...eachWrong(
      on.at('networks').items,
      isOf(...conditions),
      'no state of the network',
      'use one',
      conditions.join(', '),
    ),
    ...eachWrong(on.at('containers').items, isOther, 'not the name of another container', 'correct it'),
  ];
}

export const containerRules: Readonly<Record<string, DocumentRule>> = { ContainerConfig: container };

/** Containers wait for containers that are there, and none for itself by way of others. */
export const containerOrder: ConfigRule = (configuration) => {
  const documents = ofKind(configuration, 'ContainerConfig');
  const waits = new Map(
    documents.map((document) => [document.at('name').text, document.at('dependsOn.containers').items]),
  );
  const reaches = (from: string, to: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (waits.get(from) ?? []).some(({ text }) => text === to || reaches(text, to, seen));
  };
  return documents.flatMap((document) => [
    ...eachWrong(
      document.at('dependsOn.containers').items,
      ({ text }) => waits.has(text),
      'a container that is not configured',
      'add it, or do not wait for it',
    ),
    ...(reaches(document.at('name').text, document.at('name').text, new Set())
      ? [document.at('dependsOn.containers').problem('a container that waits for itself', 'break the circle')]
      : []),
  ]);
};
