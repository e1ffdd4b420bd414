import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import { eventPlace } from '../../act/events/public.ts';
import { tasksPlace } from '../../act/tasks/public.ts';
import type { Evaluation } from './rules/evaluation.ts';
import { askingText } from './text/asking.ts';
import { AnswerPage, ClosedPage, ThanksPage } from './views/answering.tsx';
import { Public } from './views/beside.tsx';
import { RoomPage, type RoomProps } from './views/room.tsx';

const TODAY = day('2026-05-10');

const EVALUATION: Evaluation = {
  id: '0000000000v1' as Id<'evaluation'>,
  about: { kind: 'event', id: '0000000000e1' as Id<'event'> },
  code: 'K7QX4MT9',
  title: 'Suppe i gården',
  initiativeId: null,
  on: day('2026-05-09'),
  until: day('2026-05-23'),
  calledOff: false,
  askedParties: 8,
  endedOn: null,
  answers: 3,
};

const SHOWN = { answers: 9, liked: { part: 8, of: 9 }, metNew: { part: 5, of: 8 }, helps: null };

/** How it was: the questions, one with something wrong, thanks, too late, and the room before, during and after. */
export const evaluationGallery: Examples = (language) => {
  const example = exampleIn('Hvordan var det');
  const thing = eventPlace({ id: EVALUATION.about.id });
  const ways = { language, thing, tasks: tasksPlace({}) };
  const room: RoomProps = {
    ...{ language, today: TODAY, about: EVALUATION.about, evaluation: EVALUATION, stage: 'open' },
    ...{ origin: 'https://lyngbakken.example', may: { arrange: true, see: true, show: true }, shown: null, came: 7 },
    words: [
      { id: '0000000000a1' as Id<'evaluation_answer'>, words: 'Mere suppe.\nOg flere stole.', shown: true },
      { id: '0000000000a2' as Id<'evaluation_answer'>, words: LONG_WORD, shown: false },
    ],
  };
  const over = { ...EVALUATION, endedOn: TODAY, answers: 9 };
  return [
    example('tre spørgsmål', AnswerPage({ language, title: EVALUATION.title, code: EVALUATION.code, hand: 'own' })),
    example(
      'tre spørgsmål, logget ind',
      AnswerPage({ language, title: EVALUATION.title, code: EVALUATION.code, hand: 'person' }),
    ),
    example(
      'intet svaret',
      AnswerPage({
        language,
        title: LONG_WORD,
        code: EVALUATION.code,
        hand: 'open',
        problems: { values: {}, messages: [{ field: 'liked', message: askingText(language).empty }] },
      }),
    ),
    example('tak', ThanksPage({ ...ways, again: null })),
    example('allerede svaret', ThanksPage({ ...ways, again: 'device' })),
    example('allerede svaret med linket', ThanksPage({ ...ways, again: 'own' })),
    example('for sent', ClosedPage({ language, stage: 'over', evaluation: EVALUATION, thing })),
    example('rummet, før linket er lavet', RoomPage({ ...room, evaluation: null, stage: null, words: [] })),
    example('rummet, mens der svares', RoomPage({ ...room, words: [] })),
    example(
      'rummet, flere svar end talt',
      RoomPage({ ...room, evaluation: { ...EVALUATION, answers: 18 }, words: [] }),
    ),
    example('rummet, bagefter', RoomPage({ ...room, evaluation: over, stage: 'over', shown: SHOWN })),
    example('rummet, færre end fem', RoomPage({ ...room, evaluation: over, stage: 'over', words: [] })),
    example(
      'rummet, for få med eget link',
      RoomPage({ ...room, evaluation: { ...over, answers: 12 }, stage: 'over', words: [] }),
    ),
    example(
      'på siden bagefter',
      <section>{Public({ language, code: '', stage: 'over', shown: SHOWN, quotes: ['Mere suppe.'] })}</section>,
    ),
  ];
};
