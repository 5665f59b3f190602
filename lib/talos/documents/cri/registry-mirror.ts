import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { isList, isObject, type Value } from '../../merge/plain';
import type { DocumentKind, Need } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** Where images of a registry are looked for. */
export interface RegistryMirrorOptions {
  readonly endpoints: readonly RegistryEndpoint[];
  /** Do not ask the registry itself. @default false */
  readonly skipFallback?: boolean;
}

/** A mirror. */
export interface RegistryEndpoint {
  /** E.g. `https://mirror.example.com/v2`. */
  readonly url: string;
  /** The URL's path is whole: `/v2` is not added. @default false */
  readonly overridePath?: boolean;
}

/** Mirrors of a registry such as `docker.io`, or of all others by `*` (`RegistryMirrorConfig`). */
export function registryMirror(registry: string, options: RegistryMirrorOptions): PatchDocument {
  return typedDocument('RegistryMirrorConfig', options, registry);
}

export const registryMirrorKind: DocumentKind = {
  kind: 'RegistryMirrorConfig',
  since: '1.12',
  needs: pathNeeds,
  older: { rewrite },
};

/** One setting stood for all endpoints. */
function pathNeeds({ endpoints }: JsonObject): readonly Need[] {
  const paths = new Set(items(endpoints).map(({ overridePath }) => overridePath === true));
  return paths.size > 1
    ? [{ contract: '1.12', path: 'endpoints', instead: 'set overridePath on all endpoints or on none' }]
    : [];
}

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { endpoints, skipFallback } = document;
  const overridePath = items(endpoints).find((endpoint) => endpoint.overridePath !== undefined)?.overridePath;
  const mirror = { endpoints: items(endpoints).map(({ url }) => url ?? null), overridePath, skipFallback };
  return [{ machine: { registries: { mirrors: { [documentName(document)]: mirror } } } }];
}

function items(value: Value): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
