import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { LETTERS_PER_FILE, type LettersSpec, type PosterSpec } from '../../../platform/documents/spec.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { homesFor, homesToPrint } from '../../address-lists/public.ts';
import { applyPlace, type Fund, fundById, policyOn } from '../../decide/fund/public.ts';
import { livingIn, ownOrganisation } from '../../housing/public.ts';
import { type InvitedTo, invitationLetters, invitationPoster } from '../letters.ts';
import {
  markPrinted,
  saveInvitation,
  standingInvitation,
  type Wording,
  withdrawInvitation,
} from '../store/invitations.ts';
import { readStanding } from '../store/standing.ts';
import { note, USUAL_COLOUR } from './progress.ts';

/** Writes the letter that tells every home of the fund. Refused while there is no fund to tell of. */
export async function writeInvitation(tx: TenantDb, wording: Wording): Promise<Outcome<null, 'no_fund'>> {
  const { fundId } = await readStanding(tx, USUAL_COLOUR);
  if (!fundId) return refused('no_fund');
  await saveInvitation(tx, fundId, wording);
  return ok(null);
}

/** The letters lie in the mailboxes, or at the printer's. */
export async function tellPrinted(tx: TenantDb): Promise<void> {
  await markPrinted(tx);
  note(tx, 'done', 'invitation');
}

export async function undoInvitation(tx: TenantDb): Promise<void> {
  await withdrawInvitation(tx);
}

/** What the invitation invites to; null when there is no fund. */
export async function invitedTo(tx: TenantDb): Promise<(InvitedTo & { readonly fund: Fund }) | null> {
  const { fundId, closesOn } = await readStanding(tx, USUAL_COLOUR);
  const fund = fundId && (await fundById(tx, fundId));
  if (!fund) return null;
  const policy = closesOn ? await policyOn(tx, fund.id, closesOn) : null;
  const own = await ownOrganisation(tx);
  return {
    fund,
    name: fund.name,
    house: own.name,
    phone: own.phone,
    email: own.email,
    closesOn,
    answersOn: policy?.rounds.find((round) => round.closesOn === closesOn)?.answersOn ?? null,
    projectMax: policy?.projectMax ?? null,
    address: tx.origin + applyPlace({}, { pulje: fund.id }),
    day: tx.today,
    language: tx.tenant.language,
  };
}

export interface Bundle {
  readonly letters: LettersSpec;
  /** Of how many files this is one. */
  readonly files: number;
  readonly homes: number;
}

/** The letters of one file, counted from 1, one for each home that has not asked to be left alone. */
export async function lettersOfFile(tx: TenantDb, file: number): Promise<Bundle | null> {
  const [invitation, about] = [await standingInvitation(tx), await invitedTo(tx)];
  if (!invitation || !about) return null;
  const homes = await invitedHomes(tx);
  const whole = invitationLetters(homes, invitation, about);
  const letters = whole.letters.slice((file - 1) * LETTERS_PER_FILE, file * LETTERS_PER_FILE);
  if (letters.length === 0) return null;
  await sawPeople(
    tx,
    'letters',
    await livingIn(
      tx,
      homes.map(({ id }) => id),
    ),
  );
  return { letters: { ...whole, letters }, files: filesFor(homes.length), homes: homes.length };
}

/** How many letters there are to print, and in how many files. */
export async function countLetters(tx: TenantDb): Promise<{ readonly homes: number; readonly files: number }> {
  const homes = (await invitedHomes(tx)).length;
  return { homes, files: filesFor(homes) };
}

export async function posterOf(tx: TenantDb): Promise<PosterSpec | null> {
  const about = await invitedTo(tx);
  return about && invitationPoster(about);
}

async function invitedHomes(tx: TenantDb) {
  return homesFor(await homesToPrint(tx, null, null), { purpose: 'visit', paperOnly: false });
}

function filesFor(homes: number): number {
  return Math.ceil(homes / LETTERS_PER_FILE);
}
