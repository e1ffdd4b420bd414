import { type Columns, FIELDS } from './rules.ts';

/** The select boxes of the columns page: `felt.address` = column number, empty for "not in the file". */
export function readColumns(form: FormData): Columns {
  const chosen = FIELDS.flatMap((field) => {
    const value = String(form.get(`felt.${field}`) ?? '');
    return /^\d{1,3}$/.test(value) ? [[field, Number(value)] as const] : [];
  });
  return Object.fromEntries(chosen);
}
