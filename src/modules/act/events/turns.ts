import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { DUTIES } from './rules/duties.ts';
import { dutiesText } from './text/duties.ts';
import { toldText } from './text/told.ts';
import { comingPlace, insidePlace, noticesPlace } from './urls.ts';

/** What events can want of a person, with what they are called. */
export const turnsOfEvents = (titles: { readonly events: AskWords; readonly duties: AskWords }): TurnKinds => ({
  'event.duty': {
    sentence: (t) => {
      const code = DUTIES.find((one) => one === t.facts.code);
      return toldText(t.language).turnDuty(code ? dutiesText(t.language).duties[code].title : '');
    },
    action: (language) => toldText(language).turnDutyAction,
    place: (_, facts) => insidePlace({ id: String(facts.event) }),
    more: titles.duties,
    errand: true,
  },
  'event.tell': {
    sentence: (t) => toldText(t.language).turnTell,
    action: (language) => toldText(language).turnTellAction,
    place: (subject) => noticesPlace({ id: subject.id }),
    more: titles.events,
    errand: true,
    instant: true,
  },
  'event.count': {
    sentence: (t) => toldText(t.language).turnCount,
    action: (language) => toldText(language).turnCountAction,
    place: (subject) => comingPlace({ id: subject.id }),
    more: titles.events,
    errand: true,
  },
});
