import { posix } from 'node:path';
import type { Artifact } from '../../artifact';
import { parseSopsConfig, ruleFor, SOPS_CONFIG, type CreationRule, type SopsConfig } from '../../secrets';
import { emitBody } from '../emit-body';

/** How a file of the tree is encrypted. */
export interface FileRule extends Pick<CreationRule, 'rule' | 'readers'> {
  /** Spaces per level. @default - as SOPS */
  readonly indent?: number;
}

/**
 * The rules of the `.sops.yaml` files among the artifacts. As sops does from a file's folder upwards, the nearest one
 * decides: what we encrypt and what a hand with `sops` encrypts cannot differ.
 *
 * @returns the rule of a path
 * @throws SopsConfigError for a configuration that cannot be used; the returned function SopsError where no rule fits
 */
export function encryptionRules(artifacts: readonly Artifact[]): (path: string) => FileRule {
  const configs = new Map<string, SopsConfig>();
  for (const { path, body } of artifacts) {
    if (posix.basename(path) === SOPS_CONFIG) configs.set(posix.dirname(path), parseSopsConfig(emitBody(body)));
  }
  return (path) => {
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      const config = configs.get(folder);
      if (config !== undefined) {
        const { rule, readers } = ruleFor(config, posix.relative(folder, path));
        return { rule, readers, ...(config.yamlIndent === undefined ? {} : { indent: config.yamlIndent }) };
      }
      if (folder === '.') break;
    }
    throw new Error(`no ${SOPS_CONFIG} above an encrypted file, got ${path}; let the rendering write one beside it`);
  };
}
