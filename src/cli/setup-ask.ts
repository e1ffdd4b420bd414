import { createInterface } from 'node:readline/promises';
import type { z } from 'zod';
import type { Language } from '../kernel/language.ts';
import { readForm } from '../platform/web/form.ts';
import { setupCliText } from './setup-text.ts';

/** Values as a person types them, by field. */
export type Typed = Record<string, string>;

/** One question: the field it answers, its words, and what Enter takes. */
export interface Question {
  readonly field: string;
  readonly words: string;
  readonly usual?: string;
}

/** Where answers come from: a person at the terminal, or (null) a file that has them all. */
export interface Asker {
  readonly language: Language;
  /** How many questions were asked so far. */
  asked(): number;
  /** Null when nobody is there to be asked. */
  readonly ask: ((question: Question) => Promise<string>) | null;
  /** A line for the person: what is wrong. */
  say(line: string): void;
  close(): void;
}

/** Asks on stderr, so that stdout stays the result. */
export function askAtTerminal(language: Language): Asker {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  let count = 0;
  return {
    language,
    asked: () => count,
    ask: async ({ words, usual }) => {
      count += 1;
      const typed = (await terminal.question(`${words}${usual ? ` (${usual})` : ''}: `)).trim();
      return typed === '' ? (usual ?? '') : typed;
    },
    say: (line) => void process.stderr.write(`${line}\n`),
    close: () => terminal.close(),
  };
}

/** Nobody is asked: what is wrong ends the command. */
export function askNobody(language: Language): Asker {
  return { language, asked: () => 0, ask: null, say: () => undefined, close: () => undefined };
}

/**
 * Reads what was given by the form of the page, with its words for what is wrong. A person is asked for what lacks, and
 * again for what could not be read. Throws what is wrong, field by field, when nobody can be asked.
 */
export async function fill<Schema extends z.ZodType>(
  asker: Asker,
  form: Schema,
  questions: readonly Question[],
  given: Typed,
): Promise<z.output<Schema>> {
  const values = { ...given };
  for (;;) {
    if (asker.ask) {
      for (const question of questions) {
        if (values[question.field] === undefined) values[question.field] = await asker.ask(question);
      }
    }
    const read = readForm(form, formOf(values));
    if (read.ok) return read.value;
    const { messages } = read.refusal;
    if (!asker.ask) throw new Error(messages.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    for (const { field, message } of messages) {
      asker.say(setupCliText(asker.language).again(message));
      delete values[field];
    }
    // What is wrong in a field that nobody is asked for would be asked about for ever.
    if (!messages.some(({ field }) => questions.some((one) => one.field === field)))
      throw new Error(messages.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  }
}

function formOf(values: Typed): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
