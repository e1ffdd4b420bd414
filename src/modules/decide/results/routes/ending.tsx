import { formatDay } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Outcome } from '../../../../kernel/outcome.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { caseHref } from '../../fund/public.ts';
import { closeByHand, releaseRest, waitWithRelease } from '../commands/ending.ts';
import { showWords } from '../commands/feedback.ts';
import { showPhoto } from '../commands/photos.ts';
import { reasonForm, releaseForm, waitForm } from '../forms.ts';
import { type EndingCase, isMoneyMoving, isOpen } from '../rules/case.ts';
import { followUpText } from '../text/follow-up.ts';
import { closePlace, releasePlace, showPhotoPlace, showWordsPlace, waitPlace } from '../urls.ts';
import { Ending, type EndingForm } from '../views/section.tsx';
import { reached } from './feedback.tsx';

/** What those who look after the fund do when it is over: release, wait, close, and let everybody see. */
export function endingRoutes(web: Web): void {
  web.post(releasePlace, signedIn, postRelease);
  web.post(waitPlace, signedIn, postWait);
  web.post(closePlace, signedIn, postClose);
  web.post(showWordsPlace, signedIn, postShowWords);
  web.post(showPhotoPlace, signedIn, postShowPhoto);
}

type One = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

async function attended(visit: One): Promise<EndingCase> {
  const { one, may } = await reached(visit);
  if (!may.attend) missing();
  return one;
}

async function postRelease(visit: One): Promise<Response> {
  const one = await attended(visit);
  const read = readForm(releaseForm(visit.language), visit.form);
  if (!read.ok) return refusedPage(visit, one, 'release', read.refusal);
  const done = await releaseRest(visit.tx, one.id, read.value.words, read.value.amount);
  return after(visit, one, 'release', done, followUpText(visit.language).released);
}

async function postWait(visit: One): Promise<Response> {
  const { language } = visit;
  const one = await attended(visit);
  const read = readForm(waitForm(language), visit.form);
  if (!read.ok) return refusedPage(visit, one, 'wait', read.refusal);
  const { until, words } = read.value;
  if (!until)
    return refusedPage(visit, one, 'wait', problemIn(visit.form, 'until', followUpText(language).untilUnreadable));
  const done = await waitWithRelease(visit.tx, one.id, { until, words });
  return after(visit, one, 'wait', done, followUpText(language).waits(formatDay(until, language)));
}

async function postClose(visit: One): Promise<Response> {
  const one = await attended(visit);
  const read = readForm(reasonForm(visit.language, 0), visit.form);
  if (!read.ok) return refusedPage(visit, one, 'close', read.refusal);
  const done = await closeByHand(visit.tx, one.id, read.value.words);
  return after(visit, one, 'close', done, followUpText(visit.language).closed);
}

async function postShowWords(visit: One): Promise<Response> {
  const one = await attended(visit);
  const shown = visit.form.get('do') !== 'hide';
  if (!(await showWords(visit.tx, one.id, shown))) missing();
  return back(visit, one, shown);
}

async function postShowPhoto(visit: One & { readonly params: { readonly photo: string } }): Promise<Response> {
  const one = await attended(visit);
  const shown = visit.form.get('do') !== 'hide';
  const photoId = readId<'fund_photo'>(visit.params.photo) ?? missing();
  if (!(await showPhoto(visit.tx, one.id, photoId, shown))) missing();
  return back(visit, one, shown);
}

function back(visit: One, one: EndingCase, shown: boolean): Response {
  const words = followUpText(visit.language);
  return visit.redirect(caseHref(one.id), shown ? words.shown : words.hidden);
}

type Refusal = keyof ReturnType<typeof followUpText>['refusals'];

/** Back to the case, or the form again with what is in the way beside its field. */
function after(visit: One, one: EndingCase, form: EndingForm, done: Outcome<null, Refusal>, said: string) {
  if (done.ok) return visit.redirect(caseHref(one.id), said);
  const message = followUpText(visit.language).refusals[done.refusal];
  if (done.refusal === 'not_open' || !isOpen(one) || isMoneyMoving(one))
    return visit.redirect(caseHref(one.id), message);
  return refusedPage(visit, one, form, problemIn(visit.form, FIELDS[done.refusal] ?? 'words', message));
}

/** The field that a refusal is about, where it is not the reason. */
const FIELDS: Partial<Readonly<Record<Refusal, string>>> = {
  not_later: 'until',
  too_late: 'until',
  over_left: 'amount',
};

/** The same forms alone on a page, with what was typed. */
function refusedPage(
  visit: One,
  one: EndingCase,
  form: EndingForm,
  problems: FormProblems,
): Promise<Response> | Response {
  const { language, tx } = visit;
  if (!isOpen(one)) return visit.redirect(caseHref(one.id), followUpText(language).refusals.not_open);
  return visit.page(
    { title: followUpText(language).end, status: 422, trail: [{ href: caseHref(one.id), label: one.title }] },
    Ending({ language, one, today: tx.today, problems: { form, problems } }),
  );
}
