import { actingPerson, isGuest, personIdOf, STAFF } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal, saveFile } from '../../platform/files/files.ts';
import { record } from '../../platform/journal/journal.ts';
import { newTypedCode } from '../../platform/secret/code.ts';
import { rateReached, withinRate } from '../../platform/web/rate.ts';
import { findOrRegister, loadActor, lockPerson, personByContact } from '../housing/public.ts';
import { closeTurns, openTurn } from '../turns/public.ts';
import {
  CARD_LENGTH,
  CARD_USES,
  type Gathering,
  type GatheringWords,
  type Guest,
  MOST_GUESTS,
  MOST_PAPERS,
  type Paper,
  type Part,
  WRONG_CARDS,
} from './rules.ts';
import {
  addOrganisation,
  guestCounts,
  insertGathering,
  lockGathering,
  setOrganisations,
  updateGathering,
} from './store/gatherings.ts';
import { countUse, endGuest, guestOf, isNewHere, lockCard, saveCard, saveGuest, saveNamed } from './store/guests.ts';
import { deleteNote, deletePaper, insertNote, insertPaper, papersOf } from './store/papers.ts';

type Organisations = readonly Id<'organisation'>[];

/** Opens a workshop, a conference or a partnership. Nobody but staff sees it until somebody is invited. */
export async function openGathering(
  tx: TenantDb,
  words: GatheringWords,
  organisations: Organisations,
): Promise<Id<'gathering'>> {
  const id = await insertGathering(tx, words, personIdOf(tx.actor));
  await setOrganisations(tx, id, organisations);
  record(tx, { kind: 'gathering.opened', subject: { kind: 'gathering', id }, facts: { what: words.kind } });
  return id;
}

/** `meanwhile`: somebody else has saved since `version` was read. */
export async function changeGathering(
  tx: TenantDb,
  id: Id<'gathering'>,
  words: GatheringWords,
  rest: { readonly organisations: Organisations; readonly version: number },
): Promise<Outcome<null, 'meanwhile'>> {
  if (!(await updateGathering(tx, id, words, rest.version))) return refused('meanwhile');
  await setOrganisations(tx, id, rest.organisations);
  record(tx, { kind: 'gathering.changed', subject: { kind: 'gathering', id }, facts: { until: words.until } });
  return ok(null);
}

interface Invitation {
  readonly name: string;
  /** Null: they are given a card with a code. */
  readonly email: string | null;
  readonly organisationId: Id<'organisation'>;
  readonly part: Part;
}

/**
 * Invites somebody: who we know by the e-mail, else somebody new, who then sees this alone. Who has an e-mail hears of it
 * at once.
 */
export async function invite(
  tx: TenantDb,
  gathering: Gathering,
  { name, email, organisationId, part }: Invitation,
): Promise<Outcome<{ readonly guest: Id<'gathering_guest'>; readonly name: string }, 'full' | 'already' | 'own'>> {
  await lockGathering(tx, gathering.id);
  const count = (await guestCounts(tx, [gathering.id])).get(gathering.id) ?? 0;
  if (count >= MOST_GUESTS) return refused('full');
  const known = email ? await personByContact(tx, { email }) : null;
  const actor = known && (await loadActor(tx, known.id));
  if (actor?.kind === 'person' && actor.grants.some(({ role }) => STAFF.includes(role))) return refused('own');
  const before = known && (await guestOf(tx, gathering.id, known.id));
  if (before && !before.ended) return refused('already');
  const newHere = known ? await isNewHere(tx, known.id) : true;
  const person = known ?? (await registered(tx, name, email));
  const guest = await saveGuest(tx, {
    gatheringId: gathering.id,
    personId: person.id,
    organisationId,
    part,
    newHere,
    by: personIdOf(tx.actor),
  });
  await addOrganisation(tx, gathering.id, organisationId);
  if (email) {
    await openTurn(tx, {
      kind: 'gathering.invited',
      subject: { kind: 'gathering_guest', id: guest },
      assignee: { personId: person.id },
      facts: { gathering: gathering.id },
    });
  }
  told(tx, 'gathering.invited', gathering.id, { person: person.id, part });
  return ok({ guest, name: person.name });
}

async function registered(tx: TenantDb, name: string, email: string | null) {
  const made = await findOrRegister(tx, { name, email });
  if (!made.ok) throw new Error(`Cannot register a guest: ${made.refusal.kind}`);
  return made.value;
}

