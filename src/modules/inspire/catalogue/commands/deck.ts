import { kroner } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { fundingWordsOf, wordsOf } from '../letters/deck.ts';
import { type CardFacts, nextReview } from '../rules/card.ts';
import { AT_HOME_DECK, DECK, type DeckFacts } from '../rules/deck.ts';
import { deckKeysThere, insertCard, insertState } from '../store/changes.ts';
import { fundingKeysThere, insertFunding } from '../store/funding.ts';
import { makeFindable } from './finding.ts';

/**
 * The cards that come with Grobund, published at once, and the examples of where else money is sought. Those that are there
 * are left as they are, also where the house has changed or taken them down. How many came.
 */
export async function putInDeck(tx: TenantDb): Promise<number> {
  const there = await deckKeysThere(tx);
  const wanted = [...DECK, ...AT_HOME_DECK].filter(({ key }) => !there.has(key));
  for (const one of wanted) {
    const words = wordsOf(one.key);
    const id = await insertCard(tx, { facts: factsOf(one), words, deckKey: one.key });
    await insertState(tx, id, { state: 'published', words: '', reviewOn: nextReview(tx.today) });
    await makeFindable(tx, id, words);
  }
  await putInFunding(tx);
  if (wanted.length > 0) {
    record(tx, {
      kind: 'catalogue.deck_put_in',
      subject: { kind: 'catalogue', id: tx.tenant.id },
      facts: { cards: wanted.length },
    });
  }
  return wanted.length;
}

function factsOf({ key: _, budget, ...facts }: DeckFacts): CardFacts {
  return { ...facts, budgetOre: budget.map(kroner), licence: 'CC BY 4.0', credit: 'Grobund' };
}

const FUNDING_CATEGORIES = {
  meetingPlaces: ['green', 'people'],
  greenPool: ['green'],
  voluntaryPool: ['people'],
  youngPool: ['people'],
  energyPool: ['homes'],
} as const;

async function putInFunding(tx: TenantDb): Promise<void> {
  const there = await fundingKeysThere(tx);
  for (const key of Object.keys(FUNDING_CATEGORIES) as (keyof typeof FUNDING_CATEGORIES)[]) {
    if (there.has(key)) continue;
    await insertFunding(tx, {
      deckKey: key,
      url: '',
      deadlineOn: null,
      categories: FUNDING_CATEGORIES[key],
      example: true,
      checkedOn: tx.today,
      words: fundingWordsOf(key),
    });
  }
}
