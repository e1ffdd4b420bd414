import { addDays } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { organisations } from '../modules/housing/public.ts';
import { anOrganisation } from '../modules/housing/seed.ts';
import {
  aReadPhoto,
  aSentPhoto,
  aWorkshop,
  confirmAll,
  hadPhotos,
  type Marks,
  type Said,
  setTables,
  type Table,
  verbs,
  type Workshop,
} from '../modules/listen/workshops/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { READ, SENT } from './sent-sheets.ts';
import type { Scene } from './tell.ts';
import { afterTwelve, tonight } from './workshops-after.ts';

/** The eleven who came to Lyngbakken to talk of communities that last. All are invented. */
const GUESTS = [
  'Boligforeningen Skovglimt',
  'Boligselskabet Fjordkig',
  'Andelsforeningen Birkely',
  'Boligforeningen Åbakken',
  'Boligselskabet Solgården',
  'Boligforeningen Højvang',
  'Boligselskabet Engdraget',
  'Boligforeningen Klitrosen',
  'Boligselskabet Møllehjulet',
  'Boligforeningen Lindealleen',
  'Boligselskabet Nordstjernen',
] as const;

/** How many of the twelve do it, and how many could (domain: the placemat's result). */
const RESULT: Readonly<Record<string, readonly [v: number, x: number]>> = {
  'rammer.faelleshuse': [12, 0],
  'rammer.legepladser': [11, 1],
  'rammer.udeliv': [6, 4],
  'rammer.haver': [5, 5],
  'rammer.renovering': [5, 6],
  'rammer.generationer': [2, 8],
  'rammer.vaerksteder': [3, 5],
  'engagement.puljer': [6, 5],
  'engagement.personale': [4, 7],
  'engagement.bestyrelser': [9, 2],
  'engagement.konsulent': [5, 6],
  'engagement.faellesdage': [7, 3],
  'engagement.opgavegrupper': [3, 8],
  'engagement.pris': [2, 5],
  'samarbejde.kommune': [11, 1],
  'samarbejde.sociale': [6, 4],
  'samarbejde.groenne': [4, 7],
  'samarbejde.idraet': [5, 5],
  'samarbejde.skoler': [4, 4],
  'samarbejde.forskning': [1, 3],
  'bestyrelsen.strategi': [8, 3],
  'bestyrelsen.seminar': [7, 2],
  'bestyrelsen.maaling': [2, 9],
  'bestyrelsen.raad': [1, 6],
  'bestyrelsen.aarshjul': [3, 4],
  'bestyrelsen.dagsorden': [6, 3],
};

/** What some of them wrote, by table and field. */
const WRITTEN: readonly (readonly [table: number, field: string, words: string])[] = [
  [1, 'rammer.note1', 'Fælleshuset står tomt om formiddagen. Hvem vil bruge det?'],
  [2, 'rammer.other1', 'En sauna, som vi passer sammen'],
  [3, 'engagement.note1', 'Folk kommer, når nogen banker på. Opslag virker ikke.'],
  [5, 'engagement.note1', 'Små opgaver: 20 minutter, og så er man fri igen.'],
  [6, 'samarbejde.note1', 'Kommunen vil gerne, men vi kender ikke navnene på dem, der sidder der.'],
  [7, 'samarbejde.other1', 'Den lokale købmand'],
  [9, 'bestyrelsen.note1', 'Vi måler huslejen hver måned og fællesskabet aldrig.'],
  [11, 'bestyrelsen.note1', 'Et råd af beboere ville gøre os klogere.'],
];

const TAKEN_HOME = [
  'Spørg folk direkte. Det er hele hemmeligheden.',
  'Vi skal måle det, vi siger er vigtigst.',
  'En lille opgave er en invitation.',
  'Ring til kommunen på mandag.',
];

/** Two workshops: twelve organisations some weeks ago, and residents of Kærhaven whose sheets are coming in just now. */
export function workshopScenes(): readonly Scene[] {
  return [
    { ago: 40, by: 'signe', play: twelve },
    { ago: 0, by: 'signe', play: kaerhaven },
  ];
}

