import { ZERO_ORE } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import { personById, readPhone } from '../../../housing/public.ts';
import { cancel, closeCase, type EndRefusal, lapse, release, takeOver } from '../commands/endings.ts';
import { cancelForm, releaseForm, takeOverForm, withdrawForm } from '../forms/handling.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import { cancelPlace, closePlace, lapsePlace, releasePlace, takeOverPlace } from '../urls.ts';
import { back, type FundNeighbours, type One, onePage, reached } from './case-page.tsx';
import { personAt } from './typed-page.ts';

/** What staff do with a case after the yes: part of the money comes free, it is called off, lapses, is closed, or handed on. */
export function endingRoutes(web: Web, neighbours: FundNeighbours): void {
  const on = (work: (visit: One) => Promise<Response>) => (visit: Omit<One, 'neighbours'>) =>
    work({ ...visit, neighbours });
  web.post(releasePlace, signedIn, on(postRelease));
  web.post(cancelPlace, signedIn, on(postCancel));
  web.post(lapsePlace, signedIn, on(postLapse));
  web.post(closePlace, signedIn, on(postClose));
  web.post(takeOverPlace, signedIn, on(postTakeOver));
}

async function postRelease(visit: One): Promise<Response> {
  const application = await attended(visit);
  const read = readForm(releaseForm(visit.language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { amount, words } = read.value;
  const done = await release(visit.tx, application.id, { amount: amount ?? ZERO_ORE, words });
  if (!done.ok) return refusedAt(visit, 'amount', done.refusal);
  return back(visit, handlingText(visit.language).released);
}

async function postCancel(visit: One): Promise<Response> {
  const application = await attended(visit);
  const read = readForm(cancelForm(visit.language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { keep, words } = read.value;
  const done = await cancel(visit.tx, application.id, { keep: keep ?? ZERO_ORE, words });
  if (!done.ok) return refusedAt(visit, 'keep', done.refusal);
  return back(visit, handlingText(visit.language).cancelled);
}

async function postLapse(visit: One): Promise<Response> {
  const application = await attended(visit);
  const read = readForm(withdrawForm(visit.language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const done = await lapse(visit.tx, application.id, read.value.words);
  if (!done.ok) return back(visit, sentence(visit, done.refusal));
  return back(visit, handlingText(visit.language).lapsed);
}

async function postClose(visit: One): Promise<Response> {
  const application = await attended(visit);
  const done = await closeCase(visit.tx, application.id);
  return back(visit, done.ok ? handlingText(visit.language).closed : sentence(visit, done.refusal));
}

async function postTakeOver(visit: One): Promise<Response> {
  const { tx, language } = visit;
  const words = handlingText(language);
  const application = await attended(visit);
  const read = readForm(takeOverForm(language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { person, contact, words: why } = read.value;
  const personId = contact === '' ? person && (await personById(tx, person))?.id : await personAt(tx, reachOf(contact));
  if (!personId) return onePage(visit, problemIn(visit.form, 'contact', words.takeOverUnknown));
  const done = await takeOver(tx, application.id, { personId, words: why });
  if (done.ok) return back(visit, words.takenOver);
  if (done.refusal === 'closed') return back(visit, sentence(visit, 'closed'));
  return onePage(visit, problemIn(visit.form, 'contact', words.carriesAlready));
}

function reachOf(contact: string) {
  return contact.includes('@') ? { email: contact, phone: null } : { email: null, phone: readPhone(contact) };
}

async function attended(visit: One) {
  const { application, may } = await reached(visit);
  return may.attend ? application : missing();
}

function refusedAt(visit: One, field: string, refusal: EndRefusal): Promise<Response> {
  return onePage(visit, problemIn(visit.form, field, sentence(visit, refusal)));
}

function sentence({ language }: One, refusal: EndRefusal): string {
  const words = handlingText(language);
  if (refusal === 'over_remaining') return words.overRemaining;
  if (refusal === 'not_expired') return words.notExpired;
  return fundText(language).refusals[refusal === 'not_committed' ? 'closed' : refusal];
}
