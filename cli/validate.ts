import { Option, type Command } from 'commander';
import { loadSchemas, readDirectory, validateTree, validationDocument, validationReport } from '../lib/review';
import { color } from './color';

/** `plinth validate`: checks every Kubernetes object of a tree against CRD files. */
export function validate(program: Command, done: (code: number) => void): void {
  program
    .command('validate')
    .description('check every Kubernetes object of a tree against CRD files')
    .argument('<dir>', 'folder of the tree')
    .requiredOption('--schemas <dir>', 'folder of CRD files, JSON or YAML')
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .action((directory: string, { schemas, format }: { schemas: string; format: 'text' | 'json' }) => {
      const report = validateTree(readDirectory(directory), loadSchemas(schemas));
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify(validationDocument(report), null, 2)}\n`
          : validationReport(report, { color }),
      );
      done(report.refusals.length > 0 ? 1 : 0);
    });
}
