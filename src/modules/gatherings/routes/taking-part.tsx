import { isStaff, personIdOf } from '../../../kernel/actor.ts';
import { readId } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { readFile } from '../../../platform/files/files.ts';
import { fileIn, problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { displayNames, organisations } from '../../housing/public.ts';
import { mayAddPapers, mayWrite } from '../access.ts';
import { addPaper, enterByCard, removeNote, removePaper, sayNamed, writeNote } from '../commands.ts';
import { cardForm, noteForm, paperForm } from '../forms.ts';
import { type Gathering, type Guest, MOST_PAPERS, ROWS_A_PAGE, type Seat, stageOf } from '../rules.ts';
import { gatheringsOf, gatheringPage as gatheringsOnPage, guestCounts, organisationsIn } from '../store/gatherings.ts';
import { guestsOf } from '../store/guests.ts';
import { notesOf, paperById, papersOf } from '../store/papers.ts';
import { formWords } from '../text/forms.ts';
import { gatheringsText } from '../text/gatherings.ts';
import {
  gatheringPlace,
  gatheringsPlace,
  invitationPlace,
  myNamePlace,
  notePlace,
  paperPlace,
  papersPlace,
  removeNotePlace,
  removePaperPlace,
} from '../urls.ts';
import { InvitationPage } from '../views/invitation.tsx';
import { GatheringsPage } from '../views/list.tsx';
import { GatheringPage, type Taking } from '../views/page.tsx';
import { type Of, seen } from './seen.ts';

/** A guest with a card guesses no more often than anybody who signs in. */
const LIMIT = { rate: { times: 30, minutes: 15 } };
const PAPER_BYTES = { maxBytes: 11 * 1024 * 1024 };

/** What everybody does who takes part, guests and hosts alike. */
export function takingPartRoutes(web: Web): void {
  web.get(gatheringsPlace, signedIn, list);
  web.get(gatheringPlace, signedIn, (visit) => show(visit));
  web.post(notePlace, signedIn, postNote);
  web.post(removeNotePlace, signedIn, postRemoveNote);
  web.post(papersPlace, signedIn, postPaper, PAPER_BYTES);
  web.get(paperPlace, signedIn, getPaper);
  web.post(removePaperPlace, signedIn, postRemovePaper);
  web.post(myNamePlace, signedIn, postName);
  web.get(invitationPlace, anyone, (visit) => invitation(visit));
  web.post(invitationPlace, anyone, enter, LIMIT);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const host = isStaff(actor);
  const format = host ? wantedFile(query) : null;
  if (format) return listFile(visit, format, gatheringsFile(tx, language));
  const at = pageNumber(query);
  const personId = personIdOf(actor);
  const { rows, more } = host
    ? await gatheringsOnPage(tx, at)
    : { rows: personId ? await gatheringsOf(tx, personId) : [], more: false };
  const ids = rows.map(({ id }) => id);
  const guests = host ? await guestCounts(tx, ids) : null;
  const view = (
    <>
      <GatheringsPage language={language} today={tx.today} rows={rows} guests={guests} page={at} more={more} />
      {host && rows.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return page({ title: gatheringsText(language).title, wide: host }, view);
}

type Counted = Gathering & { readonly guests: number };

function gatheringsFile(tx: TenantDb, language: Visit['language']): ListFile<Counted> {
  const words = gatheringsText(language);
  return {
    title: words.title,
    columns: [
      [words.title, ({ name }) => name],
      [words.what, ({ kind }) => words.kinds[kind]],
      [formWords(language).from, ({ from }) => ({ day: from })],
      [formWords(language).until, ({ until }) => ({ day: until })],
      [words.state, (one) => words.stages[stageOf(one, tx.today)]],
      [words.guests, ({ guests }) => guests],
    ],
    page: async (number) => {
      const { rows } = await gatheringsOnPage(tx, number);
      const counts = await guestCounts(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map((one) => ({ ...one, guests: counts.get(one.id) ?? 0 }));
    },
    size: ROWS_A_PAGE,
  };
}

async function show(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const { gathering, seat } = await seen(visit);
  const [places, taking, guests, papers, notes] = await Promise.all([
    organisations(tx),
    organisationsIn(tx, gathering.id),
    guestsOf(tx, gathering.id),
    papersOf(tx, gathering.id),
    notesOf(tx, gathering.id),
  ]);
  const writers = notes.map(({ personId }) => personId);
  const opener = gathering.openedBy ? [gathering.openedBy] : [];
  const everybody = [...guests.map(({ personId }) => personId), ...writers, ...opener];
  const people = [...new Set(everybody)].map((id) => ({ kind: 'person' as const, id }));
  const names = await displayNames(tx, people, language);
  const placeNames = new Map(places.map(({ id, name }) => [id as string, name]));
  const shown = shownTo(seat, guests, names, placeNames, language);
  const words = gatheringsText(language);
  const me = personIdOf(actor);
  const nameOf = (id: string) => names.get(`person:${id}`) ?? '';
  const view = GatheringPage({
    language,
    house: tx.tenant.name,
    gathering,
    stage: stageOf(gathering, tx.today),
    may: { host: seat.host, write: mayWrite(seat), addPapers: mayAddPapers(seat) },
    named: seat.guest?.named,
    contact: gathering.openedBy && nameOf(gathering.openedBy),
    organisations: taking.flatMap((id) => placeNames.get(id) ?? []),
    people: guests.filter(({ ended }) => !ended).map((guest) => shown.taking(guest)),
    papers,
    notes: notes.map((note) => ({ ...note, author: shown.author(note.personId), mine: note.personId === me })),
    problems,
  });
  const trail = [{ href: gatheringsPlace({}), label: words.title }];
  return page({ title: gathering.name, trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

/** How the others stand here to this reader: by name when they said yes, or when it is one of the house who asks. */
function shownTo(
  { host, guest: reader }: Seat,
  guests: readonly Guest[],
  names: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
  language: Visit['language'],
) {
  const words = gatheringsText(language);
  const from = (guest: Guest): string => places.get(guest.organisationId) ?? '';
  const mayName = (guest: Guest): boolean => host || guest.named === true || guest.id === reader?.id;
  const nameOf = (id: string): string => names.get(`person:${id}`) ?? '';
  return {
    taking: (guest: Guest): Taking => ({
      name: mayName(guest) ? nameOf(guest.personId) : words.someGuest(from(guest)),
      part: words.parts[guest.part],
      from: mayName(guest) ? from(guest) : '',
    }),
    // Whoever writes signs it: that is said beside the button.
    author(personId: string): string {
      const guest = guests.find((one) => one.personId === personId);
      return guest ? `${nameOf(personId)}, ${from(guest)}` : nameOf(personId);
    },
  };
}

async function postNote(visit: Of): Promise<Response> {
  const { gathering, seat } = await seen(visit);
  if (!mayWrite(seat)) missing();
  const read = readForm(noteForm(visit.language), visit.form);
  if (!read.ok) return show(visit, read.refusal);
  await writeNote(visit.tx, gathering.id, read.value.words);
  return back(visit, gathering, gatheringsText(visit.language).written);
}

async function postRemoveNote(
  visit: Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly note: string } },
): Promise<Response> {
  const { gathering, seat } = await seen(visit);
  const note = readId<'gathering_note'>(visit.params.note) ?? missing();
  if (!(await removeNote(visit.tx, gathering.id, note, seat.host))) missing();
  return back(visit, gathering, gatheringsText(visit.language).removed);
}

async function postPaper(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { gathering, seat } = await seen(visit);
  if (!mayAddPapers(seat)) missing();
  const words = formWords(language);
  const read = readForm(paperForm(language), form);
  if (!read.ok) return show(visit, read.refusal);
  const file = fileIn(form, 'file');
  if (!file) return show(visit, problemIn(form, 'file', words.fileMissing));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await addPaper(tx, gathering.id, { title: read.value.title, name: file.name, bytes });
  if (!added.ok) {
    const problem = added.refusal === 'full' ? words.papersFull(MOST_PAPERS) : words.files[added.refusal];
    return show(visit, problemIn(form, 'file', problem));
  }
  return back(visit, gathering, gatheringsText(language).added);
}

type OfPaper = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly paper: string } };

async function paperIn(visit: OfPaper) {
  const { gathering, seat } = await seen(visit);
  const id = readId<'gathering_paper'>(visit.params.paper) ?? missing();
  return { gathering, seat, paper: (await paperById(visit.tx, gathering.id, id)) ?? missing() };
}

async function getPaper(visit: OfPaper): Promise<Response> {
  const { paper } = await paperIn(visit);
  return visit.file((await readFile(visit.tx, paper.fileId)) ?? missing());
}

async function postRemovePaper(visit: OfPaper): Promise<Response> {
  const { gathering, seat, paper } = await paperIn(visit);
  if (!seat.host) missing();
  await removePaper(visit.tx, gathering.id, paper);
  return back(visit, gathering, gatheringsText(visit.language).removed);
}

async function postName(visit: Of): Promise<Response> {
  const { gathering, seat } = await seen(visit);
  const guest = seat.guest ?? missing();
  const answer = visit.form.get('svar');
  if (answer !== 'ja' && answer !== 'nej') missing();
  await sayNamed(visit.tx, gathering.id, guest, answer === 'ja');
  return back(visit, gathering, gatheringsText(visit.language).nameSaved);
}

function back(visit: Of, { id }: Gathering, said: string): Response {
  return visit.redirect(gatheringPlace({ id }), said);
}

function invitation({ language, query, form, page }: Visit, problems?: FormProblems): Promise<Response> {
  const code = query.get('kode') ?? String(form.get('kode') ?? '');
  const head = { title: gatheringsText(language).invitationTitle, unlisted: true };
  return page(problems ? { ...head, status: 422 } : head, InvitationPage({ language, code, problems }));
}

async function enter(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const words = formWords(language);
  const read = readForm(cardForm(language), form);
  if (!read.ok) return invitation(visit, read.refusal);
  const entered = await enterByCard(tx, read.value.kode);
  if (!entered.ok) {
    const problem = entered.refusal === 'closed' ? words.codesClosed : words.codeUnknown;
    return invitation(visit, problemIn(form, 'kode', problem));
  }
  await visit.signIn(entered.value.personId, 'card');
  return visit.redirect(gatheringPlace({ id: entered.value.gatheringId }), gatheringsText(language).welcomeIn);
}
