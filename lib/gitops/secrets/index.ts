// one Secret in each of the forms in which something makes it
export { externalSecretObject } from './external-secret';
export { secretFile, secretObject } from './secret-object';
export { sopsSecretEnding, sopsSecretFile } from './sops-secret';
export type { TextOf } from './encrypted-object';

// where more than the file is needed
export { byHandFiles, byHandPath } from './by-hand';
export { ksopsBuildOptions, ksopsFolder, ksopsProgram } from './ksops';

// what cannot work
export { secretProblems } from './problems';
