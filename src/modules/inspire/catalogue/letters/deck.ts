import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import type { CardWords } from '../rules/card.ts';
import type { FundingWords } from '../rules/funding.ts';
import { allAges } from '../text/deck-all-ages.ts';
import { atHome } from '../text/deck-at-home.ts';
import { dailyHomes } from '../text/deck-daily-homes.ts';
import { growing } from '../text/deck-growing.ts';
import { meetingPeople } from '../text/deck-meeting-people.ts';
import { outdoors } from '../text/deck-outdoors.ts';
import { sharing } from '../text/deck-sharing.ts';
import { smallGreen } from '../text/deck-small-green.ts';
import { warmHomes } from '../text/deck-warm-homes.ts';
import { outsideDeck } from '../text/outside-funding.ts';

/** Its words in every language. */
export function wordsOf(key: string): Readonly<Record<Language, CardWords>> {
  const inEach = LANGUAGES.map((language) => [language, deckWords(key, language)] as const);
  return Object.fromEntries(inEach) as Record<Language, CardWords>;
}

const EMPTY = { permissions: '', needs: [], budget: [], tasks: [], tips: [] };

function deckWords(key: string, language: Language): CardWords {
  const together: Readonly<Record<string, Partial<CardWords>>> = {
    ...warmHomes(language),
    ...sharing(language),
    ...dailyHomes(language),
    ...growing(language),
    ...smallGreen(language),
    ...outdoors(language),
    ...meetingPeople(language),
    ...allAges(language),
  };
  const { whoHelps, ...alone } = atHome(language);
  const atHomeCards: Readonly<Record<string, Partial<CardWords>>> = alone;
  const words = together[key] ?? (atHomeCards[key] && { whoHelps, ...atHomeCards[key] });
  if (!words) throw new Error(`Cannot put in the card "${key}": it has no words`);
  return { ...EMPTY, ...words } as CardWords;
}

/** Words of an example of where money is sought, in every language. */
export function fundingWordsOf(key: keyof ReturnType<typeof outsideDeck>): Readonly<Record<Language, FundingWords>> {
  return { da: outsideDeck('da')[key], en: outsideDeck('en')[key] };
}
