import type { Diary, On } from '../diary.ts';

export const thing = (kind: string, number: number) => `${kind} ${number}`;
/** The first of some days; null where there are none. */
export const first = (days: readonly On[]): On | null => [...days].sort()[0] ?? null;
export const placesOf = (diary: Diary, initiative: number) => diary.initiatives[initiative]?.places ?? [];
export const sum = { way: 'sum', people: false } as const;
export const share = { way: 'share', people: false } as const;
export const median = { way: 'median', people: false } as const;

export function daysFrom(one: On, other: On): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / 86_400_000);
}

export function dayAfter(on: On): On {
  return new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
