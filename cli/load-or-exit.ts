import { loadProject, type LoadedProject } from './project';
import { showError } from './show-error';

/** Loads the project for an app that another command line runs; reports what is wrong with it and exits with 1. */
export function loadOrExit(): LoadedProject {
  try {
    return loadProject();
  } catch (error) {
    showError(error, process.argv.includes('--debug'));
    process.exit(1);
  }
}
