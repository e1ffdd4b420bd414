import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { unreadable } from './read.ts';

const text = z.union([z.string(), z.number().transform(String)]);

/** What `--answers` may hold: what is left out waits for the browser. Values as a person would type them in the forms. */
const ANSWERS = z.strictObject({
  slug: z.string().optional(),
  host: z.string().optional(),
  house: z
    .strictObject({
      kind: text.optional(),
      name: text,
      cvr: text,
      streetLine: text,
      postcode: text,
      city: text,
      phone: text.optional(),
      email: text.optional(),
      language: text.optional(),
    })
    .optional(),
  secretary: z.strictObject({ name: z.string(), email: z.string() }).optional(),
  look: z.strictObject({ colour: z.string(), logo: z.string().optional() }).optional(),
  homes: z.strictObject({ file: z.string() }).optional(),
  people: z
    .union([
      z.strictObject({ file: z.string() }),
      z.array(
        z.strictObject({
          name: z.string(),
          email: z.string().optional(),
          phone: text.optional(),
          role: z.string(),
          department: text.optional(),
          until: z.string().optional(),
        }),
      ),
    ])
    .optional(),
  fund: z
    .strictObject({
      name: z.string().optional(),
      total: text.optional(),
      projectMax: text.optional(),
      startsOn: z.string().optional(),
      endsOn: z.string().optional(),
      closesOn: z.string().optional(),
      answersOn: z.string().optional(),
      approvedOn: z.string(),
      approvedReference: z.string().optional(),
      words: z.string().optional(),
    })
    .optional(),
  invitation: z
    .strictObject({
      subject: z.string().optional(),
      body: z.string().optional(),
      signer: z.string().optional(),
      folder: z.string().optional(),
      printed: z.boolean().optional(),
    })
    .optional(),
  checks: z.strictObject({ ways: z.boolean().optional(), backup: z.boolean().optional() }).optional(),
});

export type Answers = z.infer<typeof ANSWERS>;

/** Throws one line for each thing in the file that is not understood. */
export async function readAnswers(path: string): Promise<Answers> {
  const written = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(unreadable(path, error));
  });
  const json = parse(written, path);
  const read = ANSWERS.safeParse(json);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const told = isThere(json, issue.path) ? issue.message : 'is missing';
    return [path, issue.path.join('.'), told].filter((part) => part !== '').join(': ');
  });
  throw new Error(lines.join('\n'));
}

function isThere(json: unknown, at: readonly PropertyKey[]): boolean {
  return at.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown>)?.[key], json) !== undefined;
}

function parse(written: string, path: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    throw new Error(`Cannot read ${path}: it is no JSON (${(error as Error).message})`);
  }
}

/** Without what was not given. */
export function given(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  const entries = Object.entries(values ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
