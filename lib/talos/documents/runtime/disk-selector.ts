import type { JsonObject, Size } from '../../../cluster';
import { sizeText } from '../typed-document';

/** Properties of a disk; texts may hold `*`. Talos never takes a read-only disk. */
export interface DiskSelector {
  readonly model?: string;
  readonly serial?: string;
  readonly modalias?: string;
  readonly uuid?: string;
  readonly wwid?: string;
  readonly busPath?: string;
  readonly type?: keyof typeof typeTerms;
  /** Least size. */
  readonly minSize?: Size;
}

/** Fields of a selector, as the expression language has them. */
const globFields = {
  uuid: 'uuid',
  wwid: 'wwid',
  model: 'model',
  serial: 'serial',
  modalias: 'modalias',
  busPath: 'bus_path',
} as const;

const typeTerms = {
  nvme: 'disk.transport == "nvme"',
  sd: 'disk.transport == "mmc"',
  hdd: 'disk.rotational',
  ssd: '!disk.rotational',
} as const;

/** What Talos itself asks of a disk that is selected by the main document. */
const FIXED = ['disk.transport != ""', '!disk.readonly', '!disk.cdrom'];

/** The expression that Talos makes of the same selector in the main document. Source: Talos `v1alpha1_provider.go`. */
export function diskExpression(selector: DiskSelector): string {
  const { minSize, type } = selector;
  const globs = Object.entries(globFields).flatMap(([field, property]) => {
    const pattern = selector[field as keyof typeof globFields];
    return pattern === undefined ? [] : [`glob(${JSON.stringify(pattern)}, disk.${property})`];
  });
  return [
    ...(minSize === undefined ? [] : [`disk.size >= ${sizeText(minSize).replace(/(?=[MG]iB)/, 'u * ')}`]),
    ...globs,
    ...(type === undefined ? [] : [typeTerms[type]]),
    ...FIXED,
  ].join(' && ');
}

/** `machine.install` of an expression: for a device path, or what `diskExpression` wrote; undefined for another. */
export function diskField(expression: string): JsonObject | undefined {
  const path = /^disk\.dev_path == (?<path>"(?:[^"\\]|\\.)*")$/.exec(expression)?.groups?.path;
  if (path !== undefined) return { disk: JSON.parse(path) as string };
  const parts = terms(expression);
  const fields = parts.map(termField);
  const known = fields.filter((field) => field !== undefined);
  const isWhole = FIXED.every((term) => parts.includes(term));
  return !isWhole || known.length < fields.length
    ? undefined
    : { diskSelector: Object.assign({}, ...known) as JsonObject };
}

/** The parts of an expression that `&&` joins, outside of texts. */
function terms(expression: string): readonly string[] {
  return expression.match(/(?:"(?:[^"\\]|\\.)*"|(?! && )[^"])+/g)?.map((term) => term.replace(/^&& /, '')) ?? [];
}

function termField(term: string): JsonObject | undefined {
  if (FIXED.includes(term)) return {};
  const type = Object.entries(typeTerms).find(([, text]) => text === term)?.[0];
  if (type !== undefined) return { type };
  const size = /^disk\.size >= (?<amount>\d+)u \* (?<unit>[MG]iB)$/.exec(term)?.groups;
  if (size !== undefined) return { size: `>= ${size.amount ?? ''}${size.unit ?? ''}` };
  const glob = /^glob\((?<pattern>"(?:[^"\\]|\\.)*"), disk\.(?<property>\w+)\)$/.exec(term)?.groups;
  const field = Object.entries(globFields).find(([, property]) => property === glob?.property)?.[0];
  return field === undefined || glob?.pattern === undefined
    ? undefined
    : { [field]: JSON.parse(glob.pattern) as string };
}
