import { readId } from '../../../kernel/id.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../platform/documents/print-html.tsx';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, onePage, wantedFile } from '../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { addOrganisation, displayNames, organisations, ownOrganisation, personById } from '../../housing/public.ts';
import { changeGathering, endGuesthood, invite, makeCard, openGathering } from '../commands.ts';
import { gatheringForm, guestForm } from '../forms.ts';
import { guestCard } from '../letters.ts';
import { type Gathering, type Guest, guestsUntil, MOST_GUESTS } from '../rules.ts';
import { organisationsIn } from '../store/gatherings.ts';
import { guestById, guestsOf } from '../store/guests.ts';
import { formWords } from '../text/forms.ts';
import { gatheringsText } from '../text/gatherings.ts';
import { toldText } from '../text/told.ts';
import {
  cardPlace,
  editGatheringPlace,
  endGuestPlace,
  gatheringPlace,
  gatheringsPlace,
  guestsPlace,
  newGatheringPlace,
} from '../urls.ts';
import { EditPage } from '../views/editing.tsx';
import { GuestsPage } from '../views/guests.tsx';
import { type Of, seen } from './seen.ts';

/** What the hosts do: open, change, invite, take out, print cards. */
export function hostingRoutes(web: Web): void {
  web.get(newGatheringPlace, staff, (visit) => editPage(visit, null));
  web.post(newGatheringPlace, staff, postNew);
  web.get(editGatheringPlace, staff, async (visit) => editPage(visit, (await seen(visit)).gathering));
  web.post(editGatheringPlace, staff, postEdit);
  web.get(guestsPlace, staff, async (visit) => guestsPage(visit, (await seen(visit)).gathering));
  web.post(guestsPlace, staff, postGuest);
  web.post(endGuestPlace, staff, postEnd);
  web.post(cardPlace, staff, postCard);
}

type Shown = Pick<Visit, 'tx' | 'language' | 'query' | 'page' | 'file'>;

async function editPage({ tx, language, page }: Shown, known: Gathering | null, problems?: FormProblems) {
  const words = formWords(language);
  const view = EditPage({
    language,
    known,
    chosen: known ? await organisationsIn(tx, known.id) : [],
    organisations: await others(tx),
    problems,
  });
  const trail = [
    { href: gatheringsPlace({}), label: gatheringsText(language).title },
    ...(known ? [{ href: gatheringPlace({ id: known.id }), label: known.name }] : []),
  ];
  return page({ title: known ? words.editTitle : words.newTitle, trail, status: problems ? 422 : 200 }, view);
}

async function others(tx: Visit['tx']) {
  return (await organisations(tx)).filter(({ own }) => !own);
}

async function postNew(visit: Visit): Promise<Response> {
  const read = readForm(gatheringForm(visit.language), visit.form);
  if (!read.ok) return editPage(visit, null, read.refusal);
  const { organisations: chosen, version: _, ...words } = read.value;
  const id = await openGathering(visit.tx, words, chosen);
  return visit.redirect(gatheringPlace({ id }), gatheringsText(visit.language).opened);
}

async function postEdit(visit: Of): Promise<Response> {
  const { gathering } = await seen(visit);
  const read = readForm(gatheringForm(visit.language), visit.form);
  if (!read.ok) return editPage(visit, gathering, read.refusal);
  const { organisations: chosen, version, ...words } = read.value;
  const changed = await changeGathering(visit.tx, gathering.id, words, { organisations: chosen, version });
  if (!changed.ok) return editPage(visit, gathering, problemIn(visit.form, '', formWords(visit.language).meanwhile));
  return visit.redirect(gatheringPlace({ id: gathering.id }), gatheringsText(visit.language).saved);
}

