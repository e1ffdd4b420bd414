import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { type Call, type Command, WrongUse } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { fileOf, findCommand, readArguments } from './read.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const ROOT = join(import.meta.dirname, '../..');

/** Runs what a person typed after `grobund` and answers the exit code: 0 done, 1 refused or failed, 2 wrong use. */
export async function runCommandLine(args: readonly string[], env: Environment): Promise<number> {
  leaveQuietlyWhenNobodyReads();
  const typed = args.length === 0 || args[0] === '--help' || args[0] === '-h' ? ['help', ...args.slice(1)] : args;
  const found = findCommand(typed, Object.keys(COMMANDS));
  if (!found) return complain(`There is no command "${typed[0]}".${begunWith(typed[0])}`, 'grobund help');
  const command = await (COMMANDS[found.name] as () => Promise<Command>)();
  try {
    const read = readArguments(command, found.rest);
    if (read.help) {
      process.stdout.write(command.name === 'help' ? await overview() : commandHelp(command));
      return 0;
    }
    return (await command.run(callOf(read, env))) ?? 0;
  } catch (error) {
    if (error instanceof WrongUse) return complain(error.message, `grobund ${command.name} --help`);
    return fail(error, env);
  }
}

/** Half a command is a whole question: which others begin so? */
function begunWith(word = ''): string {
  const names = Object.keys(COMMANDS).filter((name) => name.startsWith(`${word} `));
  return names.length > 0 ? ` There is: ${names.join(', ')}.` : '';
}

function callOf(read: ReturnType<typeof readArguments>, env: Environment): Call {
  const settings = () => readConfig(env, ROOT);
  return {
    args: read.args,
    option: (name) => read.values[name],
    flag: (name) => read.switches.has(name),
    json: read.json,
    file: (path) => fileOf(path, env),
    settings,
    config: () => {
      const config = settings();
      if (!config.ok) throw new Error(config.refusal.join('\n'));
      return config.value;
    },
    say: (text) => {
      if (!read.json) process.stdout.write(`${text}\n`);
    },
    answer: (value) => {
      if (read.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

function complain(message: string, help: string): number {
  process.stderr.write(`${message} See: ${help}\n`);
  return 2;
}

function fail(error: unknown, env: Environment): number {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const trace = error instanceof Error ? (error.stack ?? message) : message;
  process.stderr.write(`${env.LOG_LEVEL === 'debug' ? trace : message}\n`);
  return 1;
}

/** `grobund … | head` closes the pipe before we have said everything. */
function leaveQuietlyWhenNobodyReads(): void {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
