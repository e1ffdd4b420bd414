/** Things in one answer. */
export const USUAL_LIMIT = 50;
export const MOST_LIMIT = 200;

/** Null for what is no number from 1 to the most. */
export function readLimit(text: string | null): number | null {
  if (text === null) return USUAL_LIMIT;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MOST_LIMIT ? limit : null;
}

/** The place after which the next page begins: nobody is to build on what is in it. */
export function cursorOf(id: string): string {
  return Buffer.from(`1:${id}`).toString('base64url');
}

/** The id that a cursor holds; null for what we did not write. */
export function readCursor(cursor: string): string | null {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const id = /^1:([0-9a-f-]{36}|\d{1,18})$/.exec(text)?.[1];
  return id && cursorOf(id) === cursor ? id : null;
}
