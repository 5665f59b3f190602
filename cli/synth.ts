import type { Command } from 'commander';
import { loadProject } from './project';

export function synth(program: Command, _done: (code: number) => void): void {
  program.command('synth').argument('[cluster...]').action(() => { loadProject(); });
}
