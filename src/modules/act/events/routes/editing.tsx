import { addDays, daysBetween } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames } from '../../../housing/public.ts';
import { type Initiative, initiativeById } from '../../../initiatives/public.ts';
import { drives, mayMake, mayWith } from '../access.ts';
import { setRules } from '../commands/duties.ts';
import { cancelEvent, changeEvent, makeEvent, saveTexts } from '../commands/events.ts';
import { cancelForm, eventForm, rulesForm, textsForm } from '../forms/event.ts';
import { type Event, isAhead } from '../rules/event.ts';
import { dutyRules } from '../store/duties.ts';
import { eventById, textsOf } from '../store/events.ts';
import { seatsOf } from '../store/sign-ups.ts';
import { dutiesText } from '../text/duties.ts';
import { editingText } from '../text/editing.ts';
import { insideText } from '../text/inside.ts';
import {
  cancelPlace,
  editEventPlace,
  insidePlace,
  newEventPlace,
  noticesPlace,
  rulesPlace,
  textsPlace,
} from '../urls.ts';
import { EditPage, type EditProps } from '../views/editing.tsx';
import { CancelPage, RulesPage, TextsPage } from '../views/editing-more.tsx';
import { type Of, seenBy, trailTo } from './seen.ts';

/** How many an initiative has said that it expects; null where nobody has said. */
export type ExpectedOf = (visit: Pick<Visit, 'tx'>, id: Initiative['id']) => Promise<number | null>;

/** What else there is to do when an event has been called off, or has another day. */
export interface AfterChange {
  readonly whenCalledOff?: (tx: Visit['tx'], event: Event) => Promise<void>;
  readonly whenMoved?: (tx: Visit['tx'], before: Event, now: Pick<Event, 'on' | 'title'>) => Promise<void>;
}

/** Writing: a new event, another day, further languages, calling it off, and how the house keeps the rules. */
export function editingRoutes(web: Web, expectedOf: ExpectedOf = async () => null, after: AfterChange = {}): void {
  web.get(newEventPlace, signedIn, (visit) => newPage(visit, expectedOf));
  web.post(newEventPlace, signedIn, (visit) => postNew(visit, expectedOf));
  web.get(rulesPlace, anyOf('consultant', 'secretariat'), (visit) => rulesPage(visit));
  web.post(rulesPlace, anyOf('consultant', 'secretariat'), postRules);
  web.get(editEventPlace, signedIn, async (visit) => editPage(visit, await ahead(visit)));
  web.post(editEventPlace, signedIn, (visit) => postEdit(visit, after));
  web.get(textsPlace, signedIn, async (visit) => textsPage(visit, await ahead(visit)));
  web.post(textsPlace, signedIn, postTexts);
  web.get(cancelPlace, signedIn, async (visit) => cancelPage(visit, await ahead(visit)));
  web.post(cancelPlace, signedIn, (visit) => postCancel(visit, after));
}

/** What a new event begins with: the initiative or the event that the address names; missing to who may not. */
async function beginning(
  { tx, actor, query }: Visit,
  expectedOf: ExpectedOf,
): Promise<Pick<EditProps, 'known' | 'initiative' | 'copyOf'>> {
  const from = await fromInitiative(tx, query.get('initiativ'));
  if (!mayMake(actor) && !(from && drives(actor, from, tx.today))) missing();
  const copied = await copiedFrom(tx, query.get('som'));
  if (copied && mayWith(actor, copied).arrange) {
    const { id: _, version: __, on, until: ___, signUpBy: ____, ...words } = copied;
    const next = addDays(on, on < tx.today ? daysBetween(on, tx.today) + 7 : 7);
    return { known: { ...words, on: next }, initiative: from, copyOf: copied.title };
  }
  if (!from) return { known: {}, initiative: null, copyOf: null };
  const { title, what, place, departmentIds, wholeOrganisation, startsOn, endsOn } = from;
  const begun = startsOn && startsOn >= tx.today ? { on: startsOn, until: endsOn ?? startsOn } : {};
  const expected = await expectedOf({ tx }, from.id);
  return {
    known: { title, what: what.slice(0, 2000), place, departmentIds, wholeOrganisation, expected, ...begun },
    initiative: from,
    copyOf: null,
  };
}

async function fromInitiative(tx: Visit['tx'], asked: string | null): Promise<Initiative | null> {
  const id = readId<'initiative'>(asked ?? '');
  const found = id && (await initiativeById(tx, id));
  return found && !found.end ? found : null;
}

async function copiedFrom(tx: Visit['tx'], asked: string | null): Promise<Event | null> {
  const id = readId<'event'>(asked ?? '');
  return id && eventById(tx, id);
}

