import { spawn } from 'node:child_process';
import { ChartError } from './chart-error';

/** A run of the `helm` on `PATH`. */
export interface HelmRun {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** @default - nothing */
  readonly input?: string;
}

/**
 * Runs Helm and gives what it prints.
 *
 * @throws ChartError with what it says when it fails, or when there is none
 */
export function runHelm({ argv, env, input = '' }: HelmRun): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('helm', argv, { env, stdio: 'pipe' });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // a Helm that fails early reads nothing, which its exit code says better
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? noHelm() : error);
    });
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(failed(argv[0] ?? '', Buffer.concat(errors).toString('utf8')));
    });
  });
}

/**
 * Minor version of the Helm on `PATH`, e.g. `v4.1`.
 *
 * @throws ChartError where there is none
 */
export async function helmMinor(env: HelmRun['env']): Promise<string> {
  const text = await runHelm({ argv: ['version', '--template', '{{.Version}}'], env });
  const [minor] = /^v\d+\.\d+/.exec(text.trim()) ?? [];
  if (minor !== undefined) return minor;
  throw new ChartError({ what: 'a helm of no version', got: text.trim(), fix: 'install a release of Helm' });
}

function noHelm(): ChartError {
  return new ChartError({ what: 'no helm on PATH', fix: 'install Helm, https://helm.sh' });
}

function failed(verb: string, errors: string): ChartError {
  const lines = errors.split('\n').filter((line) => line.trim() !== '' && !/^(?:WARNING|level=|time=)/.test(line));
  const says = lines.map((line) => line.replace(/^Error: /, '').trim()).join(' ');
  const advice = {
    pull: 'correct repository, name or version of the chart',
    template: 'correct the values of the component, or take another version of the chart',
  }[verb];
  return new ChartError({ what: `helm ${verb} fails: ${says}`, fix: advice ?? 'install a release of Helm' });
}
