import type { Figure } from '../../../../platform/figures/figures.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { nextNumber, publish, saveStory } from '../commands.ts';
import { MOST_STORY, publishForm, storyForm } from '../forms.ts';
import { countedTo, lastDay } from '../rules/year.ts';
import { storyOf } from '../store/editions.ts';
import { pagesText } from '../text/pages.ts';
import { NOW, publishPlace, reportPlace, storyPlace } from '../urls.ts';
import { PublishPage, StoryPage } from '../views/writing.tsx';
import { type OneYear, yearIn } from './reading.tsx';

/** The story of the year, and the editions that never change. */
export function writingRoutes(web: Web, figures: readonly Figure[]): void {
  web.get(storyPlace, staff, (visit) => storyPage(visit));
  web.post(storyPlace, staff, postStory);
  web.get(publishPlace, staff, (visit) => publishPage(visit));
  web.post(publishPlace, staff, (visit) => postPublish(visit, figures));
}

async function storyPage(visit: OneYear, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const story = await storyOf(tx, year);
  const meanwhile = problems?.messages.some(({ message }) => message === pagesText(language).storyMeanwhile) ?? false;
  return visit.page(
    { title: pagesText(language).storyTitle(year), heading: false, status: problems ? 422 : 200 },
    StoryPage({ language, year, story, most: MOST_STORY, problems, meanwhile }),
  );
}

async function postStory(visit: OneYear): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const words = pagesText(language);
  const read = readForm(storyForm(language), visit.form);
  if (!read.ok) return storyPage(visit, read.refusal);
  const saved = await saveStory(tx, { year, ...read.value });
  if (!saved.ok) return storyPage(visit, problemIn(visit.form, 'words', words.storyMeanwhile));
  return visit.redirect(reportPlace({ year: String(year) }, { udgave: NOW }), words.storySaved);
}

async function publishPage(visit: OneYear, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const number = await nextNumber(tx, year);
  const running = countedTo(year, tx.today) < lastDay(year);
  return visit.page(
    { title: pagesText(language).publishTitle(year), heading: false, status: problems ? 422 : 200 },
    PublishPage({ language, year, number, running, problems }),
  );
}

async function postPublish(visit: OneYear, own: readonly Figure[]): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const words = pagesText(language);
  const read = readForm(publishForm(language), visit.form);
  if (!read.ok) return publishPage(visit, read.refusal);
  const published = await publish(tx, { year, ...read.value }, own);
  if (published.ok) return visit.redirect(reportPlace({ year: String(year) }), words.published(year));
  return published.refusal === 'reason_missing'
    ? publishPage(visit, problemIn(visit.form, 'reason', words.reasonMissing))
    : publishPage(visit, problemIn(visit.form, '', words.publishedMeanwhile));
}
