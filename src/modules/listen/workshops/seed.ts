import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { markers } from '../../../engines/sheet/dictionary.ts';
import type { PlacedMarker, Rect, SheetPage } from '../../../engines/sheet/layout.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { saveFile } from '../../../platform/files/files.ts';
import { checkSheet, enterAtTable } from './commands/checking.ts';
import { putUpChoices, signUp } from './commands/choosing.ts';
import { makeInitiatives } from './commands/onward.ts';
import { receivePhoto } from './commands/photos.ts';
import { addItem, giveBack, invite, release, tick } from './commands/planning.ts';
import { pledge } from './commands/pledging.ts';
import { makeSheets, type PrintedPage, printedPages } from './commands/printing.ts';
import { answerForTable, askForQuotes } from './commands/quoting.ts';
import { roomOf } from './commands/room.ts';
import { addTables, openWorkshop, sayInsight, showInsights } from './commands/workshops.ts';
import type { Said } from './rules/checking.ts';
import { cellsOf, GAPS_ON_WALL, gapsOf } from './rules/result.ts';
import type { Table } from './rules/sheets.ts';
import { USUAL_PICTURE_DAYS, usualOpenUntil, type Workshop, type WorkshopWords } from './rules/workshop.ts';
import { wordsOn } from './store/answers.ts';
import { choicesOf } from './store/choices.ts';
import { insertPhoto, insertReadings, letGo, saveReading } from './store/photos.ts';
import { quotesOf } from './store/quotes.ts';
import { editionsOf, printedSheets, standingSheets } from './store/sheets.ts';
import { tablesOf } from './store/tables.ts';
import { workshopById } from './store/workshops.ts';

/** What stories that are told elsewhere name. */
export type { Said, Table, Workshop };

/** A workshop of today with the ready-made themes unless said otherwise. */
export async function aWorkshop(tx: TenantDb, wanted: Partial<WorkshopWords> = {}): Promise<Workshop> {
  const on = wanted.on ?? tx.today;
  const id = await openWorkshop(tx, {
    name: 'Fællesskaber, der holder',
    about: 'Hvad gør vi allerede, og hvad kunne vi gøre?',
    place: 'Fælleshuset i Kærhaven',
    on,
    startsAt: '17:00',
    endsAt: '20:00',
    seats: 60,
    gatheringId: null,
    openUntil: usualOpenUntil(on),
    paper: 'a3',
    twoPeople: false,
    inSteps: false,
    pictureDays: USUAL_PICTURE_DAYS,
    ...wanted,
  });
  return (await workshopById(tx, id)) as Workshop;
}

/** Tables with sheets on paper: one for each organisation named, null for one that is mixed. */
export async function setTables(
  tx: TenantDb,
  workshop: Workshop,
  organisations: readonly (Id<'organisation'> | null)[],
): Promise<readonly Table[]> {
  const wanted = organisations.map((organisationId) => ({ name: '', organisationId }));
  const added = await addTables(tx, workshop.id, wanted);
  if (!added.ok) throw new Error(`Cannot set up tables: ${added.refusal}`);
  const tables = await tablesOf(tx, workshop.id);
  const made = await makeSheets(tx, workshop, { tables, spares: 0 });
  if (!made.ok) throw new Error(`Cannot make sheets: ${JSON.stringify(made.refusal)}`);
  return tablesOf(tx, workshop.id);
}

/** Somebody of the staff goes through these sheets of tables, and they are settled. */
export async function confirmAll(
  tx: TenantDb,
  workshop: Workshop,
  sheets: readonly { readonly table: Table; readonly page: number; readonly said: readonly Said[] }[],
): Promise<void> {
  const standing = await standingSheets(tx, workshop.id);
  const editions = new Map((await editionsOf(tx, workshop.id)).map((edition) => [edition.id, edition]));
  for (const { table, page, said } of sheets) {
    const sheet = standing.find((one) => one.tableId === table.id && one.page === page);
    const edition = sheet && editions.get(sheet.editionId);
    if (!edition) throw new Error(`Cannot confirm: table ${table.number} has no sheet ${page}`);
    const checked = await checkSheet(tx, workshop, sheet, edition, {
      said,
      tableId: null,
      seen: sheet.confirmationId,
      pictures: null,
    });
    if (!checked.ok) throw new Error(`Cannot confirm: ${checked.refusal}`);
  }
}