async function guestsPage(visit: Shown, gathering: Gathering, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const guests = await guestsOf(tx, gathering.id);
  const all = await organisations(tx);
  const refs = guests.map(({ personId }) => ({ kind: 'person' as const, id: personId }));
  const people = await displayNames(tx, refs, language);
  await sawPeople(
    tx,
    'list',
    guests.map(({ personId }) => personId),
  );
  const names = new Map([
    ...guests.map(({ personId }) => [personId as string, people.get(`person:${personId}`) ?? ''] as const),
    ...all.map(({ id, name }) => [id as string, name] as const),
  ]);
  const format = wantedFile(visit.query);
  if (format) return listFile(visit, format, guestsFile(language, guests, names));
  const view = (
    <>
      <GuestsPage
        language={language}
        id={gathering.id}
        guests={guests}
        names={names}
        organisations={all.filter(({ own }) => !own)}
        problems={problems}
      />
      {guests.length > 0 && <FileLinks language={language} query={visit.query} />}
    </>
  );
  const words = gatheringsText(language);
  const trail = [
    { href: gatheringsPlace({}), label: words.title },
    { href: gatheringPlace({ id: gathering.id }), label: gathering.name },
  ];
  return page({ title: words.guests, trail, wide: true, status: problems ? 422 : 200 }, view);
}

function guestsFile(
  language: Visit['language'],
  guests: readonly Guest[],
  names: ReadonlyMap<string, string>,
): ListFile<Guest> {
  const words = gatheringsText(language);
  return {
    title: words.guests,
    columns: [
      [words.guestName, ({ personId }) => names.get(personId) ?? ''],
      [words.from, ({ organisationId }) => names.get(organisationId) ?? ''],
      [words.part, ({ part }) => words.parts[part]],
      [words.state, ({ ended, hasCard }) => (ended ? words.ended : hasCard ? words.hasCard : words.stateInvited)],
    ],
    ...onePage(guests),
  };
}

async function postGuest(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { gathering } = await seen(visit);
  const read = readForm(guestForm(language), form);
  if (!read.ok) return guestsPage(visit, gathering, read.refusal);
  const { name, email, organisation, newOrganisation, organisationKind, part } = read.value;
  const organisationId =
    organisation ?? (await addOrganisation(tx, { ...NOWHERE, kind: organisationKind, name: newOrganisation }));
  const invited = await invite(tx, gathering, { name, email: email || null, organisationId, part });
  if (!invited.ok) {
    const words = formWords(language);
    const field = invited.refusal === 'full' ? '' : 'email';
    const problem = invited.refusal === 'full' ? words.full(MOST_GUESTS) : words[invited.refusal];
    return guestsPage(visit, gathering, problemIn(form, field, problem));
  }
  return visit.redirect(guestsPlace({ id: gathering.id }), gatheringsText(language).invited(invited.value.name));
}

async function guestIn(visit: Omit<Of, 'params'> & { readonly params: { id: string; guest: string } }) {
  const { gathering } = await seen(visit);
  const id = readId<'gathering_guest'>(visit.params.guest) ?? missing();
  const guest = (await guestById(visit.tx, gathering.id, id)) ?? missing();
  if (guest.ended) missing();
  const person = (await personById(visit.tx, guest.personId)) ?? missing();
  return { gathering, guest, person };
}

type OfGuest = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly guest: string } };

async function postEnd(visit: OfGuest): Promise<Response> {
  const { gathering, guest, person } = await guestIn(visit);
  await endGuesthood(visit.tx, gathering.id, guest);
  return visit.redirect(guestsPlace({ id: gathering.id }), gatheringsText(visit.language).guestEnded(person.name));
}

async function postCard(visit: OfGuest): Promise<Response> {
  const { tx, file } = visit;
  const { gathering, guest, person } = await guestIn(visit);
  const { language } = person;
  const made = await makeCard(tx, gathering.id, guest);
  if (!made.ok) {
    const problem = gatheringsText(visit.language).cardForGuests(person.name);
    return guestsPage(visit, gathering, problemIn(visit.form, '', problem));
  }
  const card = guestCard(
    {
      name: person.name,
      code: made.value,
      gathering: gathering.name,
      host: tx.tenant.name,
      until: guestsUntil(gathering),
    },
    { language, today: tx.today, origin: tx.origin },
  );
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const name = toldText(language).cardTitle;
  const pdf = await renderPdf(card, brand);
  if (pdf.ok) return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf` });
  return file({ bytes: renderPrintHtml(card, brand), type: 'text/html; charset=utf-8', name: `${name}.html` });
}

/** Only its name and kind are known of a place that somebody writes here. */
const NOWHERE = { cvr: null, streetLine: '', postcode: '', city: '', phone: '', email: '' };
