import { personIdOf } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { Qr } from '../../../../platform/documents/spec.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, TYPESETTING, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { checkIn, countEvent, countWalkIn, sawSignUps, undoWalkIn } from '../commands/attendance.ts';
import { changeParty, leave } from '../commands/signing-up.ts';
import { haveTold } from '../commands/telling.ts';
import { partyForm, walkInForm } from '../forms/joining.ts';
import { listOf, tellListOf } from '../letters/papers.ts';
import type { Event } from '../rules/event.ts';
import { firstName, MOST_IN_ONE, type Party, peopleIn, type SignUp } from '../rules/signing-up.ts';
import { walkInsOf } from '../store/attendance.ts';
import { toldOf, toTell } from '../store/notices.ts';
import { seatsOf, signUpById, signUpPage, signUpsOf } from '../store/sign-ups.ts';
import { insideText } from '../text/inside.ts';
import { joiningText } from '../text/joining.ts';
import {
  changeSignUpPlace,
  comingPlace,
  countPlace,
  insidePlace,
  listPlace,
  noticesListPlace,
  noticesPlace,
  undoWalkInPlace,
  walkInPlace,
} from '../urls.ts';
import { ComingPage, type ComingProps } from '../views/coming.tsx';
import { ChangeForPage } from '../views/joining.tsx';
import { NoticesPage } from '../views/notices.tsx';
import { type Of, paper, type Seen, seenBy, trailTo } from './seen.ts';

/** Where those who read the list at the door can go. */
export type OnList = (visit: Pick<Of, 'tx' | 'actor' | 'language'>, event: Event) => Promise<Qr | null>;

/** Who comes, who came, and who must be told by hand. */
export function comingRoutes(web: Web, onList?: OnList): void {
  web.get(comingPlace, signedIn, (visit) => comingPage(visit));
  web.post(comingPlace, signedIn, postTicks);
  web.get(changeSignUpPlace, signedIn, async (visit) => changePage(visit, await theirs(visit)));
  web.post(changeSignUpPlace, signedIn, postChange);
  web.post(walkInPlace, signedIn, postWalkIn);
  web.post(undoWalkInPlace, signedIn, async (visit) => {
    const { event } = await seenBy(visit, 'arrange');
    const words = insideText(visit.language);
    const undone = await undoWalkIn(visit.tx, event.id);
    return visit.redirect(comingPlace({ id: event.id }), undone ? words.undone : words.nothingToUndo);
  });
  web.post(countPlace, signedIn, postCount);
  web.get(listPlace, signedIn, (visit) => printList(visit, onList), TYPESETTING);
  web.get(noticesPlace, signedIn, (visit) => noticesPage(visit));
  web.post(noticesPlace, signedIn, postTold);
  web.get(noticesListPlace, signedIn, printToTell, TYPESETTING);
}

async function comingPage(visit: Of, refused?: ComingProps['refused']): Promise<Response> {
  const { tx, language, query, page } = visit;
  const { event, may } = await seenBy(visit, 'arrange');
  const at = pageNumber(query);
  const find = query.get('navn')?.trim().slice(0, 60) ?? '';
  const [{ rows, more }, seats, walkIns] = await Promise.all([
    signUpPage(tx, event.id, at, find),
    seatsOf(tx, event.id),
    walkInsOf(tx, event.id),
  ]);
  await sawSignUps(tx, event, rows, 'page');
  const words = insideText(language);
  const view = ComingPage({
    language,
    today: tx.today,
    event,
    names: may.names,
    rows,
    page: at,
    more,
    find,
    there: seats.there,
    walkedIn: walkIns.reduce((sum, one) => sum + peopleIn(one), 0),
    refused,
  });
  const trail = trailTo(visit, event, words.short);
  return page({ title: words.listTitle, trail, wide: true, status: refused ? 422 : 200 }, view);
}

/** The ticks of a page. "Her" ticks one household more, and takes nobody's tick away. */
async function postTicks(visit: Of): Promise<Response> {
  const { tx, language, form, query } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const words = insideText(language);
  const back = comingPlace({ id: event.id }, { navn: query.get('navn'), side: query.get('side') });
  const names = await namesIn(visit, event);
  const now = readId<'event_sign_up'>(String(form.get('nu') ?? ''));
  const shown = form.getAll('on[]').flatMap((one) => readId<'event_sign_up'>(String(one)) ?? []);
  const ids = shown.filter((id) => names.has(id));
  const came: ({ readonly id: Id<'event_sign_up'> } & Party)[] = [];
  for (const id of ids.filter((one) => one === now || form.get(`came_${one}`) === 'ja')) {
    const party = { adults: readCount(form.get(`adults_${id}`)), children: readCount(form.get(`children_${id}`)) };
    if (!(peopleIn(party) > 0)) {
      return comingPage(visit, { at: 'list', problems: problemIn(form, `adults_${id}`, words.countUnreadable) });
    }
    came.push({ id, ...party });
  }
  const not = now ? [] : ids.filter((id) => came.every((one) => one.id !== id));
  const noted = await checkIn(tx, event.id, { came, not });
  if (!noted.ok) return visit.redirect(back, words.cannotNow);
  const one = now && names.get(now);
  return visit.redirect(back, one ? words.nowHere(firstName(one)) : words.savedList);
}

