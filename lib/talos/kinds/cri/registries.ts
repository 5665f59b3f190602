import { hasNetworkDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { when, type GenerateInputs, type GenerateOptions } from '../../generate/inputs';
import { encodedPem } from '../../generate/secrets';

/** `RegistryMirrorConfig` and `RegistryTLSConfig`, one for each registry that an option names, by name. */
export function registries({ contract, options = {} }: GenerateInputs): readonly ConfigDocument[] {
  if (!hasNetworkDocuments(contract)) return [];
  const mirrors = sorted(options.registryMirrors).map(([host, endpoints]) =>
    document('RegistryMirrorConfig', { endpoints: endpoints.map((url) => ({ url })) }, host),
  );
  const trust = tlsHosts(options).map(({ host, ca, insecure }) =>
    document('RegistryTLSConfig', { ca, insecureSkipVerify: when(insecure, true) }, host),
  );
  return [...mirrors, ...trust];
}

/** The same as a field of the main document. */
export function registriesField({ contract, options = {} }: GenerateInputs) {
  if (hasNetworkDocuments(contract)) return undefined;
  const mirrors = sorted(options.registryMirrors).map(([host, endpoints]) => [host, { endpoints }] as const);
  const config = tlsHosts(options).map(({ host, ca, insecure }) => {
    const tls = { ca: ca === undefined ? undefined : encodedPem(ca), insecureSkipVerify: when(insecure, true) };
    return [host, { tls }] as const;
  });
  if (mirrors.length + config.length === 0) return undefined;
  return {
    mirrors: when(mirrors.length > 0, Object.fromEntries(mirrors)),
    config: when(config.length > 0, Object.fromEntries(config)),
  };
}

function tlsHosts({ registryCAs = {}, insecureRegistries = [] }: GenerateOptions) {
  const hosts = new Set([...Object.keys(registryCAs), ...insecureRegistries]);
  return [...hosts]
    .sort()
    .map((host) => ({ host, ca: registryCAs[host], insecure: insecureRegistries.includes(host) }));
}

function sorted<T>(record: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
