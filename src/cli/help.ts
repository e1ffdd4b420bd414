import type { Argument, Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** The list of all commands. */
export async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    'Grobund: where lasting communities grow.',
    '',
    'Usage: grobund <command> [options]      (in the project: npm run -s grobund -- <command> [options])',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Each command has --help. Exit codes: 0 done, 1 refused or failed, 2 wrong use.',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, { value, help }]) => [
    value ? `--${name} <${value}>` : `--${name}`,
    help,
  ]);
  const json = command.json ? [['--json', 'Print the data as JSON, and nothing else']] : [];
  const args = command.arguments ?? [];
  return [
    command.summary,
    '',
    `Usage: grobund ${[command.name, ...args.map(usage), '[options]'].join(' ')}`,
    ...(command.details ? ['', command.details] : []),
    ...(args.length > 0 ? ['', ...columns(args.map(({ name, help }) => [`<${name}>`, help]))] : []),
    '',
    ...columns([...options, ...json, ['--help', 'Show this']]),
    '',
  ].join('\n');
}

function usage({ name, optional, many }: Argument): string {
  const word = optional ? `[<${name}>]` : `<${name}>`;
  return many ? `${word} …` : word;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`);
}