/** The names of those who signed up to this event, by id: a form may not reach into another's. */
async function namesIn({ tx }: Pick<Of, 'tx'>, event: Event): Promise<ReadonlyMap<string, string>> {
  return new Map((await signUpsOf(tx, event.id)).filter(({ left }) => !left).map(({ id, name }) => [id, name]));
}

function readCount(value: FormDataEntryValue | null): number {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return 0;
  const count = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return count <= MOST_IN_ONE ? count : Number.NaN;
}

type OneOf = Of<{ readonly person: string }>;

async function theirs(visit: OneOf): Promise<Seen & { readonly one: SignUp }> {
  const found = await seenBy(visit, 'arrange');
  const id = readId<'event_sign_up'>(visit.params.person) ?? missing();
  const one = await signUpById(visit.tx, id);
  return one && one.eventId === found.event.id && !one.left ? { ...found, one } : missing();
}

async function changePage(
  visit: OneOf,
  { event, may, one }: Awaited<ReturnType<typeof theirs>>,
  problems?: FormProblems,
): Promise<Response> {
  const { tx, language, page } = visit;
  await sawSignUps(tx, event, [one], 'page');
  const words = insideText(language);
  const title = words.changeTitle(may.names === 'all' ? one.name : firstName(one.name));
  const trail = [
    ...trailTo(visit, event, words.short),
    { href: comingPlace({ id: event.id }), label: words.listTitle },
  ];
  return page({ title, trail, status: problems ? 422 : 200 }, ChangeForPage({ language, event, one, problems }));
}

async function postChange(visit: OneOf): Promise<Response> {
  const { tx, language, form } = visit;
  const known = await theirs(visit);
  const { event, one } = known;
  const words = joiningText(language);
  const back = comingPlace({ id: event.id });
  if (form.get('slet') === 'ja') {
    const left = await leave(tx, one);
    return visit.redirect(back, left.ok ? insideText(language).leftFor : insideText(language).cannotNow);
  }
  const read = readForm(partyForm(language), form);
  if (!read.ok) return changePage(visit, known, read.refusal);
  const changed = await changeParty(tx, one, read.value);
  if (changed.ok) return visit.redirect(back, words.saved);
  const problem =
    changed.refusal === 'no_room' ? problemIn(form, 'adults', words.noRoom) : problemIn(form, '', words.closed);
  return changePage(visit, known, problem);
}

async function postWalkIn(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const words = insideText(language);
  const read = readForm(walkInForm(language), form);
  if (!read.ok) return comingPage(visit, { at: 'walk-in', problems: read.refusal });
  const counted = await countWalkIn(tx, event.id, read.value);
  return visit.redirect(comingPlace({ id: event.id }), counted.ok ? words.walkedInNow : words.cannotNow);
}

async function postCount(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const words = insideText(language);
  const counted = await countEvent(tx, event.id, { nobodyCame: form.get('hvor') === 'ingen' });
  if (counted.ok) return visit.redirect(insidePlace({ id: event.id }), words.counted(counted.value.people ?? 0));
  const message = counted.refusal === 'nothing_noted' ? words.nothingNoted : words.cannotNow;
  return comingPage(visit, { at: 'count', problems: problemIn(form, '', message) });
}

async function printList(visit: Of, onList?: OnList): Promise<Response> {
  const { tx, language } = visit;
  const { event, may } = await seenBy(visit, 'arrange');
  const people = (await signUpsOf(tx, event.id)).filter(({ left }) => !left);
  await sawSignUps(tx, event, people, 'list');
  const more = (await onList?.(visit, event)) ?? null;
  return paper(visit, listOf(event, people, may.names, { language, today: tx.today, more }), event.title);
}

async function noticesPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { event, may } = await seenBy(visit, 'arrange');
  const [told, people] = await Promise.all([toldOf(tx, event.id), toTell(tx, event.id)]);
  const words = insideText(language);
  const view = NoticesPage({ language, event, names: may.names, told, people, problems });
  const trail = trailTo(visit, event, words.short);
  return page({ title: words.tellTitle, trail, wide: true, status: problems ? 422 : 200 }, view);
}

async function postTold(visit: Of): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const words = insideText(language);
  const ids = form.getAll('told[]').flatMap((one) => readId<'event_notice'>(String(one)) ?? []);
  if (ids.length === 0) return noticesPage(visit, problemIn(form, '', words.tellNobody));
  await haveTold(tx, event, ids, personIdOf(actor));
  return visit.redirect(noticesPlace({ id: event.id }), words.tellSaved);
}

async function printToTell(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const { event, may } = await seenBy(visit, 'arrange');
  const people = await toTell(tx, event.id);
  return paper(visit, tellListOf(event, people, may.names, { language, today: tx.today }), event.title);
}