async function newPage(visit: Visit, expectedOf: ExpectedOf, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const begun = await beginning(visit, expectedOf);
  const view = EditPage({
    language,
    today: tx.today,
    departments: await departmentNames(tx),
    ...begun,
    signedUp: false,
    problems,
  });
  const title = editingText(language).newTitle;
  return page({ title, trail: trailTo(visit), status: problems ? 422 : 200 }, view);
}

async function postNew(visit: Visit, expectedOf: ExpectedOf): Promise<Response> {
  const { tx, language, form } = visit;
  const { initiative } = await beginning(visit, expectedOf);
  const read = readForm(eventForm(language, { today: tx.today, was: null }), form);
  if (!read.ok) return newPage(visit, expectedOf, read.refusal);
  const id = await makeEvent(tx, read.value.words, readId<'initiative'>(initiative?.id ?? ''));
  return visit.redirect(insidePlace({ id }), editingText(language).made);
}

/** An event that can still be changed, for those who arrange it. */
async function ahead(visit: Of): Promise<Event> {
  const { event } = await seenBy(visit, 'arrange');
  return isAhead(event, visit.tx.today) ? event : missing();
}

async function editPage(visit: Of, event: Event, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [departments, seats] = await Promise.all([departmentNames(tx), seatsOf(tx, event.id)]);
  const view = EditPage({
    language,
    today: tx.today,
    departments,
    known: event,
    initiative: null,
    copyOf: null,
    signedUp: seats.parties + seats.waitingParties > 0,
    problems,
  });
  const trail = trailTo(visit, event, insideText(language).short);
  return page({ title: editingText(language).editTitle, trail, status: problems ? 422 : 200 }, view);
}

async function postEdit(visit: Of, { whenMoved }: AfterChange): Promise<Response> {
  const { tx, language, form } = visit;
  const event = await ahead(visit);
  const words = editingText(language);
  const read = readForm(eventForm(language, { today: tx.today, was: event.on }), form);
  if (!read.ok) return editPage(visit, event, read.refusal);
  const changed = await changeEvent(tx, event.id, read.value.words, read.value.version);
  if (!changed.ok) {
    const message = changed.refusal === 'changed' ? words.changedMeanwhile : words.over;
    return editPage(visit, event, problemIn(form, '', message));
  }
  await whenMoved?.(tx, event, read.value.words);
  const { moved, sent, byHand } = changed.value;
  const nobody = !moved || sent + byHand === 0;
  const to = byHand > 0 ? noticesPlace({ id: event.id }) : insidePlace({ id: event.id });
  return visit.redirect(to, nobody ? words.saved : words.savedMoved(sent, byHand));
}

async function textsPage(visit: Of, event: Event, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const view = TextsPage({ language, event, own: tx.tenant.language, texts: await textsOf(tx, event.id), problems });
  const trail = trailTo(visit, event, insideText(language).short);
  return page({ title: editingText(language).textsTitle, trail, status: problems ? 422 : 200 }, view);
}

async function postTexts(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const event = await ahead(visit);
  const read = readForm(textsForm(language, tx.tenant.language), form);
  if (!read.ok) return textsPage(visit, event, read.refusal);
  await saveTexts(tx, event, read.value);
  return visit.redirect(insidePlace({ id: event.id }), editingText(language).textsSaved);
}

async function cancelPage(visit: Of, event: Event, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { parties, waitingParties } = await seatsOf(tx, event.id);
  const view = CancelPage({ language, event, people: parties + waitingParties, problems });
  const trail = trailTo(visit, event, insideText(language).short);
  return page({ title: editingText(language).cancelTitle, trail, status: problems ? 422 : 200 }, view);
}

async function postCancel(visit: Of, { whenCalledOff }: AfterChange): Promise<Response> {
  const { tx, language, form } = visit;
  const event = await ahead(visit);
  const words = editingText(language);
  const read = readForm(cancelForm(language), form);
  if (!read.ok) return cancelPage(visit, event, read.refusal);
  const cancelled = await cancelEvent(tx, event.id, read.value);
  if (!cancelled.ok) return cancelPage(visit, event, problemIn(form, '', words.over));
  await whenCalledOff?.(tx, event);
  const { sent, byHand } = cancelled.value;
  const to = byHand > 0 ? noticesPlace({ id: event.id }) : insidePlace({ id: event.id });
  return visit.redirect(to, words.cancelled(sent, byHand));
}

async function rulesPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const view = RulesPage({ language, rules: await dutyRules(tx), problems });
  const title = dutiesText(language).rulesTitle;
  return page({ title, trail: trailTo(visit), status: problems ? 422 : 200 }, view);
}

async function postRules(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(rulesForm(language), form);
  if (!read.ok) return rulesPage(visit, read.refusal);
  await setRules(tx, read.value);
  return visit.redirect(rulesPlace({}), dutiesText(language).saved);
}
