import { pairsOf, type Question } from '../rules/voting.ts';

/** What a member gave each proposal, by its id. What is no number is NaN; of two at a time only those two can be chosen. */
export function readBallot({ method, options }: Question, form: FormData): ReadonlyMap<string, number> {
  if (method !== 'pairs') return new Map(options.map(({ id }) => [id, readPoints(form.get(`points_${id}`))]));
  const chosen = pairsOf(options).flatMap((two, at) => two.filter(({ id }) => id === form.get(`pair_${at}`)));
  return new Map(options.map(({ id }) => [id, chosen.filter((one) => one.id === id).length]));
}

/** Where a ballot that cannot be counted is answered: at its first field. */
export function firstField({ method, options: [first] }: Question): string {
  return method === 'pairs' ? 'pair_0' : `points_${first?.id ?? ''}`;
}

function readPoints(value: FormDataEntryValue | null): number {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return 0;
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
}
