import { formatDay } from '../kernel/format.ts';
import { type Table, verbs, type Workshop } from '../modules/listen/workshops/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';

const FIRST_STEPS = [
  'Jeg ringer til kommunen på mandag og spørger, hvem der sidder med frivillige.',
  'Jeg spørger to naboer, om de vil hjælpe i 20 minutter.',
  'Jeg sætter fællesskab på dagsordenen til næste møde.',
] as const;

/** What the tables said yes to having on the wall, by the words they begin with; the last is still waited for. */
const SHOWN = ['Folk kommer, når nogen banker på', 'Små opgaver', 'Vi måler huslejen'] as const;
const WAITS = 'Et råd af beboere';

const JOINING = [
  { personName: 'Rikke Damsgaard', phone: '+4520304051', email: null, shared: true },
  { personName: 'Jens Ole Thorup', phone: '+4520304052', email: null, shared: true },
  { personName: 'Halima Yusuf', phone: '+4520304053', email: null, shared: false },
] as const;

const PROGRAMME = [
  ['17:00', 'Kaffe og navneskilte', 'Signe', 'Forhallen'],
  ['17:20', 'Velkomst: hvad betyder V og X?', 'Karen', 'Salen'],
  ['17:30', 'Arkene udfyldes ved bordene', 'Bordværterne', 'Salen'],
  ['19:00', 'Væggen: her er der mest at vinde', 'Signe', 'Salen'],
  ['19:30', 'Hvem vil være med?', 'Alle', 'Salen'],
] as const;

/** The twelve went on: quotes, first steps, names on the wall, and two initiatives that grew from an X. */
export async function afterTwelve(tx: TenantDb, workshop: Workshop, tables: readonly Table[]): Promise<void> {
  for (const [startsAt, title, who, place] of PROGRAMME)
    await verbs.addItem(tx, workshop, { startsAt, title, who, place });
  await quotes(tx, workshop);
  for (const words of FIRST_STEPS)
    await verbs.pledge(tx, workshop, { words, personName: '', email: null, phone: null });
  const gaps = await verbs.largestGaps(tx, workshop);
  await verbs.putUpChoices(
    tx,
    workshop,
    gaps.map(({ field, text }) => ({ field, title: text })),
  );
  const choices = await verbs.choicesOf(tx, workshop.id);
  for (const [at, who] of JOINING.entries())
    await verbs.signUp(tx, workshop, [choices[0]?.id ?? '', choices[at]?.id ?? ''], who);
  await onward(tx, workshop, ['bestyrelsen.maaling', 'engagement.opgavegrupper']);
  await verbs.release(tx, workshop);
  const given = tables.slice(0, 9).map(({ id }) => id);
  await verbs.giveBack(tx, workshop, given);
}

async function quotes(tx: TenantDb, workshop: Workshop): Promise<void> {
  const begins = [...SHOWN, WAITS];
  const words = (await verbs.wordsOn(tx, workshop.id)).filter((one) =>
    begins.some((start) => one.words.startsWith(start)),
  );
  await verbs.askForQuotes(tx, workshop, words);
  for (const quote of await verbs.quotesOf(tx, workshop.id))
    if (!quote.quote.startsWith(WAITS)) await verbs.answerForTable(tx, workshop, quote, true);
}

async function onward(tx: TenantDb, workshop: Workshop, fields: readonly string[]): Promise<void> {
  const { result } = await verbs.roomOf(tx, workshop);
  const day = formatDay(workshop.on, 'da');
  const growing = verbs
    .cellsOf(result)
    .filter(({ field }) => fields.includes(field))
    .map((cell) => ({
      seed: { kind: 'box' as const, cell },
      sentence: `”${cell.text}”: ${cell.could} satte X (det kunne vi), ${cell.does} satte V (det gør vi). Fra workshoppen ”${workshop.name}”, ${day}.`,
      what: `${cell.text}. ${cell.could} på en workshop sagde, at det kunne vi gøre.`,
    }));
  await verbs.makeInitiatives(tx, workshop, growing);
}

const COMING = [
  ['Dorthe Rask', 'table_host'],
  ['Mogens Vang', 'table_host'],
  ['Amina Saleh', 'participant'],
] as const;

/** Kærhaven tonight: who comes, what is ready, and what the host has hung up to join in. */
export async function tonight(tx: TenantDb, workshop: Workshop, tables: readonly Table[]): Promise<void> {
  for (const [startsAt, title, who, place] of PROGRAMME)
    await verbs.addItem(tx, workshop, { startsAt, title, who, place });
  for (const [at, [personName, part]] of COMING.entries()) {
    const tableId = tables[at]?.id ?? null;
    const asked = { personName, part, tableId, organisationId: null, email: null, phone: null, came: false };
    await verbs.invite(tx, workshop, asked);
  }
  await verbs.tick(tx, workshop, ['invited', 'tables', 'printed', 'pens', 'wall']);
  await verbs.askForQuotes(tx, workshop, await verbs.wordsOn(tx, workshop.id));
  await verbs.pledge(tx, workshop, {
    words: 'Jeg banker på hos de nye på tredje sal.',
    personName: '',
    email: null,
    phone: null,
  });
  await verbs.putUpChoices(tx, workshop, [{ field: '', title: 'Tage imod de nye' }]);
}
