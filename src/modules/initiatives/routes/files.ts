import type { Language } from '../../../kernel/language.ts';
import type { ListFile } from '../../../platform/web/list-file.tsx';
import { CARDS_A_PAGE, type Card, type Idea, type QuietCard, STORIES_A_PAGE } from '../rules.ts';
import { fileText } from '../text/files.ts';
import { ideasText } from '../text/ideas.ts';
import { initiativesText } from '../text/initiatives.ts';
import { ideaPlace, initiativePlace } from '../urls.ts';
import { whereText } from '../views/card.tsx';

interface Known {
  readonly language: Language;
  readonly departments: ReadonlyMap<string, string>;
  /** Absolute address of the front page. */
  readonly origin: string;
}

/** The list of initiatives as a file. */
export function cardsFile(known: Known, page: ListFile<Card>['page']): ListFile<Card> {
  const words = initiativesText(known.language);
  return { title: words.initiatives, columns: cardColumns(known), page, size: STORIES_A_PAGE };
}

/** The overview as a file: also when something last happened. */
export function quietFile(known: Known, page: ListFile<QuietCard>['page']): ListFile<QuietCard> {
  const last = fileText(known.language).lastHeard;
  return {
    title: initiativesText(known.language).overview,
    columns: [...cardColumns(known), [last, ({ lastHeard }) => lastHeard && { day: lastHeard }]],
    page,
    size: CARDS_A_PAGE,
  };
}

function cardColumns({ language, departments, origin }: Known): ListFile<Card>['columns'] {
  const words = initiativesText(language);
  const heads = fileText(language);
  return [
    [heads.title, ({ title }) => title],
    [heads.what, ({ what }) => what],
    [words.categoryLabel, ({ category }) => words.category[category]],
    [words.statusLabel, ({ status }) => words.status[status]],
    [words.departmentLabel, (card) => whereText(language, card, departments)],
    [heads.place, ({ place }) => place],
    [heads.startsOn, ({ startsOn }) => startsOn && { day: startsOn }],
    [heads.endsOn, ({ endsOn }) => endsOn && { day: endsOn }],
    [heads.address, ({ id }) => origin + initiativePlace({ id })],
  ];
}

/** Ideas as the staff see them, with who said them. */
export function ideasFile({ language, departments, origin }: Known, page: ListFile<Idea>['page']): ListFile<Idea> {
  const words = ideasText(language);
  const heads = fileText(language);
  return {
    title: words.ideas,
    columns: [
      [heads.said, ({ said }) => said],
      [initiativesText(language).departmentLabel, ({ departmentId }) => departments.get(departmentId ?? '') ?? ''],
      [heads.name, ({ contactName }) => contactName],
      [heads.email, ({ contactEmail }) => contactEmail],
      [heads.phone, ({ contactPhone }) => contactPhone],
      [heads.postedOn, ({ postedOn }) => ({ day: postedOn })],
      [heads.readBy, ({ readBy }) => ({ day: readBy })],
      [heads.answeredOn, ({ answer }) => answer && { day: answer.answeredOn }],
      [heads.answer, ({ answer }) => (answer ? words[answer.answer] : '')],
      [heads.address, ({ id }) => origin + ideaPlace({ id })],
    ],
    page,
    size: CARDS_A_PAGE,
  };
}
