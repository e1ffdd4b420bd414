import { path } from '../../../platform/web/path.ts';
import { HAPPENINGS, type HappeningKind } from './rules/status.ts';

/** What the fund has supported, for everybody. */
export const resultsPlace = path('/pulje/resultater');
export const resultsCsvPlace = path('/pulje/resultater/liste.csv');
export const resultsRssPlace = path('/pulje/resultater/rss.xml');
export const resultsAtomPlace = path('/pulje/resultater/atom.xml');
/** One of them; registered after the fixed names above. */
export const projectPlace = path('/pulje/resultater/:id');
export const photoPlace = path('/pulje/billeder/:id');

/** The three questions without an account: a code in a mail or on a card. */
export const codePlace = path('/tilbagemelding');
export const byCodePlace = path('/tilbagemelding/:code');
export const photoByCodePlace = path('/tilbagemelding/:code/billede');
export const photoBackByCodePlace = path('/tilbagemelding/:code/billede/:photo/fjern');

/** The same, signed in: the applicant's own, or staff who type in what came on paper. */
export const feedbackPlace = path('/pulje/ansoegninger/:id/tilbagemelding');
export const addPhotoPlace = path('/pulje/ansoegninger/:id/billede');
export const photoBackPlace = path('/pulje/ansoegninger/:id/billede/:photo/fjern');
export const showPhotoPlace = path('/pulje/ansoegninger/:id/billede/:photo/vis');
export const showWordsPlace = path('/pulje/ansoegninger/:id/tilbagemelding/vis');

/** What the consultant does at the end of a case. */
export const followUpPlace = path('/pulje/opfoelgning');
export const cardsPlace = path('/pulje/opfoelgning/kort');
export const daysPlace = path('/pulje/opfoelgning/dage');
export const releasePlace = path('/pulje/ansoegninger/:id/rest/frigiv');
export const waitPlace = path('/pulje/ansoegninger/:id/rest/vent');
export const closePlace = path('/pulje/ansoegninger/:id/rest/afslut');

/** The fund's year, or another span, in figures. */
export const statusPlace = path('/pulje/status');
export const statusBehindPlace = path('/pulje/status/bag/:figure');
export const statusFilePlace = path('/pulje/status/hent');

/** What a figure is called in an address. */
export const HAPPENING_NAMES: Readonly<Record<HappeningKind, string>> = {
  sought: 'soegt',
  committed: 'lovet',
  refused: 'afslag',
  waited: 'venteliste',
  paid: 'betalt',
  released: 'frigivet',
  told: 'tilbagemelding',
};

export function readHappening(name: string): HappeningKind | null {
  return HAPPENINGS.find((kind) => HAPPENING_NAMES[kind] === name) ?? null;
}
