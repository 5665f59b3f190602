export { emitDocuments, emitValue } from './emit';
export { parseDocuments, YamlParseError } from './parse';
export { parseManifests } from './parse-manifests';
export { EmissionError, findUnemittable, memberPath, type Unemittable } from './plain-data';
