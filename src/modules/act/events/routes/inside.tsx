import type { Html } from '#jsx/jsx-runtime';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames, personByContact } from '../../../housing/public.ts';
import { drivenBy } from '../../../initiatives/public.ts';
import { tick } from '../commands/duties.ts';
import { addOrganiser, removeOrganiser } from '../commands/events.ts';
import { organiserForm } from '../forms/joining.ts';
import type { Event } from '../rules/event.ts';
import { peopleIn } from '../rules/signing-up.ts';
import { guardedWays } from '../rules/ways.ts';
import { signUpWays, walkInsOf } from '../store/attendance.ts';
import { countedWays } from '../store/counts.ts';
import { dutiesOfEvent, dutyRules } from '../store/duties.ts';
import { toldOf } from '../store/notices.ts';
import { seatsOf } from '../store/sign-ups.ts';
import { insideText } from '../text/inside.ts';
import { dutyPlace, insidePlace, organisersPlace } from '../urls.ts';
import { InsidePage } from '../views/inside.tsx';
import { type Of, seenBy, trailTo } from './seen.ts';

/** What other modules show to those who arrange it. */
export type BesideEvent = (visit: Pick<Of, 'tx' | 'actor' | 'language'>, event: Event) => Promise<Html | null>;

/** The room of those who arrange it; boards read the figures there. */
export function insideRoutes(web: Web, beside?: BesideEvent): void {
  web.get(insidePlace, signedIn, (visit) => insidePage(visit, beside));
  web.post(dutyPlace, signedIn, postDuty);
  web.post(organisersPlace, signedIn, (visit) => postOrganiser(visit, beside), { rate: { times: 30, minutes: 10 } });
}

async function insidePage(visit: Of, beside?: BesideEvent, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { event, may } = await seenBy(visit, 'seeCounts');
  const [seats, walkIns, ways, duties, rules, told, organisers] = await Promise.all([
    seatsOf(tx, event.id),
    walkInsOf(tx, event.id),
    event.count ? countedWays(tx, event.id) : waysSoFar(visit, event),
    dutiesOfEvent(tx, event.id),
    dutyRules(tx),
    toldOf(tx, event.id),
    may.arrange ? organisersOf(visit, event) : [],
  ]);
  const view = InsidePage({
    language,
    today: tx.today,
    event,
    may,
    seats,
    walkedIn: walkIns.reduce((sum, one) => sum + peopleIn(one), 0),
    ways: guardedWays(ways),
    duties,
    rules,
    told,
    organisers,
    problems,
  });
  const more = may.arrange ? ((await beside?.(visit, event)) ?? null) : null;
  const title = insideText(language).title(event.title);
  return page(
    { title, trail: trailTo(visit, event), status: problems ? 422 : 200 },
    <>
      {view}
      {more}
    </>,
  );
}

/** As those who signed up say, and those who walked in. */
async function waysSoFar({ tx }: Pick<Of, 'tx'>, event: Event) {
  const [ways, walkIns] = await Promise.all([signUpWays(tx, event.id), walkInsOf(tx, event.id)]);
  const all = new Map(ways);
  for (const one of walkIns) if (one.cameBy) all.set(one.cameBy, (all.get(one.cameBy) ?? 0) + peopleIn(one));
  return all;
}

async function organisersOf({ tx, language }: Pick<Of, 'tx' | 'language'>, event: Event) {
  const refs = event.organisers.map((id) => ({ kind: 'person' as const, id }));
  const [names, ...driven] = await Promise.all([
    displayNames(tx, refs, language),
    ...event.organisers.map((id) => (event.initiativeId ? drivenBy(tx, id) : [])),
  ]);
  return event.organisers.map((id, at) => ({
    id,
    name: names.get(`person:${id}`) ?? '',
    drives: event.initiativeId !== null && (driven[at] ?? []).includes(event.initiativeId),
  }));
}

async function postDuty(visit: Of<{ readonly duty: string }>): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const id = readId<'event_duty'>(params.duty) ?? missing();
  const duty = (await dutiesOfEvent(tx, event.id)).find((one) => one.id === id) ?? missing();
  const done = form.get('gjort') !== 'nej';
  await tick(tx, event, duty, done);
  const words = insideText(language);
  return visit.redirect(insidePlace({ id: event.id }), done ? words.ticked : words.unticked);
}

async function postOrganiser(visit: Of, beside?: BesideEvent): Promise<Response> {
  const { tx, language, form } = visit;
  const { event } = await seenBy(visit, 'arrange');
  const words = insideText(language);
  const gone = readId<'person'>(String(form.get('fjern') ?? ''));
  if (gone) {
    const removed = await removeOrganiser(tx, event, gone);
    return visit.redirect(insidePlace({ id: event.id }), removed.ok ? words.organiserRemoved : words.organiserLast);
  }
  const read = readForm(organiserForm(language), form);
  if (!read.ok) return insidePage(visit, beside, read.refusal);
  const person = await personByContact(tx, read.value.contact);
  if (!person) return insidePage(visit, beside, problemIn(form, 'contact', words.organiserUnknown));
  await addOrganiser(tx, event, person.id);
  return visit.redirect(insidePlace({ id: event.id }), words.organiserAdded);
}
