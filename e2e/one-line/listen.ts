/** From paper on a table to an initiative that somebody drives. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { SheetLayout } from '../../src/engines/sheet/layout-json.ts';
import { photosOfPrint } from '../../src/testing/placemat-pictures.ts';
import { follow, look, type Plan, press, type Stage, sees, tick } from './stage.ts';

const WORKSHOP = 'Fællesskaber, der holder';
/** The sheet of the second theme, and the boxes that a table marks on it. */
const SHEET = 1;
const MARKS = { 'engagement.puljer': 'V', 'engagement.faellesdage': 'X' } as const;

/** A machine with much to do takes its time. */
const READING_MS = 60_000;

/** A consultant sets the tables and prints the sheets. Answers the link for the tables and the sheet as a table filled it in. */
export async function setsTables(
  { town }: Stage,
  signe: Page,
  on: string,
): Promise<{ readonly link: string; readonly photo: Buffer }> {
  await signe.goto(`${town.baseUrl}/workshops`);
  await follow(signe, 'Lav en workshop');
  await signe.getByLabel('Hvad hedder workshoppen?').fill(WORKSHOP);
  await signe.getByLabel('Hvilken dag?').fill(on);
  await press(signe, 'Lav workshoppen');
  await follow(signe, 'Borde');
  await signe.getByLabel('Hvor mange borde?').fill('1');
  await press(signe, 'Sæt borde op');
  await signe.getByRole('link', { name: WORKSHOP }).click();
  await follow(signe, 'Ark til print');
  await press(signe, 'Lav ark');
  const coming = signe.waitForEvent('download');
  await follow(signe, 'Hent alle ark som PDF');
  const pdf = await readFile(await (await coming).path());
  await signe.getByRole('link', { name: WORKSHOP }).click();
  await look(signe, '01-workshop');
  const link = new URL((await signe.getByRole('link', { name: /\/w\// }).getAttribute('href')) ?? '', town.baseUrl)
    .href;
  const layouts: SheetLayout[] = await (await signe.request.get(`${link}/layout`)).json();
  const layout = layouts[SHEET] ?? assert.fail('no such sheet');
  const [photo = assert.fail('no photo')] = await photosOfPrint(pdf, [{ at: SHEET, layout, marks: MARKS }]);
  return { link, photo };
}

/** Somebody at the table takes its picture. */
export async function sendsSheet({ comes }: Stage, link: string, photo: Buffer): Promise<void> {
  const guest = await comes(null);
  await guest.goto(link);
  await guest.getByLabel('Tag eller vælg billeder').setInputFiles({
    name: 'bord-1.jpg',
    mimeType: 'image/jpeg',
    buffer: photo,
  });
  await guest.getByRole('button', { name: 'Send billeder' }).click();
  const read = guest.getByText('Arket er læst: Engagement og uformelle fællesskaber');
  await read.waitFor({ timeout: READING_MS });
  await look(guest, '02-arket-er-laest');
  await guest.context().close();
}

/** What the reader saw is confirmed, and the X becomes an initiative. */
export async function makesInitiative(signe: Page, title: string): Promise<void> {
  await follow(signe, 'Bekræft svarene');
  await signe
    .getByRole('link', { name: /^Ark \d+$/ })
    .first()
    .click();
  const box = signe.locator('[data-sheet-field]').filter({ hasText: title });
  assert.equal(await box.locator('input:checked').getAttribute('value'), 'X', 'the reader saw the X');
  await look(signe, '03-bekraeft');
  await press(signe, 'Ja, sådan står der');
  await sees(signe, 'Der er ingen ark at bekræfte');
  await follow(signe, 'Tilbage til workshoppen');
  await follow(signe, 'Gør det til noget');
  await tick(signe, title);
  await look(signe, '04-goer-det-til-noget');
  await press(signe, 'Lav initiativer');
  await sees(signe, '1 initiativ er lavet.');
  await signe.getByRole('link', { name: title }).click();
  await signe.getByRole('heading', { level: 1, name: title }).waitFor();
  await sees(signe, `”${title}”: 1 satte X (det kunne vi), 0 satte V (det gør vi).`);
  await look(signe, '05-initiativet');
}

/** What no box on a sheet can say: where it is to be, and what is meant by it. */
export async function describes(signe: Page, { title, what, place, where }: Plan): Promise<void> {
  await follow(signe, 'Arbejd med initiativet');
  await look(signe, '06-indersiden');
  await follow(signe, 'Ret teksten');
  assert.equal(await signe.getByLabel('Hvad skal det hedde?').inputValue(), title, 'the X gave it its title');
  await signe.getByLabel('Hvad vil I gøre?').fill(what);
  await signe.getByLabel('Hvor?').fill(place);
  await tick(signe, 'Alle i boligforeningen');
  for (const department of where) await tick(signe, department);
  await look(signe, '06b-ret');
  await press(signe, 'Gem');
  await sees(signe, 'Teksten er rettet.');
}

/** She asks a neighbour to drive it, who says yes from her mail. */
export async function findsDriver({ town }: Stage, signe: Page, samira: Page, title: string): Promise<void> {
  await follow(signe, 'Spørg én, der kan drive det');
  await signe.getByLabel('Hvem vil du spørge?').selectOption({ label: 'Samira Haddad (bestyrelsen)' });
  await signe.getByLabel('Dine ord').fill('Du var med ved bordet. Vil du samle nogen om det?');
  await look(signe, '07-spoerg');
  await press(signe, 'Send spørgsmålet');
  const mail = await town.mailTo('samira.haddad@lyngbakken.test', new RegExp(title));
  const link = new RegExp(`${town.baseUrl}/vil-du-drive/[0-9a-f-]+`).exec(mail.text)?.[0];
  await samira.goto(link ?? assert.fail(`no way to answer in the mail:\n${mail.text}`));
  await tick(samira, 'Ja, det vil jeg gerne');
  await look(samira, '08-vil-du-drive');
  await press(samira, 'Send mit svar');
  await sees(samira, 'Tak! Nu er det dit.');
  await look(samira, '09-nu-er-det-dit');
}
