import { groupOf } from '../../artifact';
import type { Problem } from '../../cluster';
import { isPlainObject, type PlainObject } from '../plain-object';
import { resourceLabel } from '../resource';
import type { Schemas, ServedSchema } from './crd-schemas';
import { countEncrypted, ObjectCheck } from './object-check';
import { countRules } from './structural-schema';
import { Tally } from './tally';
import type { Refusal, ValidationReport } from './validation-report';

/** Finds the schemas of each object, and keeps the counts of what was checked with which. */
export class KindCheck {
  private readonly objects = new ObjectCheck();
  private readonly checked = new Tally();
  private readonly withoutSchema = new Tally();
  private encryptedValues = 0;
  private readonly rules = new Map<string, number>();

  constructor(private readonly schemas: Schemas) {}

  refusals(file: string, object: PlainObject): Refusal[] {
    const label = labelOf(object);
    return this.problems(object).map((problem) => ({ file, object: label, ...problem }));
  }

  summary(): Pick<
    ValidationReport,
    'checked' | 'withoutSchema' | 'celRules' | 'unreadablePatterns' | 'encryptedValues'
  > {
    const celRules = new Tally();
    for (const [name, rules] of this.rules) if (rules > 0) celRules.add(name, rules);
    return {
      checked: this.checked.counts(),
      withoutSchema: this.withoutSchema.counts(),
      celRules: celRules.counts(),
      unreadablePatterns: [...this.objects.unreadablePatterns].sort(),
      encryptedValues: this.encryptedValues,
    };
  }

  private problems(object: PlainObject): Problem[] {
    const { apiVersion, kind } = object;
    const group = groupOf(String(apiVersion));
    const version = String(apiVersion).slice(group === '' ? 0 : group.length + 1);
    const name = `${String(kind)}.${version}${group === '' ? '' : `.${group}`}`;
    const ofKind = this.schemas.of(group, String(kind));
    if (ofKind.length === 0) {
      this.withoutSchema.add(name);
      return [...nameProblems(object), ...this.objects.metadataProblems(object, 'metadata')];
    }
    this.checked.add(name);
    const served = ofKind.filter((schema) => schema.version === version);
    if (served.length === 0) return [unservedVersion(apiVersion, ofKind)];
    this.countRules(name, served);
    this.encryptedValues += countEncrypted({ ...object, sops: undefined });
    return [...nameProblems(object), ...scopeProblems(object, served), ...this.schemaProblems(object, served)];
  }

  /** An object passes with any of the schemas; refused by all, it gets the shortest list. */
  private schemaProblems(object: PlainObject, served: readonly ServedSchema[]): readonly Problem[] {
    let shortest: readonly Problem[] | undefined;
    for (const { schema } of served) {
      const problems = this.objects.problems(object, schema);
      if (problems.length === 0) return [];
      if (shortest === undefined || problems.length < shortest.length) shortest = problems;
    }
    return shortest ?? [];
  }

  private countRules(name: string, served: readonly ServedSchema[]): void {
    if (this.rules.has(name)) return;
    this.rules.set(name, Math.max(...served.map(({ schema }) => countRules(schema))));
  }
}

function unservedVersion(apiVersion: unknown, ofKind: readonly ServedSchema[]): Problem {
  const versions = [...new Set(ofKind.map(({ group, version }) => `${group}/${version}`))].sort();
  return {
    path: 'apiVersion',
    what: 'version that no schema serves',
    got: apiVersion,
    allowed: versions.join(', '),
    fix: 'write the object in a version that is served',
  };
}

function nameProblems({ metadata }: PlainObject): Problem[] {
  const { name, generateName } = isPlainObject(metadata) ? metadata : {};
  if (name !== undefined || generateName !== undefined) return [];
  return [{ path: 'metadata.name', what: 'missing', fix: 'name the object' }];
}

function scopeProblems({ metadata }: PlainObject, served: readonly ServedSchema[]): Problem[] {
  const namespace = isPlainObject(metadata) ? metadata.namespace : undefined;
  if (namespace === undefined || served.some(({ scope }) => scope === 'Namespaced')) return [];
  return [
    { path: 'metadata.namespace', what: 'namespace on a cluster-scoped object', got: namespace, fix: 'remove it' },
  ];
}

function labelOf({ apiVersion, kind, metadata }: PlainObject): string {
  const { name, generateName, namespace } = isPlainObject(metadata) ? metadata : {};
  return resourceLabel({
    type: 'kubernetes',
    group: groupOf(String(apiVersion)),
    kind: String(kind),
    namespace: typeof namespace === 'string' ? namespace : '',
    name: typeof name === 'string' ? name : typeof generateName === 'string' ? `${generateName}…` : '(unnamed)',
  });
}
