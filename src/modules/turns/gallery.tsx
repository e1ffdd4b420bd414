import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Path } from '../../platform/web/path.ts';
import { type Example, exampleIn, LONG_NAME, LONG_WORD } from '../../ui/gallery/example.ts';
import type { ToldTurn } from './rules.ts';
import { LettersPage } from './views/letters.tsx';
import { MessagesPage, StopPage, StopUnknownPage } from './views/messages.tsx';
import { TurnsOnFront, TurnsPage } from './views/turns.tsx';

const today = day('2026-05-04');

const one: ToldTurn = {
  id: '1' as Id<'turn'>,
  sentence: 'Mette spørger, om du vil drive Suppeaften i gården.',
  action: 'Svar Mette',
  about: null,
  path: '/initiativer/1/svar' as Path,
  due: day('2026-05-09'),
  since: today,
  personal: true,
};
const turns: readonly ToldTurn[] = [
  { ...one, sentence: 'Læs en ny idé fra Kærhaven.', due: day('2026-05-01'), since: day('2026-04-20') },
  {
    ...one,
    sentence: 'Spørg en anden, om de vil drive det.',
    about: 'Cykelværksted i kælderen',
    due: null,
    since: day('2026-04-28'),
  },
  one,
  { ...one, sentence: `${LONG_NAME} spørger, om du vil se på ${LONG_WORD}.`, about: LONG_WORD },
];

const ADDRESS = 'Kærhaven 12, 3. tv, 8000 Vesterby';
const letters = [
  {
    name: 'Poul Kjær',
    address: ADDRESS,
    sameDoor: false,
    subjects: [one.sentence, 'Ugen hos Lyngbakken'],
    written: today,
  },
  { name: 'Else Kjær', address: ADDRESS, sameDoor: true, subjects: [one.sentence], written: today },
  { name: LONG_NAME, address: null, sameDoor: false, subjects: [LONG_WORD], written: today },
];
const undelivered = [
  {
    id: '3',
    name: 'Bo Lund',
    subject: 'Din tur: Læs en ny idé',
    why: 'no_address',
    visitor: null,
  },
  {
    id: '4',
    name: 'En besøgende',
    subject: 'Svar på din idé',
    why: 'no_way',
    visitor: '+4520304050',
  },
];

/** Din tur, the stopping of messages and the pile of letters, in every situation. */
export function turnsGallery(language: Language): Example[] {
  const turn = exampleIn('Din tur');
  const message = exampleIn('Beskeder');
  const letter = exampleIn('Breve');
  return [
    turn('nothing waits', <TurnsPage language={language} turns={[]} count={0} page={1} today={today} />),
    turn('one', <TurnsPage language={language} turns={[one]} count={1} page={1} today={today} />),
    turn(
      'many, one late, long words',
      <TurnsPage language={language} turns={turns} count={260} page={2} today={today} />,
    ),
    turn('on the front page', <TurnsOnFront language={language} turns={turns.slice(0, 2)} count={7} today={today} />),
    message('asking to stop', <StopPage language={language} token="abc" topic="digest" state="asking" />),
    message('stopped', <StopPage language={language} token="abc" topic="digest" state="stopped" />),
    message('sent again', <StopPage language={language} token="abc" topic="digest" state="resumed" />),
    message('unknown link', <StopUnknownPage language={language} />),
    message(
      'choosing',
      <MessagesPage language={language} stopped={new Set(['digest'])} wishes={new Set(['nearby'])} />,
    ),
    letter(
      'none',
      <LettersPage language={language} letters={[]} messages={0} later={0} until={null} undelivered={[]} />,
    ),
    letter(
      'many, and some that did not arrive',
      <LettersPage language={language} letters={letters} messages={4} later={12} until="4" undelivered={undelivered} />,
    ),
  ];
}
