export { contractOf, olderContract, type Contract } from './contract';
export { mergePatches, patchText, type Patch, type PatchDocument } from './document';
export { talosFiles } from './files';
export { installerImage, schematicId, schematicOf, type TalosPlatform } from './image-factory';
export { controlPlanePatches, nodePatches, workerPatches } from './patches';