async function twelve(tx: TenantDb): Promise<void> {
  const own = (await organisations(tx)).find((one) => one.own);
  if (!own) throw new Error('Cannot hold the workshop: the house has no organisation');
  const guests: Id<'organisation'>[] = [];
  for (const name of GUESTS) guests.push(await anOrganisation(tx, { kind: 'housing_organisation', name }));
  const workshop = await aWorkshop(tx, {
    name: 'Fællesskaber, der holder',
    about: 'Tolv boligorganisationer viser hinanden, hvad de gør for fællesskabet, og hvad de kunne gøre.',
    place: 'Fælleshuset i Kærhaven',
  });
  const tables = await setTables(tx, workshop, [own.id, ...guests]);
  await hadPhotos(tx, workshop);
  await confirmAll(
    tx,
    workshop,
    tables.flatMap((table) => sheetsOf(workshop, table)),
  );
  for (const words of TAKEN_HOME) await verbs.sayInsight(tx, workshop.id, words, null);
  await verbs.showInsights(tx, workshop.id);
  await afterTwelve(tx, workshop, tables);
}

function sheetsOf({ template }: Workshop, table: Table) {
  return template.themes.map(({ id }, page) => ({ table, page, said: saidBy(table.number, id) }));
}

/** Who does what is turned a little from option to option, so that nobody does it all. */
function saidBy(table: number, theme: string): readonly Said[] {
  const boxes = Object.entries(RESULT).map(([field, [v, x]], at): Said => {
    const turn = (table + at * 5) % 12;
    return { field, answer: turn < v ? 'V' : turn < v + x ? 'X' : 'empty', words: null };
  });
  const written = WRITTEN.filter(([by]) => by === table).map(([, field, words]): Said => {
    return { field, answer: field.includes('other') ? 'X' : null, words };
  });
  return [...boxes, ...written].filter(({ field }) => field.startsWith(`${theme}.`));
}

const JUST_SENT: Marks = { 'rammer.udeliv': 'V', 'rammer.haver': 'V', 'rammer.vaerksteder': 'X' };

/** Two pictures are in and one is just sent: the reader reads it when the house opens. The third table answers on a telephone too. */
async function kaerhaven(tx: TenantDb): Promise<void> {
  const workshop = await aWorkshop(tx, {
    name: 'Hvad kunne vi i Kærhaven?',
    about: 'Vi sætter os sammen om aftensmaden og ser, hvad vi har, og hvad vi kunne.',
    openUntil: addDays(tx.today, 14),
    twoPeople: true,
    inSteps: false,
  });
  const tables = await setTables(tx, workshop, [null, null, null]);
  const pages = await verbs.printedPages(tx, workshop, tables);
  for (const [at, marks] of SENT.entries()) {
    const printed = pages.find(({ sheet }) => sheet.tableId === tables[at]?.id && sheet.page === 0);
    if (!printed) throw new Error('Cannot photograph the sheet: it is not printed');
    const read = READ[at];
    await aReadPhoto(tx, workshop, printed, { marks, ...(read ? { read } : {}) });
  }
  const third = tables[2];
  const last = pages.find(({ sheet }) => sheet.tableId === third?.id && sheet.page === 0);
  if (last) await aSentPhoto(tx, workshop, last, JUST_SENT);
  const said = [
    { field: 'engagement.faellesdage', answer: 'V', words: null },
    { field: 'engagement.opgavegrupper', answer: 'X', words: null },
    { field: 'engagement.note1', answer: null, words: 'Vi mangler nogen, der tager imod de nye.' },
  ] as const;
  if (third) await verbs.enterAtTable(tx, workshop, third, 1, said);
  await verbs.sayInsight(tx, workshop.id, 'Vi har mere, end vi troede.', null);
  await verbs.showInsights(tx, workshop.id);
  await verbs.sayInsight(tx, workshop.id, 'Vi spørger, før vi planlægger.', null);
  await tonight(tx, workshop, tables);
}
