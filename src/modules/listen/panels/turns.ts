import type { TurnKind, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import {
  applicantPlace,
  applicantsPlace,
  drawPlace,
  drawsPlace,
  drumPlace,
  minePlace,
  recommendationsPlace,
} from './urls.ts';

type Told = ReturnType<typeof toldText>;

/** What focus groups want of those who select, and of those who are known here and were drawn. Others are written to. */
export const panelsTurns: TurnKinds = {
  'panel.select': waits(
    (words) => words.turnSelect,
    (words) => words.turnSelectAction,
    (_, facts) => applicantsPlace({ id: String(facts.panel) }),
  ),
  'panel.press': waits(
    (words) => words.turnPress,
    (words) => words.turnPressAction,
    (_, facts) => drawPlace({ id: String(facts.panel), draw: String(facts.draw) }),
  ),
  'panel.dice': waits(
    (words) => words.turnDice,
    (words) => words.turnDiceAction,
    (_, facts) => drumPlace({ id: String(facts.panel), draw: String(facts.draw) }),
  ),
  'panel.seat_free': waits(
    (words) => words.turnSeat,
    (words) => words.turnSeatAction,
    (_, facts) => drawsPlace({ id: String(facts.panel) }),
  ),
  'panel.write': waits(
    (words) => words.turnWrite,
    (words) => words.turnWriteAction,
    (subject, facts) => applicantPlace({ id: String(facts.panel), person: subject.id }),
  ),
  'panel.offer': {
    ...waits(
      (words) => words.turnOffer,
      (words) => words.turnOfferAction,
      (subject) => minePlace({ code: subject.id }),
    ),
    errand: false,
  },
  'panel.answer': waits(
    (words) => words.turnAnswer,
    (words) => words.turnAnswerAction,
    (_, facts) => recommendationsPlace({ id: String(facts.panel) }),
  ),
};

function waits(sentence: (words: Told) => string, action: (words: Told) => string, place: TurnKind['place']): TurnKind {
  return {
    sentence: ({ language }) => sentence(toldText(language)),
    action: (language) => action(toldText(language)),
    place,
    errand: true,
  };
}
