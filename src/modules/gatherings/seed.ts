import { addDays, type Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { addPaper, invite, makeCard, openGathering, sayNamed, writeNote } from './commands.ts';
import { type Gathering, type GatheringWords, GRACE_DAYS, type Part } from './rules.ts';
import { gatheringById } from './store/gatherings.ts';
import { guestById, guestOf } from './store/guests.ts';

/** A workshop of today and tomorrow unless said otherwise. */
export async function aGathering(
  tx: TenantDb,
  wanted: Partial<GatheringWords> & {
    readonly organisations?: readonly Id<'organisation'>[];
    readonly lasts?: number;
  } = {},
): Promise<Gathering> {
  const { organisations = [], lasts = 1, ...rest } = wanted;
  const from: Day = rest.from ?? tx.today;
  const words: GatheringWords = {
    kind: 'workshop',
    name: 'Grønne naboer i Vesterby',
    about: 'Vi finder ud af, hvad vi kan gøre sammen om de grønne områder.',
    programme: '17.00 Velkommen\n17.30 Bordene går i gang\n19.30 Tak for i dag',
    place: 'Fælleshuset i Kærhaven',
    from,
    until: addDays(from, lasts),
    graceDays: GRACE_DAYS,
    ...rest,
  };
  const id = await openGathering(tx, words, organisations);
  return (await gatheringById(tx, id)) as Gathering;
}

/** Invites somebody, and throws where the rules refuse it. Answers the person. */
export async function aGuest(
  tx: TenantDb,
  gathering: Gathering,
  wanted: {
    readonly name: string;
    readonly email?: string | null;
    readonly organisationId: Id<'organisation'>;
    readonly part?: Part;
  },
): Promise<Id<'person'>> {
  const { name, email = null, organisationId, part = 'participant' } = wanted;
  const invited = await invite(tx, gathering, { name, email, organisationId, part });
  if (!invited.ok) throw new Error(`Cannot invite ${name}: ${invited.refusal}`);
  const guest = await guestById(tx, gathering.id, invited.value.guest);
  if (!guest) throw new Error(`Cannot find ${name} among the guests`);
  return guest.personId;
}

/** A guest lets the others see their name. */
async function sayYes(tx: TenantDb, gathering: Gathering, personId: Id<'person'>): Promise<void> {
  const guest = await guestOf(tx, gathering.id, personId);
  if (guest) await sayNamed(tx, gathering.id, guest, true);
}

/** The code on a new card, where the rules do not refuse it. */
async function aCard(...[tx, gathering, guest]: Parameters<typeof makeCard>): Promise<string> {
  const made = await makeCard(tx, gathering, guest);
  if (!made.ok) throw new Error(`Cannot make a card for ${guest.id}: ${made.refusal}`);
  return made.value;
}

/** The verbs, for stories that are told elsewhere. */
export const verbs = { addPaper, makeCard: aCard, sayYes, writeNote };
