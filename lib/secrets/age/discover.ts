import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { splitWords } from './command-words';
import { parseIdentities, type Identity, type ParsedIdentities, type Recipient } from './identity';

/** The machine as key discovery sees it. */
export interface KeyMachine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** A file's text; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** What a program writes to its standard output, without a shell between. */
  readonly run: (program: string, args: readonly string[], env: Readonly<Record<string, string>>) => string;
}

/** The private keys of this machine, and what was looked at for them. */
export interface DiscoveredKeys {
  readonly identities: readonly Identity[];
  /** One line for each place, with what is there; no key's text. */
  readonly looked: readonly string[];
}

/** Where SOPS keeps its keys below the configuration folder. */
const KEY_FILE = join('sops', 'age', 'keys.txt');

/**
 * Finds private keys where sops 3.13 does, in all places and not the first only: `SOPS_AGE_KEY`, `SOPS_AGE_KEY_FILE`,
 * `SOPS_AGE_KEY_CMD`, and `sops/age/keys.txt` in the configuration folder. SSH keys and plugins are left to sops itself.
 *
 * @param recipients the public keys of the file to open, told one by one to the command, as `SOPS_AGE_RECIPIENT`
 */
export function discoverKeys(
  machine: KeyMachine = thisMachine(),
  recipients: readonly Recipient[] = [],
): DiscoveredKeys {
  const places = [
    fromVariable(machine),
    fromFile(machine),
    ...fromCommand(machine, recipients),
    fromDefaultFile(machine),
  ];
  return {
    identities: [...new Set(places.flatMap(({ identities }) => identities))],
    looked: places.map(({ place, identities, problems }) => `${place}: ${describe(identities.length, problems)}`),
  };
}

/** The machine that this process runs on. */
export function thisMachine(): KeyMachine {
  return {
    env: process.env,
    platform: process.platform,
    read: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    run: (program, args, env) =>
      execFileSync(program, args, {
        encoding: 'utf8',
        env: { ...process.env, ...env },
        stdio: ['inherit', 'pipe', 'ignore'],
      }),
  };
}

interface Found extends ParsedIdentities {
  readonly place: string;
}

function fromVariable({ env }: KeyMachine): Found {
  const place = 'SOPS_AGE_KEY';
  const text = env[place];
  return text === undefined ? nothing(place, 'not set') : { place, ...parseIdentities(text, true) };
}

function fromFile(machine: KeyMachine): Found {
  const place = 'SOPS_AGE_KEY_FILE';
  const path = machine.env[place];
  return path === undefined ? nothing(place, 'not set') : readFrom(machine, `${place} (${path})`, path);
}

function fromCommand(machine: KeyMachine, recipients: readonly Recipient[]): readonly Found[] {
  const place = 'SOPS_AGE_KEY_CMD';
  const line = machine.env[place];
  if (line === undefined) return [nothing(place, 'not set')];
  const [program, ...args] = splitWords(line) ?? [];
  if (program === undefined) return [nothing(place, 'no command, or a quote that stays open')];
  const calls = recipients.length === 0 ? [{}] : recipients.map((recipient) => ({ SOPS_AGE_RECIPIENT: recipient }));
  return calls.map((env) => {
    try {
      return { place, ...parseIdentities(machine.run(program, args, env)) };
    } catch {
      // its arguments and its output may hold the key
      return nothing(place, `${JSON.stringify(program)} failed`);
    }
  });
}

function fromDefaultFile(machine: KeyMachine): Found {
  const folder = configFolder(machine);
  if (folder === undefined) return nothing('default key file', 'no configuration folder, since HOME is not set');
  const path = join(folder, KEY_FILE);
  return readFrom(machine, path, path);
}

/** Go's `os.UserConfigDir`, but for macOS, where SOPS honours XDG_CONFIG_HOME as well. */
function configFolder({ env, platform }: KeyMachine): string | undefined {
  if (platform === 'win32') return env.AppData ?? env.APPDATA;
  const xdg = env.XDG_CONFIG_HOME ?? '';
  if (xdg !== '') return isAbsolute(xdg) || platform === 'darwin' ? xdg : undefined;
  const home = env.HOME ?? '';
  if (home === '') return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.config');
}

function readFrom(machine: KeyMachine, place: string, path: string): Found {
  try {
    const text = machine.read(path);
    return text === undefined ? nothing(place, 'no such file') : { place, ...parseIdentities(text) };
  } catch (error) {
    return nothing(place, `cannot be read, ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}

function nothing(place: string, problem: string): Found {
  return { place, identities: [], problems: [problem] };
}

function describe(count: number, problems: readonly string[]): string {
  const keys = count === 0 && problems.length > 0 ? [] : [count === 1 ? '1 key' : `${String(count)} keys`];
  return [...keys, ...problems].join(', ');
}
