import { z } from 'zod';
import { readId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { COLUMNS, PURPOSES } from './rules.ts';
import { text } from './text.ts';

const id = <Entity extends string>() =>
  z
    .string()
    .default('')
    .transform((value) => readId<Entity>(value));
const list = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]);

const where = {
  department: id<'department'>(),
  stairwell: id<'building'>(),
  purpose: z.enum(PURPOSES).catch('post'),
  paperOnly: z
    .string()
    .optional()
    .transform((value) => value === 'ja'),
};

export const FORMATS = ['pdf', 'xlsx', 'csv'] as const;

/** The query of a list; read from the address, so that a list can be made again. */
export const listForm = z.object({
  ...where,
  columns: list.transform((values) => COLUMNS.filter((column) => values.includes(column))),
  boxes: z
    .string()
    .max(200)
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((box) => box.trim())
        .filter(Boolean)
        .slice(0, 5),
    ),
  format: z.enum(FORMATS).catch('pdf'),
});

export const letterForm = (language: Language) => {
  const { problems } = text(language);
  return z.object({
    ...where,
    department: where.department.refine((department) => department !== null, problems.department),
    subject: z.string().min(1, problems.subject).max(120, problems.subject),
    body: z.string().min(1, problems.body).max(6000, problems.body),
    signer: z.string().max(120).default(''),
    // 0: look at the first letter. From 1: which file of letters to get.
    next: z
      .string()
      .default('')
      .transform((value) => (/^[1-9]\d?$/.test(value) ? Number(value) : 0)),
  });
};
