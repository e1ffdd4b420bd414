import { type Day, readDay } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/format.ts';
import type { EntryKind, JournalKinds, Telling } from '../../platform/journal/journal.ts';
import type { IconName } from '../../ui/components/icon.tsx';
import { QUIET_ANSWERS } from './rules/quiet.ts';
import { interestText } from './text/interest.ts';
import { quietText } from './text/quiet.ts';
import { threadText } from './text/thread.ts';

const PERSON = { person: 'person' } as const;

/** What happens to ideas and initiatives. `thread` entries that everybody may read name a person only when `named`. */
export const initiativesJournal: JournalKinds = {
  'idea.posted': { icon: 'idea', audience: 'staff', sentence: (t) => words(t).ideaPosted + cameBy(t) },
  'idea.made': { icon: 'idea', audience: 'staff', sentence: (t) => words(t).ideaMade },
  'idea.joined': { icon: 'idea', audience: 'public', sentence: (t) => words(t).ideaJoined },
  'idea.words': { icon: 'chat', audience: 'staff', sentence: (t) => words(t).ideaWords },
  'idea.person_found': {
    icon: 'idea',
    audience: 'staff',
    names: PERSON,
    sentence: (t) => words(t).ideaPerson(person(t)),
  },
  'initiative.created': { icon: 'leaf', audience: 'public', sentence: (t) => createdSentence(t) + cameBy(t) },
  'initiative.edited': inside('document', (t) => words(t).edited(t.actor)),
  'initiative.driver_asked': inside('hand', (t) =>
    t.facts.in_place ? words(t).driverAskedInPlace(t.actor, person(t)) : words(t).driverAsked(t.actor, person(t)),
  ),
  'initiative.answered_yes': inside('hand', (t) => words(t).answeredYes(person(t)) + answerCameBy(t)),
  'initiative.answered_no': inside('hand', (t) => words(t).answeredNo(person(t)) + answerCameBy(t)),
  'initiative.answered_not_alone': inside('people', (t) => words(t).answeredNotAlone(person(t)) + answerCameBy(t)),
  'initiative.drive_began': open('people', (t) => words(t).driveBegan(namedPerson(t))),
  'initiative.taken_over': open('hand', (t) => words(t).takenOver(namedPerson(t))),
  'initiative.stepped_down': open('hand', (t) => words(t).steppedDown(namedPerson(t))),
  'initiative.handed_over': open('hand', (t) => words(t).handedOver(namedPerson(t))),
  'initiative.parked': open('moon', parkedSentence),
  'initiative.woken': open('leaf', (t) => words(t).woken),
  'initiative.ended_done': open('star', (t) => words(t).endedDone),
  'initiative.ended_stopped': open('stop', (t) => words(t).endedStopped),
  'initiative.step_added': inside('arrow', (t) =>
    t.facts.person ? words(t).stepAddedFor(t.actor, person(t)) : words(t).stepAdded(t.actor),
  ),
  'initiative.step_done': open('check', (t) => words(t).stepDone),
  'initiative.step_dropped': inside('stop', (t) => words(t).stepDropped),
  'initiative.joined': open('people', (t) => interestText(t.language).joinedThread(Number(t.facts.count))),
  'initiative.called': inside('chat', (t) => interestText(t.language).calledThread(t.actor)),
  'initiative.taken_off': inside('stop', (t) => interestText(t.language).takenOff(t.actor)),
  'initiative.quiet_asked': inside('chat', (t) => quietText(t.language).asked),
  'initiative.quiet_answered': inside('chat', quietSentence),
  'initiative.quiet_passed_on': inside('chat', (t) => quietText(t.language).passedOn),
  'initiative.helped': inside('hand', (t) => quietText(t.language).helped),
};

function open(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'public', names: PERSON, sentence };
}

/** For the inner page only: who was asked and what they answered is nobody else's business. */
function inside(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'members', names: PERSON, sentence };
}

function words(telling: Telling) {
  return threadText(telling.language);
}

function person(telling: Telling): string {
  return telling.facts.person ? telling.name('person', String(telling.facts.person)) : words(telling).someone;
}

function namedPerson(telling: Telling): string {
  return telling.facts.named === true ? person(telling) : words(telling).someone;
}

function createdSentence(telling: Telling): string {
  if (telling.facts.from === 'idea') return words(telling).createdFromIdea;
  return telling.facts.from ? words(telling).createdFromElsewhere : words(telling).created;
}

function parkedSentence(telling: Telling): string {
  const until: Day | null = typeof telling.facts.until === 'string' ? readDay(telling.facts.until) : null;
  return until ? words(telling).parkedUntil(formatDay(until, telling.language)) : words(telling).parked;
}

function cameBy(telling: Telling): string {
  const { channel } = telling.facts;
  if (channel === 'paper') return words(telling).onPaper;
  if (channel === 'phone') return words(telling).byPhone;
  return channel === 'mail' ? words(telling).byMail : '';
}

function answerCameBy(telling: Telling): string {
  const { channel } = telling.facts;
  if (channel === 'paper') return words(telling).registeredAnswerPaper;
  return channel === 'phone' ? words(telling).registeredAnswerPhone : '';
}

function quietSentence(telling: Telling): string {
  const text = quietText(telling.language);
  const answer = QUIET_ANSWERS.find((one) => one === telling.facts.answer) ?? 'going';
  return text.answered(person(telling), text.answers[answer]) + answerCameBy(telling);
}
