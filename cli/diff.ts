import type { Command } from 'commander';
import { loadProject } from './project';

export function diff(program: Command, _done: (code: number) => void): void {
  program.command('diff').argument('[cluster...]').action(() => { loadProject(); });
}
