export { Manifest } from './manifest';
export { ManifestFile, type ManifestFileProps } from './manifest-file';
