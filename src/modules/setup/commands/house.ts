import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok } from '../../../kernel/outcome.ts';
import { logoOf } from '../../../platform/db/house-settings.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { deleteFile, saveFile } from '../../../platform/files/files.ts';
import { type Organisation, ownOrganisation, saveOrganisation } from '../../housing/public.ts';
import { insertAct, lastAct } from '../store/acts.ts';
import { dressHouse, knownHouse, nameHouse } from '../store/house.ts';
import { type LogoRefusal, logoAsPicture } from './logo.ts';
import { note } from './progress.ts';

/** What a house says of itself. */
export interface HouseWords extends Omit<Organisation, 'id' | 'own'> {
  readonly language: Language;
}

/** Writes down who the house is, on its site and on its letters. */
export async function saveHouse(tx: TenantDb, house: HouseWords): Promise<void> {
  const own = await ownOrganisation(tx);
  const { name, language } = await knownHouse(tx);
  const before: HouseWords = { ...wordsOf(own), name, language };
  if (JSON.stringify(before) === JSON.stringify({ ...wordsOf(house), name: house.name, language: house.language }))
    return;
  await insertAct(tx, 'house', { before });
  await applyHouse(tx, own.id, house);
  note(tx, 'done', 'house');
}

/** In one order, so that two of them can be held beside each other. */
function wordsOf(words: Omit<HouseWords, 'language'>): Omit<HouseWords, 'language'> {
  const { kind, name, cvr, streetLine, postcode, city, phone, email } = words;
  return { kind, name, cvr, streetLine, postcode, city, phone, email };
}

export async function undoHouse(tx: TenantDb, facts: unknown): Promise<void> {
  const { before } = facts as { before: HouseWords };
  await applyHouse(tx, (await ownOrganisation(tx)).id, before);
}

async function applyHouse(tx: TenantDb, id: Id<'organisation'>, house: HouseWords): Promise<void> {
  await nameHouse(tx, house.name, house.language);
  await saveOrganisation(tx, id, wordsOf(house));
}

export interface Look {
  readonly colour: string;
  /** A new logo; null keeps the one there is. */
  readonly logo: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly withoutLogo?: boolean;
}

/** The house's colour and logo. A logo that cannot be used changes nothing, also not the colour. */
export async function saveLook(tx: TenantDb, look: Look): Promise<Outcome<null, LogoRefusal>> {
  const picture = look.logo && (await logoAsPicture(look.logo.bytes, look.logo.name));
  if (picture && !picture.ok) return picture;
  const before = await knownHouse(tx);
  const worn = logoOf(before);
  const kept = look.withoutLogo ? null : worn;
  const logo = picture ? await keepLogo(tx, picture.value) : kept;
  await insertAct(tx, 'look', { before: { colour: before.colour, logo: worn }, logo });
  await dressHouse(tx, look.colour, logo);
  note(tx, 'done', 'look');
  return ok(null);
}

async function keepLogo(tx: TenantDb, bytes: Uint8Array): Promise<Id<'file'>> {
  const saved = await saveFile(tx, { bytes, name: 'logo.png', purpose: 'logo', allow: ['png'], pictures: 'as_sent' });
  if (!saved.ok) throw new Error(`Cannot keep a logo that was just drawn: ${saved.refusal}`);
  return saved.value.id;
}

export async function undoLook(tx: TenantDb, facts: unknown): Promise<void> {
  const { before, logo } = facts as { before: { colour: string; logo: Id<'file'> | null }; logo: Id<'file'> | null };
  await dressHouse(tx, before.colour, before.logo);
  if (logo && logo !== before.logo) await deleteFile(tx, logo);
}

/** The picture that the house wears now: only that one is shown to everybody. */
export async function wornLogo(tx: TenantDb): Promise<Id<'file'> | null> {
  return logoOf(await knownHouse(tx));
}

/** What stood before the last time; null when nothing can be taken back. */
export async function houseBefore(tx: TenantDb): Promise<string | null> {
  const act = await lastAct(tx, 'house');
  return act && (act.facts as { before: { name: string } }).before.name;
}
