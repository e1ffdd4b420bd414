import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Page } from '../rules/application.ts';
import { noticesText } from '../text/notices.ts';

/** What is said, where its button leads, in the reader's language. */
export type Notice = (path: Path) => (language: Language) => Saying;

/** The way back to a draft that stands nowhere else. */
export function draftKept(page: Pick<Page, 'title'>): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.draftSubject,
      paragraphs: [words.draft(page.title), words.draftWarning],
      action: { label: words.goOn, path },
    };
  };
}

/** It came: its number, and when there is an answer. */
export function applicationReceived(
  page: Pick<Page, 'title'>,
  receipt: { readonly reference: string; readonly answerBy: Day },
): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.receiptSubject(receipt.reference),
      paragraphs: [
        words.receipt(page.title, receipt.reference),
        words.answerBy(formatDay(receipt.answerBy, language)),
        words.wait,
      ],
      action: { label: words.follow, path },
    };
  };
}

/** Somebody was put on an application, and may say no. */
export function askedToJoin(page: Pick<Page, 'title' | 'applicantName'>): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    const name = page.applicantName || words.someone;
    return {
      subject: words.joinSubject(name),
      paragraphs: [words.join(name, page.title), words.joinMore],
      action: { label: words.joinAction, path },
    };
  };
}

/** To the applicant: somebody would rather not. */
export function joinDeclined(page: Pick<Page, 'title'>, name: string): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.declinedSubject(page.title),
      paragraphs: [words.declined(name, page.title)],
      action: { label: words.follow, path },
    };
  };
}

/** A question, in the words of the one who asked. */
export function questionAsked(page: Pick<Page, 'title'>, question: string): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.askedSubject,
      paragraphs: [words.asked(page.title), ...question.split(/\n{2,}/).filter(Boolean)],
      action: { label: words.askedAction, path },
    };
  };
}

/** What was decided; the whole of it stands in the letter that goes with it. */
export function decided(
  page: Pick<Page, 'title'>,
  decision: {
    readonly kind: 'commitment' | 'refusal' | 'waiting_list';
    readonly reference: string;
    readonly amount: Ore | null;
  },
): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    const result =
      decision.kind === 'commitment'
        ? words.results.commitment(page.title, formatOre(decision.amount ?? (0 as Ore), language))
        : words.results[decision.kind](page.title);
    return {
      subject: words.subjects[decision.kind](decision.reference),
      paragraphs: [result, words.letterHere],
      action: { label: words.follow, path },
    };
  };
}

/** To the municipality: people from outside come, and here is what it costs. */
export function budgetForMunicipality(page: Pick<Page, 'title'>, reference: string) {
  return (language: Language): Saying => {
    const words = noticesText(language);
    return { subject: words.municipalitySubject(reference), paragraphs: [words.municipality(page.title)] };
  };
}

/** It was taken back, by them or for them; what was promised is the fund's again. */
export function takenBack(page: Pick<Page, 'title'>): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.endedSubject,
      paragraphs: [words.takenBack(page.title), words.takenBackMore],
      action: { label: words.follow, path },
    };
  };
}

/** Money came free, and they are the first on the waiting list whom it reaches. Nobody has said yes yet. */
export function nextOnTheList(page: Pick<Page, 'title'>): Notice {
  return (path) => (language) => {
    const words = noticesText(language);
    return {
      subject: words.endedSubject,
      paragraphs: [words.nextOnTheList(page.title), words.wait],
      action: { label: words.follow, path },
    };
  };
}
