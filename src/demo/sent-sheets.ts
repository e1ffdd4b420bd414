import { layOut, type SheetPage } from '../engines/sheet/layout.ts';
import { layoutOf } from '../engines/sheet/layout-json.ts';
import { readyMade } from '../engines/sheet/ready-made.ts';
import { aPhotoOf, type Marks, type Readings } from '../modules/listen/workshops/seed.ts';
import { readPhoto } from '../platform/sheets/read-photo.ts';
import read from './sent-sheets.json' with { type: 'json' };

/** What the first two tables in Kærhaven have put on their first sheet: the second has a V and an X in one box. */
export const SENT: readonly Marks[] = [
  { 'rammer.faelleshuse': 'V', 'rammer.udeliv': 'X', 'rammer.haver': 'X', 'rammer.generationer': 'X' },
  { 'rammer.faelleshuse': 'V', 'rammer.legepladser': 'V', 'rammer.haver': 'both' },
];

/**
 * What the reader says of pictures of them, kept so that the story need not wait for it: `scripts/demo-sheets.ts` writes it
 * down, and a test reads them again.
 */
export const READ: readonly Readings[] = read;

/** Draws, photographs and reads them: about a second each. */
export async function readSentSheets(): Promise<readonly Readings[]> {
  const laid = layOut(readyMade, 'a3', (at) => 1 + at);
  const page = laid.ok ? laid.value[0] : undefined;
  if (!page) throw new Error('The ready-made template has no room');
  const all: Readings[] = [];
  for (const marks of SENT) all.push(await readOne(page, marks));
  return all;
}

async function readOne(page: SheetPage, marks: Marks): Promise<Readings> {
  const photo = await aPhotoOf(page, marks, { pixelsPerMillimetre: 3 });
  const { status, reason, boxes } = await readPhoto(photo, [layoutOf(page, 'demo', 'GROBUND/1')]);
  if (status !== 'read') throw new Error(`The reader asks for another picture of a sheet of the story: ${reason}`);
  return Object.fromEntries(boxes.map(({ id, label, confidence }) => [id, { label, confidence }]));
}
