export { emitDocuments, emitValue } from './emit';
export { parseDocuments, YamlParseError } from './parse';
export { EmissionError, findUnemittable, memberPath, type Unemittable } from './plain-data';
