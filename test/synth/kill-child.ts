// The child of the kill test: goes from one tree to the other for ever. Arguments: the folder, and the tree to begin
// with. Waits for a line, so that the next child can load while this one works.
// not by the door of the room: that loads cdk8s, which costs more than the rest
import { writeTree } from '../../lib/synth/write/write-tree';
import { variant } from './kill-variants';

const [, , directory = '', first = 'A'] = process.argv;

function run(): void {
  for (let turn = first === 'A' ? 0 : 1; ; turn++) {
    writeTree({ directory, tree: variant(turn % 2 === 0 ? 'A' : 'B'), owners: 'all' });
  }
}

process.stdin.once('data', () => {
  process.stdout.write('going\n', run);
});
process.stdout.write('ready\n');
