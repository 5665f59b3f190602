// trees as data
export { readBase, type BaseOptions } from './base';
export { readGitTree, type GitTreeOptions } from './git-tree';
export { readDirectory, TreeError, type Tree } from './tree';
// resources and their identity
export { resourceKey, resourceLabel, type Resource, type ResourceIdentity } from './resource';
export { resourcesOf, type OwnerOf } from './resources';
// comparison
export { inOrder, staleness, type Change } from './change';
export { compareTrees, type CompareOptions } from './compare';
export { fieldChanges, type FieldChange } from './field-changes';
export { diffDocument, type DiffDocument } from './report/json';
export { summarize, type ChangeSummary } from './report/summary';
export { terminalReport, type TerminalOptions } from './report/terminal';
// validation against CRDs
export { loadSchemas, SchemaError, Schemas, servedSchemas, type ServedSchema } from './validate/crd-schemas';
export { validateTree } from './validate/validate-tree';
export { validationDocument, type ValidationDocument } from './report/validation-json';
export { validationReport } from './report/validation';
export type { NamedCount, Refusal, ValidationReport } from './validate/validation-report';
