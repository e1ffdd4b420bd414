import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Telling } from '../../platform/journal/journal.ts';
import type { Path } from '../../platform/web/path.ts';
import type { AskInvitation, AskWords, Saying, TurnKinds } from '../turns/public.ts';
import type { QuietAnswer } from './rules/quiet.ts';
import { type IdeaAnswer, type Initiative, titleFrom } from './rules.ts';
import { ideasText } from './text/ideas.ts';
import { quietText } from './text/quiet.ts';
import { threadText } from './text/thread.ts';
import { answerPlace, askPlace, ideaPlace, initiativePlace, insidePlace, questionPlace } from './urls.ts';

const TITLE = { initiative: 'initiative' } as const;

/** How the words on the rows are asked for: this file knows only how they are told. */
interface Words {
  readonly ideas: AskWords;
  readonly asks: AskWords;
  readonly steps: AskWords;
  readonly help: AskWords;
  /** How one who drives it answers without signing in. */
  readonly howItGoes: AskInvitation;
}

/** What ideas and initiatives can want of a person. */
export const turnsOfInitiatives = (words: Words): TurnKinds => ({
  'idea.read': {
    sentence: (t) =>
      t.facts.department ? text(t).turnIdeaFrom(t.name('department', String(t.facts.department))) : text(t).turnIdea,
    names: { department: 'department' },
    action: (language) => threadText(language).turnIdeaAction,
    place: (subject) => ideaPlace({ id: subject.id }),
    more: words.ideas,
    // A title to know it by.
    shorten: titleFrom,
    instant: true,
  },
  'initiative.drive': {
    sentence: (t) => {
      const asker = t.name('person', String(t.facts.asker));
      if (!t.facts.company) return text(t).turnDrive(asker, title(t));
      return text(t).turnDriveTogether(asker, title(t), t.name('person', String(t.facts.company)));
    },
    action: (language) => threadText(language).turnDriveAction,
    place: (subject) => answerPlace({ ask: subject.id }),
    more: words.asks,
    names: { ...TITLE, asker: 'person', company: 'person' },
  },
  'initiative.step': {
    sentence: (t) => text(t).turnStep(title(t)),
    action: (language) => threadText(language).turnStepAction,
    place: (_subject, facts) => insidePlace({ id: String(facts.initiative) }),
    more: words.steps,
    errand: true,
    names: TITLE,
  },
  'initiative.ask_next': {
    sentence: (t) => {
      const person = t.name('person', String(t.facts.person));
      return t.facts.answer === 'no' ? text(t).turnNo(person, title(t)) : text(t).turnNotAlone(person, title(t));
    },
    action: (language) => threadText(language).turnAskNextAction,
    errand: true,
    place: (subject) => askPlace({ id: subject.id }),
    names: { ...TITLE, person: 'person' },
  },
  'initiative.find_driver': {
    sentence: (t) => text(t).turnFindDriver(title(t)),
    action: (language) => threadText(language).turnFindDriverAction,
    place: (subject) => askPlace({ id: subject.id }),
    names: TITLE,
    instant: true,
  },
  'initiative.ask_again': {
    sentence: (t) => text(t).turnAskAgain(title(t)),
    action: (language) => threadText(language).turnAskAgainAction,
    place: (subject) => insidePlace({ id: subject.id }),
    names: TITLE,
  },
  'initiative.tell': {
    sentence: (t) => text(t).turnTell(title(t)),
    action: (language) => threadText(language).turnTellAction,
    errand: true,
    place: (subject) => insidePlace({ id: subject.id }),
    names: TITLE,
  },
  'initiative.quiet': {
    sentence: (t) => quietText(t.language).turn(title(t)),
    action: (language) => quietText(language).turnAction,
    errand: true,
    place: (subject) => questionPlace({ id: subject.id }),
    invitation: words.howItGoes,
    names: TITLE,
  },
  'initiative.quiet_unanswered': {
    sentence: (t) => quietText(t.language).turnUnanswered(title(t)),
    action: (language) => quietText(language).turnUnansweredAction,
    place: (subject) => questionPlace({ id: subject.id }),
    names: TITLE,
  },
  'initiative.help': {
    sentence: (t) =>
      t.facts.person
        ? quietText(t.language).turnHelpFrom(t.name('person', String(t.facts.person)), title(t))
        : quietText(t.language).turnHelp(title(t)),
    action: (language) => quietText(language).turnHelpAction,
    place: (subject) => questionPlace({ id: subject.id }),
    more: words.help,
    names: { ...TITLE, person: 'person' },
    instant: true,
  },
});

function text(telling: Telling) {
  return threadText(telling.language);
}

function title(telling: Telling): string {
  return telling.name('initiative', String(telling.facts.initiative));
}

/** The receipt to the one who left an e-mail: the way back to the idea, which is written nowhere else. */
export function ideaReceived(path: Path) {
  return (language: Language): Saying => {
    const text = ideasText(language);
    return {
      subject: text.receipt,
      paragraphs: [text.receipt, text.receiptText],
      action: { label: text.follow, path },
    };
  };
}

/** What the person with the idea is told when it is answered: the words of the one who answered, and where it went. */
export function ideaAnswered(answer: IdeaAnswer, words: string, initiativeId: Id<'initiative'> | null) {
  return (language: Language): Saying => {
    const text = ideasText(language);
    const action = initiativeId && { label: text.seeInitiative, path: initiativePlace({ id: initiativeId }) };
    return {
      subject: text.sentWords[answer],
      paragraphs: [text.sentWords[answer], ...words.split(/\n{2,}/).filter(Boolean)],
      ...(action ? { action } : {}),
    };
  };
}

/** What a driver is told when another lets go, and what one who would not be alone is told when there is company. */
export function driverNews(what: 'let_go' | 'company', name: string, initiative: Pick<Initiative, 'id' | 'title'>) {
  return (language: Language): Saying => {
    const text = threadText(language);
    const said = what === 'let_go' ? text.letGoNews(name, initiative.title) : text.companyNews(name, initiative.title);
    return {
      subject: said,
      paragraphs: [said, what === 'let_go' ? text.letGoMore : text.companyMore],
      action: { label: text.driverNewsAction, path: insidePlace({ id: initiative.id }) },
    };
  };
}

/** What the others who drive it are told when one has answered for all. */
export function quietAnswered(name: string, answer: QuietAnswer, initiative: Pick<Initiative, 'id' | 'title'>) {
  return (language: Language): Saying => {
    const text = quietText(language);
    const said = text.othersTold(name, initiative.title, text.answers[answer]);
    return {
      subject: said,
      paragraphs: [said, text.othersMore],
      action: { label: threadText(language).driverNewsAction, path: insidePlace({ id: initiative.id }) },
    };
  };
}
