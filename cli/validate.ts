import type { Command } from 'commander';
import { loadProject } from './project';

export function validate(program: Command, _done: (code: number) => void): void {
  program.command('validate').argument('[cluster...]').action(() => { loadProject(); });
}
