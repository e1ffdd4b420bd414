import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { readReceiptCode } from '../../../../kernel/typed-code.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { contactOf } from '../../../housing/public.ts';
import { changeParty, leave, signUp } from '../commands/signing-up.ts';
import { codeForm, partyForm, signUpForm } from '../forms/joining.ts';
import { canSignUp, isAhead } from '../rules/event.ts';
import type { SignUp } from '../rules/signing-up.ts';
import { eventById } from '../store/events.ts';
import { seatsOf, signUpByCode, signUpById, waitingFor } from '../store/sign-ups.ts';
import { joiningText } from '../text/joining.ts';
import { comingPlace, enterPlace, leavePlace, minePlace, signUpPlace } from '../urls.ts';
import { ClosedPage, EnterPage, MinePage, SignUpPage } from '../views/joining.tsx';
import { type Of, seen, trailTo } from './seen.ts';

/** A household on one address, and a stairwell on one network, may all sign up on one evening. */
const SIGN_UP = { rate: { times: 30, minutes: 10 } };
/** Guessing at 59 bits. */
const GUESS = { rate: { times: 30, minutes: 15 } };
/** A library's readers, each with a link of their own. */
const READ = { rate: { times: 200, minutes: 15 } };
const MINE = { rate: { times: 60, minutes: 10 } };

/** Signing up, and all that one does oneself afterwards, without an account. */
export function joiningRoutes(web: Web): void {
  web.get(signUpPlace, anyone, (visit) => signUpPage(visit));
  web.post(signUpPlace, anyone, postSignUp, SIGN_UP);
  web.get(enterPlace, anyone, (visit) => enterPage(visit));
  web.post(enterPlace, anyone, postEnter, GUESS);
  web.get(minePlace, anyone, async (visit) => minePage(visit, await mine(visit)), READ);
  web.post(minePlace, anyone, postMine, MINE);
  web.post(leavePlace, anyone, postLeave, MINE);
}

async function signUpPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const { event, may } = await seen(visit);
  const words = joiningText(language);
  const forOthers = may.arrange;
  const title = forOthers ? words.titleFor(event.title) : words.title(event.title);
  const trail = trailTo(visit, event);
  const open = forOthers ? isAhead(event, tx.today) : canSignUp(event, tx.today);
  if (!open) return page({ title, trail, status: problems ? 422 : 200 }, ClosedPage({ language, event }));
  const me = forOthers ? null : personIdOf(actor);
  const [seats, contact] = await Promise.all([seatsOf(tx, event.id), me && contactOf(tx, me)]);
  const view = SignUpPage({
    language,
    event,
    full: event.capacity !== null && (seats.taken >= event.capacity || seats.waiting > 0),
    known: { name: contact ? contact.name : '', email: contact ? (contact.email ?? '') : '' },
    forOthers,
    problems,
  });
  return page({ title, trail, status: problems ? 422 : 200 }, view);
}

async function postSignUp(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { event, may } = await seen(visit);
  const words = joiningText(language);
  const read = readForm(signUpForm(language, { forOthers: may.arrange }), form);
  if (!read.ok) return signUpPage(visit, read.refusal);
  // The page is kept for visitors: another may have been shown the same form, and know what their neighbour writes in it.
  const once = read.value.once && `${read.value.once} ${visit.bucketOf('event sign-up')}`;
  const signed = await signUp(tx, event.id, { ...read.value, language, once });
  if (!signed.ok) {
    if (signed.refusal === 'closed') return signUpPage(visit, problemIn(form, '', words.closed));
    return signUpPage(visit, problemIn(form, 'adults', words.tooMany(event.capacity ?? 0)));
  }
  const { code, placed } = signed.value;
  if (read.value.onBehalf)
    return visit.redirect(comingPlace({ id: event.id }), placed ? words.registered : words.registeredWaiting);
  return visit.redirect(minePlace({ code }), placed ? words.thanks : words.thanksWaiting);
}

async function enterPage(
  { language, page }: Pick<Visit, 'language' | 'page'>,
  problems?: FormProblems,
): Promise<Response> {
  const head = { title: joiningText(language).enterTitle, unlisted: true, status: problems ? 422 : 200 } as const;
  return page(head, EnterPage({ language, problems }));
}

async function postEnter(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(codeForm(language), form);
  if (!read.ok) return enterPage(visit, read.refusal);
  const one = await signUpByCode(tx, read.value.kode);
  if (!one) return enterPage(visit, problemIn(form, 'kode', joiningText(language).codeUnknown));
  return visit.redirect(minePlace({ code: read.value.kode }));
}

type Mine = Omit<Visit, 'params'> & { readonly params: { readonly code: string } };

/** By the code of a receipt; or by its number, for the person whose it is when they are signed in. */
async function mine({ tx, actor, params }: Pick<Mine, 'tx' | 'actor' | 'params'>): Promise<SignUp> {
  const id = readId<'event_sign_up'>(params.code);
  if (id) {
    const one = await signUpById(tx, id);
    const me = personIdOf(actor);
    return one && me && one.personId === me ? one : missing();
  }
  return (await signUpByCode(tx, readReceiptCode(params.code) ?? missing())) ?? missing();
}

async function minePage(visit: Mine, one: SignUp, problems?: FormProblems): Promise<Response> {
  const { tx, language, params, page } = visit;
  const event = (await eventById(tx, one.eventId)) ?? missing();
  const [next] = one.placed || one.left ? [] : await waitingFor(tx, event.id);
  const view = MinePage({
    language,
    code: params.code,
    event,
    one,
    first: next?.id === one.id,
    canChange: !one.left && isAhead(event, tx.today),
    canSignUp: canSignUp(event, tx.today),
    problems,
  });
  const title = joiningText(language).mineTitle(event.title);
  return page({ title, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postMine(visit: Mine): Promise<Response> {
  const { tx, language, params, form } = visit;
  const one = await mine(visit);
  const words = joiningText(language);
  const read = readForm(partyForm(language), form);
  if (!read.ok) return minePage(visit, one, read.refusal);
  const changed = await changeParty(tx, one, read.value);
  if (changed.ok) return visit.redirect(minePlace({ code: params.code }), words.saved);
  const problem =
    changed.refusal === 'no_room' ? problemIn(form, 'adults', words.noRoom) : problemIn(form, '', words.closed);
  return minePage(visit, one, problem);
}

async function postLeave(visit: Mine): Promise<Response> {
  const { tx, language, params } = visit;
  const left = await leave(tx, await mine(visit));
  const words = joiningText(language);
  return visit.redirect(minePlace({ code: params.code }), left.ok ? words.hasLeft : words.closed);
}
