import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { forgetInSearch, indexForSearch, search } from '../../../../platform/search/search.ts';
import type { Card, CardWords } from '../rules/card.ts';
import { NEARLY, nearness } from '../rules/nearly.ts';
import { wordsToSpell } from '../store/cards.ts';
import { cardPlace } from '../urls.ts';

const FOUND_AS = 'catalogue_card';

/** A published card is found by its words in every language, and by those that people look for it with. */
export async function makeFindable(
  tx: TenantDb,
  id: Card['id'],
  words: Readonly<Partial<Record<Language, CardWords>>>,
): Promise<void> {
  const all = Object.values(words);
  const title = (words[tx.tenant.language] ?? all[0])?.title ?? '';
  const body = all.map((one) =>
    [one.what, one.why, one.keywords, ...one.steps, ...one.needs, ...one.tasks, ...one.tips].join('\n'),
  );
  const titles = all.map((one) => one.title).filter((one) => one !== title);
  await indexForSearch(tx, {
    kind: FOUND_AS,
    id,
    title,
    body: [...body, ...titles].join('\n'),
    path: cardPlace({ id }),
    audience: 'public',
  });
}

/** A card that everybody may not read any more is not found either. */
export function hideFromSearch(tx: TenantDb, id: Card['id']): Promise<void> {
  return forgetInSearch(tx, [id]);
}

/** So many are looked at for their spelling; a house has a few dozen. */
const MOST_SPELT = 1000;
const MOST_FOUND = 200;

/**
 * Cards that say what was asked in any inflection, the nearest first; then those whose title or search words are nearly
 * spelt so. Null for an empty question: then nothing was asked for.
 */
export async function findCards(tx: TenantDb, question: string): Promise<readonly string[] | null> {
  if (question.trim() === '') return null;
  const [found, all] = [
    await search(tx, question, { audience: 'public', kinds: [FOUND_AS], limit: MOST_FOUND }),
    await wordsToSpell(tx, MOST_SPELT),
  ];
  const ids = found.map(({ id }) => id);
  const nearly = all
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, words }) => ({ id, near: nearness(question, words) }))
    .filter(({ near }) => near >= NEARLY)
    .toSorted((one, other) => other.near - one.near);
  return [...ids, ...nearly.map(({ id }) => id)];
}
