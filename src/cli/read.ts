import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, WrongUse } from './command.ts';

/** What was typed after the command's name. */
export interface ReadArguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
}

/** The command that begins the line, the longest name first, so that `journal verify` wins over `journal`. */
export function findCommand(typed: readonly string[], names: readonly string[]) {
  for (const words of [2, 1]) {
    const name = typed.slice(0, words).join(' ');
    if (typed.length >= words && names.includes(name)) return { name, rest: typed.slice(words) };
  }
  return null;
}

/** Throws `WrongUse` for unknown options, missing values and too few or too many arguments. */
export function readArguments(command: Command, typed: readonly string[]): ReadArguments {
  const { values, positionals } = parse(command, typed);
  const help = values.help === true;
  if (!help) checkCount(command, positionals);
  const given = Object.entries(values);
  return {
    help,
    json: values.json === true,
    args: positionals,
    values: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    switches: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
  };
}

function parse(command: Command, typed: readonly string[]) {
  const own = Object.entries(command.options ?? {}).map(
    ([name, option]) => [name, { type: option.value ? 'string' : 'boolean' }] as const,
  );
  const json = command.json ? { json: { type: 'boolean' } as const } : {};
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { ...Object.fromEntries(own), ...json, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    // Node's sentences are clear up to the first full stop.
    throw new WrongUse(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`);
  }
}

function checkCount(command: Command, given: readonly string[]): void {
  const wanted = command.arguments ?? [];
  const missing = wanted.find((argument, index) => !argument.optional && given[index] === undefined);
  if (missing) throw new WrongUse(`"grobund ${command.name}" needs <${missing.name}>: ${missing.help}.`);
  const extra = wanted.at(-1)?.many ? undefined : given[wanted.length];
  if (extra !== undefined) throw new WrongUse(`"grobund ${command.name}" does not know what to do with "${extra}".`);
}

/** Why a file that the person named was not read. */
export function unreadable(name: string, { code, message }: NodeJS.ErrnoException): string {
  return `Cannot read ${name}: ${code === 'ENOENT' ? 'there is no such file' : message}`;
}

/** A file that the person named, seen from where they stand: npm runs us in the project's folder and keeps theirs in INIT_CWD. */
export function fileOf(path: string, env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env.INIT_CWD || process.cwd(), path);
}