/** What the reader made of each box, by the box's id. */
export type Readings = Readonly<Record<string, { readonly label: string; readonly confidence: number }>>;

/**
 * A picture that was sent and read, without the second of work that sending and reading it takes: it is drawn as it would
 * have been photographed and laid flat. What is not in `marks` is empty. `read` is what the reader said of it; every box as it
 * was meant when that is no matter.
 */
export async function aReadPhoto(
  tx: TenantDb,
  workshop: Workshop,
  { sheet, page }: Pick<PrintedPage, 'sheet' | 'page'>,
  drawn: { readonly marks: Marks; readonly read?: Readings },
): Promise<void> {
  const around = await aPhotoOf(page, drawn.marks, { pixelsPerMillimetre: 3 });
  const flat = await aPhotoOf(page, drawn.marks, { pixelsPerMillimetre: 3, flat: true });
  const keep = async (bytes: Uint8Array, purpose: string) => {
    const file = await saveFile(tx, { bytes, name: 'bord.jpg', purpose, allow: ['jpeg'], pictures: 'as_sent' });
    if (!file.ok) throw new Error(`Cannot keep the picture: ${file.refusal}`);
    return file.value.id;
  };
  const fileId = await keep(around, 'sheet_photo');
  const sha256 = createHash('sha256').update(around).digest();
  const sent = { workshopId: workshop.id, tableId: sheet.tableId, fileId, sha256, cameBy: 'link' as const, by: null };
  const id = await insertPhoto(tx, sent);
  const flatFileId = await keep(flat, 'sheet_flat');
  await saveReading(tx, id, { outcome: 'read', reason: '', sheetId: sheet.id, flatFileId, ms: 700 });
  await insertReadings(
    tx,
    id,
    page.boxes.map(({ id: field }) => {
      const mark = drawn.marks[field] ?? 'empty';
      const meant = { label: mark === 'both' ? 'unsure' : mark, confidence: 0.99 };
      const { label, confidence } = drawn.read?.[field] ?? meant;
      return { field, label: label as 'empty' | 'V' | 'X' | 'unsure', confidence };
    }),
  );
}

/** A picture as a table sends it by the link: it waits for the reader, as any other. */
export async function aSentPhoto(
  tx: TenantDb,
  workshop: Workshop,
  { sheet, page }: Pick<PrintedPage, 'sheet' | 'page'>,
  marks: Marks,
): Promise<void> {
  const bytes = await aPhotoOf(page, marks);
  const clean = { bytes, name: 'bord.jpg', sha256: createHash('sha256').update(bytes).digest() };
  const sent = await receivePhoto(tx, workshop, { clean, cameBy: 'link', tableId: sheet.tableId });
  if (!sent.ok) throw new Error(`Cannot send the picture: ${sent.refusal}`);
}

/** That there was a picture of each printed sheet, which was read and is gone since the sheet was confirmed. */
export async function hadPhotos(tx: TenantDb, workshop: Workshop): Promise<void> {
  for (const { id: sheetId, tableId, serial } of await printedSheets(tx, workshop.id)) {
    const sha256 = createHash('sha256').update(`${sheetId} ${serial}`).digest();
    const sent = { workshopId: workshop.id, tableId, fileId: null, sha256, cameBy: 'link' as const, by: null };
    const photo = await insertPhoto(tx, sent);
    await saveReading(tx, photo, { outcome: 'read', reason: '', sheetId, flatFileId: null, ms: 700 });
    await letGo(tx, photo, 'confirmed');
  }
}

