import type { Config } from '../config.ts';
import type { Outcome } from '../kernel/outcome.ts';

/** One word after another that a person can type: `grobund journal verify --json`. One file each in `commands/`. */
export interface Command {
  /** What is typed: `restore`, `journal verify`. */
  readonly name: string;
  /** One line for the list in `grobund help`. */
  readonly summary: string;
  /** More, for `--help`: what it does, what it does not, an example. */
  readonly details?: string;
  readonly arguments?: readonly Argument[];
  readonly options?: Readonly<Record<string, Option>>;
  /** It prints data, and takes `--json`. */
  readonly json?: boolean;
  /** Answers the exit code when it is not 0. An error thrown is shown as one line, with exit code 1. */
  run(call: Call): Promise<number | undefined>;
}

export interface Argument {
  /** As shown in the usage line: `file`. */
  readonly name: string;
  readonly help: string;
  readonly optional?: boolean;
  /** The last one may be given several times. */
  readonly many?: boolean;
}

export interface Option {
  readonly help: string;
  /** The name of its value in the help (`--out <file>`); a switch has none. */
  readonly value?: string;
}

/** One use of a command. */
export interface Call {
  readonly args: readonly string[];
  /** The value of an option, when it was given. */
  option(name: string): string | undefined;
  /** Was the switch given? */
  flag(name: string): boolean;
  readonly json: boolean;
  /** The absolute path of a file that the person named, seen from the folder they stand in. */
  file(path: string): string;
  /** The settings. Throws when they are wrong, which ends the command with the reasons. */
  config(): Config;
  settings(): Outcome<Config, string[]>;
  /** A line for a person, on stdout; silent under `--json`. */
  say(text: string): void;
  /** The data of a command with `json`, under `--json`: one JSON text on stdout. */
  answer(value: unknown): void;
}

/** The person wrote something that the command does not understand: exit code 2, and a hint to `--help`. */
export class WrongUse extends Error {}
