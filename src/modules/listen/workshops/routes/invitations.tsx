import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, onePage, wantedFile } from '../../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { organisations } from '../../../housing/public.ts';
import { answerInvitation, invitationBehind, invite, noteAttendance, removeInvitation } from '../commands/planning.ts';
import { roomOf } from '../commands/room.ts';
import { attendanceForm, invitationAnswerForm, invitationForm } from '../forms/plan.ts';
import { type Invitation, MOST_INVITED, turnoutOf } from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import { invitationsOf, itemsOf } from '../store/plan.ts';
import { tablesOf } from '../store/tables.ts';
import { planText } from '../text/plan.ts';
import {
  attendancePlace,
  invitationAnswerPlace,
  invitationSheetPlace,
  invitationsPlace,
  removeInvitationPlace,
  wallPlace,
} from '../urls.ts';
import { InvitationPage, InvitationsPage } from '../views/invitations.tsx';
import { tableNames } from './names.ts';
import { answerOwn, ownTables } from './results.tsx';
import { LETTER, type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** Who is asked to come, and how they answer without an account. */
export function invitationRoutes(web: Web): void {
  web.get(invitationsPlace, staff, async (visit) => invitationsPage(visit, await run(visit)));
  web.post(invitationsPlace, staff, postInvite);
  web.post(attendancePlace, staff, postAttendance);
  web.post(removeInvitationPlace, staff, postRemove);
  web.get(invitationAnswerPlace, anyone, (visit) => invitationPage(visit), LETTER);
  web.post(invitationAnswerPlace, anyone, postAnswer, LETTER);
  web.get(invitationSheetPlace, anyone, ownSheet, LETTER);
}

async function invitationsPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [invitations, tables, houses] = await Promise.all([
    invitationsOf(tx, workshop.id),
    tablesOf(tx, workshop.id),
    organisations(tx),
  ]);
  const names = await tableNames(tx, language, tables);
  const format = wantedFile(visit.query);
  if (format) {
    const places = new Map([...names, ...houses.map(({ id, name }) => [id as string, name] as const)]);
    return listFile(visit, format, invitationsFile(language, invitations, places));
  }
  const view = (
    <InvitationsPage
      language={language}
      id={workshop.id}
      invitations={invitations}
      turnout={turnoutOf(workshop, invitations)}
      tables={tables.map(({ id }) => ({ value: id, label: names.get(id) ?? '' }))}
      organisations={houses.map(({ id, name }) => ({ value: id, label: name }))}
      files={invitations.length > 0 && <FileLinks language={language} query={visit.query} />}
      problems={problems}
    />
  );
  const title = planText(language).invitationsTitle;
  return page({ title, trail: trailTo(language, workshop), wide: true, status: problems ? 422 : 200 }, view);
}

/** What the page shows, also to whoever stands at the door; how somebody is reached stays out of it. */
function invitationsFile(
  language: Of['language'],
  invitations: readonly Invitation[],
  names: ReadonlyMap<string, string>,
): ListFile<Invitation> {
  const words = planText(language);
  return {
    title: words.invitationsTitle,
    columns: [
      [words.name, ({ personName }) => personName],
      [words.table, (one) => names.get(one.tableId ?? '') ?? names.get(one.organisationId ?? '') ?? ''],
      [words.part, ({ part }) => words.parts[part]],
      [words.answer, ({ answer }) => words.answers[answer ?? 'none']],
      [words.came, ({ came }) => (came ? words.came : '')],
    ],
    ...onePage(invitations),
  };
}

async function postInvite(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const words = planText(language);
  const read = readForm(invitationForm(language), form);
  if (!read.ok) return invitationsPage(visit, workshop, read.refusal);
  const { name, organisation, table, unasked, ...rest } = read.value;
  const [tables, houses] = await Promise.all([tablesOf(tx, workshop.id), organisations(tx)]);
  const sits = tables.find(({ id }) => id === table) ?? null;
  const from = houses.find(({ id }) => id === organisation)?.id ?? sits?.organisationId ?? null;
  const asked = { ...rest, personName: name, organisationId: from, tableId: sits?.id ?? null, came: unasked };
  const invited = await invite(tx, workshop, asked);
  if (!invited.ok) {
    const full = invited.refusal === 'full';
    const message = full ? words.invitationsFull(MOST_INVITED) : words.alreadyAsked(name);
    return invitationsPage(visit, workshop, problemIn(form, 'name', message));
  }
  return visit.redirect(invitationsPlace({ id: workshop.id }), words.sent[invited.value]);
}

async function postAttendance(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  const read = readForm(attendanceForm, visit.form);
  const { came, seat } = read.ok ? read.value : { came: [], seat: [] };
  await noteAttendance(visit.tx, workshop, came, seat);
  return visit.redirect(invitationsPlace({ id: workshop.id }), planText(visit.language).attendanceSaved(came.length));
}

async function postRemove(
  visit: Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly invitation: string } },
): Promise<Response> {
  const workshop = await run(visit);
  const id = readId<'workshop_invitation'>(visit.params.invitation) ?? missing();
  if (!(await removeInvitation(visit.tx, workshop, id))) missing();
  return visit.redirect(invitationsPlace({ id: workshop.id }), planText(visit.language).removed);
}

type ByLetter = Pick<Visit, 'tx' | 'language' | 'form' | 'page' | 'redirect' | 'file'> & {
  readonly params: { readonly code: string };
};

async function invitationPage(visit: ByLetter, problems?: FormProblems): Promise<Response> {
  const { tx, language, page, params } = visit;
  const { invitation, workshop } = (await invitationBehind(tx, params.code)) ?? missing();
  const [items, tables] = await Promise.all([itemsOf(tx, workshop.id), tablesOf(tx, workshop.id)]);
  const names = await tableNames(tx, language, tables);
  const view = InvitationPage({
    language,
    code: params.code,
    workshop,
    invitation,
    items,
    table: invitation.tableId ? (names.get(invitation.tableId) ?? null) : null,
    over: workshop.on < tx.today,
    wall: workshop.released ? wallPlace({ code: workshop.code }) : null,
    own: workshop.released && ownTables(tables, [invitation]).length > 0,
    problems,
  });
  const title = planText(language).answerTitle;
  return page({ title, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postAnswer(visit: ByLetter): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { invitation, workshop } = (await invitationBehind(tx, params.code)) ?? missing();
  const words = planText(language);
  const read = readForm(invitationAnswerForm, form);
  const answered = await answerInvitation(tx, workshop, invitation, read.ok ? read.value.answer : 'no');
  if (!answered.ok) return invitationPage(visit, problemIn(form, '', words[answered.refusal]));
  return visit.redirect(invitationAnswerPlace({ code: params.code }));
}

async function ownSheet(visit: ByLetter): Promise<Response> {
  const { tx, params } = visit;
  const { invitation, workshop } = (await invitationBehind(tx, params.code)) ?? missing();
  if (!workshop.released) missing();
  const room = await roomOf(tx, workshop);
  const [table] = ownTables(room.tables, [invitation]);
  return answerOwn(visit, workshop, room, table ?? missing());
}