/** What is written, by the box's id; `both`: one over the other, which only a person can settle. */
export type Marks = Readonly<Record<string, 'V' | 'X' | 'both'>>;

/** A sheet as somebody fills it in and photographs it from above, on a wooden table: JPEG. `flat`: laid flat, and nothing around it. */
export async function aPhotoOf(
  page: SheetPage,
  marks: Marks,
  { pixelsPerMillimetre = 3.2, flat = false }: { readonly pixelsPerMillimetre?: number; readonly flat?: boolean } = {},
): Promise<Uint8Array> {
  const { w, h } = page.page;
  const around = flat ? 0 : 14;
  const turned = flat ? '' : ` transform="rotate(1.5 ${w / 2} ${h / 2})"`;
  const size = `width="${Math.round((w + 2 * around) * pixelsPerMillimetre)}"`;
  const view = `viewBox="${-around} ${-around} ${w + 2 * around} ${h + 2 * around}"`;
  const line = 'fill="none" stroke="#20306a" stroke-width="0.9" stroke-linecap="round"';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view}>`,
    `<rect x="${-around}" y="${-around}" width="100%" height="100%" fill="#8a6a4a"/><g${turned}>`,
    `<rect width="${w}" height="${h}" fill="#f6f3ec"/>`,
    ...page.markers.map(markerOn),
    ...page.notes.map((note) => frameOf(note, '#ddd', 0.3)),
    ...page.boxes.map((box) => frameOf(box, '#8a8a8a', 0.6)),
    ...page.boxes.flatMap((box) => {
      const mark = marks[box.id];
      return mark ? [`<path d="${STROKES[mark](box)}" ${line}/>`] : [];
    }),
    '</g></svg>',
  ].join('');
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}

/** Its outer edge is where the layout says. */
function frameOf({ x, y, w, h }: Rect, colour: string, wide: number): string {
  const place = `x="${x + wide / 2}" y="${y + wide / 2}" width="${w - wide}" height="${h - wide}"`;
  return `<rect ${place} fill="none" stroke="${colour}" stroke-width="${wide}"/>`;
}

type Box = SheetPage['boxes'][number];
const STROKES: Readonly<Record<'V' | 'X' | 'both', (box: Box) => string>> = {
  V: ({ x, y, w, h }) =>
    `M${x + w * 0.22} ${y + h * 0.26} L${x + w * 0.45} ${y + h * 0.8} L${x + w * 0.82} ${y + h * 0.16}`,
  X: ({ x, y, w, h }) =>
    `M${x + w * 0.2} ${y + h * 0.22} L${x + w * 0.78} ${y + h * 0.8} M${x + w * 0.8} ${y + h * 0.2} L${x + w * 0.22} ${y + h * 0.78}`,
  both: (box) => `${STROKES.V(box)} ${STROKES.X(box)}`,
};

function markerOn({ id, x, y, size }: PlacedMarker): string {
  const cell = size / 8;
  const white = (markers[id] ?? []).flatMap((dark, at) => {
    const [left, top] = [x + (1 + (at % 6)) * cell, y + (1 + Math.floor(at / 6)) * cell];
    return dark ? [] : [`<rect x="${left}" y="${top}" width="${cell}" height="${cell}" fill="#f6f3ec"/>`];
  });
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#111"/>${white.join('')}`;
}

/** The verbs, for stories that are told elsewhere. */
export const verbs = {
  printedPages,
  addTables,
  enterAtTable,
  sayInsight,
  showInsights,
  addItem,
  answerForTable,
  askForQuotes,
  cellsOf,
  choicesOf,
  giveBack,
  invite,
  makeInitiatives,
  pledge,
  putUpChoices,
  quotesOf,
  release,
  roomOf,
  signUp,
  tablesOf,
  tick,
  wordsOn,
  /** What a minute after the last sheet shows. */
  largestGaps: async (tx: TenantDb, workshop: Workshop) => gapsOf((await roomOf(tx, workshop)).result, GAPS_ON_WALL),
};
