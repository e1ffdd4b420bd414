import type { Language } from '../../../../kernel/language.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Initiative } from '../../../initiatives/public.ts';
import { type Card, type CardFacts, type CardWords, EVENING_MINUTES, MOST } from '../rules/card.ts';
import { cardFrom } from '../store/cards.ts';
import { resultOf, takingOf } from '../store/takings.ts';
import { proposeCard } from './cards.ts';

const USUAL_PARTICIPANTS = 20;

/**
 * A finished initiative becomes a proposal with one click: its own words, the steps that were done, and what the fund was
 * asked for. The card it became before is given back, so that a second click makes no second one.
 */
export async function cardOf(tx: TenantDb, initiative: Initiative, language: Language): Promise<Card['id']> {
  const there = await cardFrom(tx, initiative.id);
  if (there) return there.id;
  const [result, taking] = await Promise.all([resultOf(tx, initiative.id), takingOf(tx, initiative.id)]);
  const budget = (result.budget.length > 0 ? result.budget : (taking?.budget ?? [])).slice(0, MOST.lines);
  // So few that they could be known by it are not told of.
  const came = result.came !== null && result.came >= FEWEST ? result.came : null;
  const facts: CardFacts = {
    category: initiative.category,
    doneBy: initiative.wholeOrganisation ? 'organisation' : 'department',
    setting: 'either',
    effort: 'evening',
    minutes: EVENING_MINUTES,
    helpers: Math.max(2, initiative.drivers.length),
    participants: came ?? result.expected ?? taking?.participants ?? USUAL_PARTICIPANTS,
    months: monthsFrom(initiative),
    budgetOre: budget.map(({ amount }) => amount),
    taskMinutes: [],
    needsMeeting: false,
    needsOperations: false,
    rentEffect: false,
    operationsHours: null,
    goals: [],
    licence: 'CC BY 4.0',
    credit: '',
  };
  const words: CardWords = {
    title: initiative.title,
    what: cut(initiative.what),
    why: cut(initiative.why),
    whoHelps: '',
    permissions: '',
    steps: stepsOf(initiative),
    needs: [],
    budget: budget.map(({ what }) => what.slice(0, MOST.line)),
    tasks: [],
    tips: initiative.end?.words ? [initiative.end.words.slice(0, MOST.line)] : [],
    keywords: '',
  };
  return proposeCard(tx, { facts, language, words, initiativeId: initiative.id });
}

/** What was done; where nobody ticked anything off, what was planned. */
function stepsOf({ steps }: Initiative): readonly string[] {
  const done = steps.filter(({ outcome }) => outcome === 'done');
  return (done.length > 0 ? done : steps).slice(0, MOST.lines).map(({ says }) => says);
}

function monthsFrom({ startsOn }: Initiative): readonly number[] {
  return startsOn ? [Number(startsOn.slice(5, 7))] : [];
}

function cut(text: string): string {
  return text.length <= MOST.words ? text : `${text.slice(0, MOST.words - 2)} …`;
}
