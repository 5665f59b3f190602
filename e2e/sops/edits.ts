import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { openFile, readEncrypted } from '../../lib/secrets/sops/decrypt';
import { readYaml } from '../../lib/secrets/sops/read-yaml';
import { entriesOf, isSame, type Mapping } from '../../lib/secrets/sops/tree';
import { unlock } from '../../lib/secrets/sops/unlock';
import type { RandomCase } from '../../test/secrets/sops-random-yaml';
import { withoutComments } from '../../test/secrets/sops-values';
import type { Bench } from './bench';
import { inPairs } from './sops-cli';

/** What the edits write. */
const ADDED = 'added: 0644';

/** Files of ours that sops changes and we read again: set, edit, rotate, updatekeys. */
export async function checkEdits(bench: Bench, cases: readonly RandomCase[]): Promise<void> {
  const { tally, folder } = bench;
  const started = tally.counts();
  const other = await generateIdentity();
  const otherRecipient = await recipientOf(other);
  writeFileSync(
    join(folder, '.sops.yaml'),
    `creation_rules:\n  - age: ${bench.recipient},${otherRecipient}\nstores:\n  yaml:\n    indent: 2\n`,
  );
  const editor = join(folder, 'editor.sh');
  writeFileSync(editor, `#!/bin/sh\n{ echo '${ADDED}'; cat "$1"; } > "$1.new" && cat "$1.new" > "$1"\n`);
  chmodSync(editor, 0o755);
  await inPairs(cases, async ({ text, rule }, index) => {
    const file = join(folder, 'files', `${String(index)}.edit.yaml`);
    const before = readYaml(text).map(withoutComments);
    const run = async (name: string, args: string[], check: (now: readonly Mapping[]) => boolean, env = {}) => {
      writeFileSync(file, await bench.encrypt(text, rule));
      const done = await bench.sops([...args, file, ...(name === 'set' ? ['["added"]', '420'] : [])], env);
      try {
        const opened = await bench.open(readFileSync(file, 'utf8'));
        const held = done.status === 0 && check(opened.plain.map(withoutComments));
        tally.check(
          `case ${String(index)}: sops ${name}`,
          held,
          () => `${done.stderr}\n${text}\n${readFileSync(file, 'utf8')}`,
        );
      } catch (error) {
        tally.check(`case ${String(index)}: sops ${name}`, false, () => `${String(error)}\n${done.stderr}\n${text}`);
      }
    };
    const isAdded = (now: readonly Mapping[]) => {
      const added = now[0] && entriesOf(now[0]).get('added');
      return added?.kind === 'scalar' && added.type === 'int' && added.text === '420' && now.length === before.length;
    };
    const isUnchanged = (now: readonly Mapping[]) =>
      isSame({ kind: 'list', items: now }, { kind: 'list', items: before });
    await run('set', ['set'], isAdded);
    await run('edit', ['edit'], isAdded, { EDITOR: editor });
    await run('rotate', ['rotate', '-i'], isUnchanged);
    await run('updatekeys', ['updatekeys', '--yes'], isUnchanged);
    // the file is for the second key as well now
    const updated = readEncrypted(readFileSync(file, 'utf8'));
    const plain = openFile(updated, await unlock(updated.metadata, [other])).plain.map(withoutComments);
    tally.check(`case ${String(index)}: the added key reads`, isUnchanged(plain), () => text);
  });
  tally.section(`${String(cases.length)} files that sops edited`, started);
}