/** From this moment the guest sees nothing of it. */
export async function endGuesthood(tx: TenantDb, gathering: Id<'gathering'>, guest: Guest): Promise<void> {
  await endGuest(tx, guest.id, personIdOf(tx.actor));
  await closeTurns(tx, { subject: { kind: 'gathering_guest', id: guest.id } });
  told(tx, 'gathering.guest_ended', gathering, { person: guest.personId });
}

/**
 * A new card; the one before holds no more. Answers the code, which nobody can see again. `more`: the person can do more
 * than be a guest, and whoever prints the card could do it in their name.
 */
export async function makeCard(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  guest: Guest,
): Promise<Outcome<string, 'more'>> {
  if (!(await isGuestAlone(tx, guest.personId))) return refused('more');
  const code = newTypedCode(CARD_LENGTH);
  await saveCard(tx, guest.id, code, personIdOf(tx.actor));
  told(tx, 'gathering.carded', gathering, { person: guest.personId });
  return ok(code);
}

/** A guest, and known in no other house: what a card opens is then the gathering and nothing else. */
async function isGuestAlone(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const actor = await loadActor(tx, personId);
  return actor?.kind === 'person' && isGuest(actor) && !actor.tied;
}

/** Who holds the card comes in. `closed`: too many wrong ones by everybody together. */
export async function enterByCard(
  tx: TenantDb,
  code: string,
): Promise<Outcome<{ readonly personId: Id<'person'>; readonly gatheringId: Id<'gathering'> }, 'unknown' | 'closed'>> {
  if (await rateReached(tx, WRONG, WRONG_CARDS)) return refused('closed');
  const card = await lockCard(tx, code);
  // Held, so that a role that is given at this very moment is either seen here, or ends the session that begins here.
  if (card) await lockPerson(tx, card.personId);
  // Asked again: whoever was a guest may have become finance since the card was printed.
  if (!card || card.uses >= CARD_USES || !(await isGuestAlone(tx, card.personId))) {
    await withinRate(tx, WRONG, WRONG_CARDS);
    return refused('unknown');
  }
  await countUse(tx, card.id);
  told(tx, 'gathering.entered', card.gatheringId, { person: card.personId });
  return ok(card);
}
const WRONG = 'gathering card wrong';

/** The guest says whether the others may see their name. With that the invitation is answered. */
export async function sayNamed(tx: TenantDb, gathering: Id<'gathering'>, guest: Guest, named: boolean): Promise<void> {
  await saveNamed(tx, guest.id, named);
  await closeTurns(tx, { subject: { kind: 'gathering_guest', id: guest.id } });
  told(tx, 'gathering.named', gathering, { shown: named });
}

export async function writeNote(tx: TenantDb, gathering: Id<'gathering'>, words: string): Promise<void> {
  await insertNote(tx, { gatheringId: gathering, personId: actingPerson(tx), words });
  told(tx, 'gathering.wrote', gathering);
}

/** One's own; the hosts take away anybody's. False when there is none. */
export async function removeNote(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  note: Id<'gathering_note'>,
  host: boolean,
): Promise<boolean> {
  if (!(await deleteNote(tx, gathering, note, host ? null : actingPerson(tx)))) return false;
  told(tx, 'gathering.note_removed', gathering);
  return true;
}

/** What somebody lays on the table: its title, and the file as it was sent. */
interface Laid {
  readonly title: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function addPaper(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  { title, name, bytes }: Laid,
): Promise<Outcome<Id<'gathering_paper'>, FileRefusal | 'full'>> {
  await lockGathering(tx, gathering);
  if ((await papersOf(tx, gathering)).length >= MOST_PAPERS) return refused('full');
  const file = await saveFile(tx, {
    bytes,
    name,
    purpose: 'gathering_paper',
    allow: ['pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp'],
  });
  if (!file.ok) return file;
  const id = await insertPaper(tx, { gatheringId: gathering, fileId: file.value.id, title }, personIdOf(tx.actor));
  told(tx, 'gathering.paper_added', gathering, { paper: id });
  return ok(id);
}

export async function removePaper(tx: TenantDb, gathering: Id<'gathering'>, paper: Paper): Promise<void> {
  await deletePaper(tx, paper.id);
  await deleteFile(tx, paper.fileId);
  told(tx, 'gathering.paper_removed', gathering, { paper: paper.id });
}

function told(
  tx: TenantDb,
  kind: string,
  id: Id<'gathering'>,
  facts: Readonly<Record<string, string | boolean>> = {},
): void {
  record(tx, { kind, subject: { kind: 'gathering', id }, facts });
}
