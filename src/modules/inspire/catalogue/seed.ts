import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Origin } from '../../initiatives/public.ts';
import { answerThem, askThem } from './commands/asking.ts';
import { declineCard, doAtHome, pinCard, proposeCard, publishCard } from './commands/cards.ts';
import { putInDeck } from './commands/deck.ts';
import { cardOf } from './commands/growing.ts';
import { addFunding, makeEdition, setDepartmentRules } from './commands/house.ts';
import { originFrom, takeCard } from './commands/taking.ts';
import { addPhoto, askOperations, remark } from './commands/voices.ts';
import { type Card, type CardFacts, type CardWords, readIn } from './rules/card.ts';
import type { Photo, Question } from './rules/voices.ts';
import { cardById, cardByKey } from './store/cards.ts';
import { questionById } from './store/questions.ts';
import { insertTaking } from './store/takings.ts';

export interface WantedCard {
  readonly facts?: Partial<CardFacts>;
  readonly words?: Partial<CardWords>;
  /** Left as a proposal. */
  readonly proposed?: true;
}

/** A card by the same commands that people use; published unless said. */
export async function aCard(tx: TenantDb, wanted: WantedCard = {}): Promise<Card['id']> {
  const id = await proposeCard(tx, {
    language: 'da',
    facts: {
      category: 'people',
      doneBy: 'department',
      setting: 'indoors',
      effort: 'evening',
      minutes: 120,
      helpers: 2,
      participants: 20,
      months: [],
      budgetOre: [],
      taskMinutes: [],
      needsMeeting: false,
      needsOperations: false,
      rentEffect: false,
      operationsHours: null,
      goals: [],
      licence: 'CC BY 4.0',
      credit: '',
      ...wanted.facts,
    },
    words: {
      title: 'Suppe i gården',
      what: 'Vi koger en stor gryde suppe og spiser den ved det lange bord.',
      why: '',
      whoHelps: '',
      permissions: '',
      steps: ['Find en gryde.', 'Spørg tre naboer.'],
      needs: [],
      budget: [],
      tasks: [],
      tips: [],
      keywords: '',
      ...wanted.words,
    },
  });
  if (!wanted.proposed) await publishCard(tx, id);
  return id;
}

/** A card that came with Grobund, by its key. */
export async function deckCard(tx: TenantDb, key: string): Promise<Card> {
  const card = await cardByKey(tx, key);
  if (!card) throw new Error(`Cannot find the card "${key}": it was not put in`);
  return card;
}

/** What the thread of an initiative that began with the card begins with. */
export async function originInDeck(tx: TenantDb, key: string): Promise<Origin> {
  return originFrom(await deckCard(tx, key), tx.tenant.language);
}

/** An initiative whose story is told elsewhere began with the card. */
export async function beganWith(tx: TenantDb, id: Id<'initiative'>, key: string): Promise<void> {
  const card = await deckCard(tx, key);
  const { budget } = readIn(card, tx.tenant.language);
  await insertTaking(tx, id, { cardId: card.id, participants: card.participants, budget });
}

/** A picture of what stands on the card, by the same command that people use. */
export async function aPhoto(
  tx: TenantDb,
  cardId: Card['id'],
  { bytes, name, alt }: { readonly bytes: Uint8Array; readonly name: string; readonly alt: string },
): Promise<Photo['id']> {
  const added = await addPhoto(tx, cardId, { bytes, name, alt, credit: '' });
  if (!added.ok) throw new Error(`Cannot put a picture on the card: ${added.refusal}`);
  return added.value;
}

/** One of those who were asked answers. */
export async function answers(tx: TenantDb, id: Question['id'], said: Parameters<typeof answerThem>[2]): Promise<void> {
  const question = await questionById(tx, id);
  if (!question) throw new Error(`Cannot answer question ${id}: nobody asked it`);
  await answerThem(tx, question, said);
}

/** The verbs of the catalogue, for a story that is told event by event. */
export const verbs = {
  putInDeck,
  takeCard,
  proposeCard,
  publishCard,
  declineCard,
  pinCard,
  doAtHome,
  cardById,
  cardOf,
  makeEdition,
  setDepartmentRules,
  addFunding,
  askOperations,
  remark,
  askThem,
};
