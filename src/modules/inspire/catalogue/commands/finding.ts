import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { forgetInSearch, indexForSearch, searchIds } from '../../../../platform/search/search.ts';
import type { Card, CardWords } from '../rules/card.ts';
import { type Vocabulary, vocabularyOf, waysToSay, wordsAsked, wordsIn } from '../rules/nearly.ts';
import { cardsSaying, everyWord, tellingWords, writeFindWords } from '../store/spelling.ts';
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
  await writeFindWords(tx, id, wordsIn(all.map((one) => `${one.title} ${one.keywords}`).join(' ')));
}

/** A card that everybody may not read any more is not found either. */
export async function hideFromSearch(tx: TenantDb, id: Card['id']): Promise<void> {
  await forgetInSearch(tx, [id]);
  await writeFindWords(tx, id, []);
}

const MOST_FOUND = 200;
/** Where something says just what was asked, only what is very near is told of beside it. */
const VERY_NEAR = 0.8;

/**
 * Cards that say what was asked in any inflection, the nearest first; then those whose title or search words are nearly
 * spelt so. Null for an empty question: then nothing was asked for. Four questions to the database, three of them at once,
 * however many cards.
 */
export async function findCards(tx: TenantDb, question: string): Promise<readonly string[] | null> {
  if (question.trim() === '') return null;
  const [ids, asked, there] = await Promise.all([
    searchIds(tx, question, { audience: 'public', kinds: [FOUND_AS], limit: MOST_FOUND }),
    tellingWords(tx, wordsAsked(question)),
    everyWord(tx),
  ]);
  if (ids.length >= MOST_FOUND) return ids;
  const nearly = await nearlySpelt(tx, { asked, there: vocabularyOf(there) }, ids.length > 0 ? VERY_NEAR : 0);
  const known = new Set(ids);
  return [...ids, ...nearly.filter((id) => !known.has(id))].slice(0, MOST_FOUND);
}

/** Cards that have something near to every word asked, or to all of them written as one ("sommer fest"). */
async function nearlySpelt(
  tx: TenantDb,
  { asked, there }: { readonly asked: readonly string[]; readonly there: Vocabulary },
  least: number,
): Promise<readonly string[]> {
  const ways = [asked, ...(asked.length > 1 ? [[asked.join('')]] : [])]
    .map((words) => waysToSay(words, there))
    .filter((way) => way.length > 0);
  const wanted = new Set(ways.flatMap((way) => way.flatMap((near) => [...near.keys()])));
  if (wanted.size === 0) return [];
  const nearOf = (said: readonly string[]) =>
    Math.max(
      ...ways.map((way) => Math.min(...way.map((near) => Math.max(...said.map((word) => near.get(word) ?? 0))))),
    );
  return (await cardsSaying(tx, [...wanted]))
    .map(({ id, words }) => ({ id, near: nearOf(words) }))
    .filter(({ near }) => near > 0 && near >= least)
    .toSorted((one, other) => other.near - one.near || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}
