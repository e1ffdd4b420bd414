import type { AskWords, TurnKinds } from '../turns/public.ts';
import { toldText } from './text/told.ts';
import { gatheringPlace } from './urls.ts';

/** What working together can want of a person. The name of what they are invited to lies on its row. */
export const turnsOfGatherings = (names: AskWords): TurnKinds => ({
  'gathering.invited': {
    sentence: ({ language }) => toldText(language).turn,
    action: (language) => toldText(language).turnAction,
    place: (_subject, facts) => gatheringPlace({ id: String(facts.gathering) }),
    more: names,
    subject: (language, words) => toldText(language).turnSubject(words),
    errand: true,
  },
});
