import { personIdOf } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { type Packed, zip } from '../../../platform/files/zip.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { layOutLooks, sawPeople } from '../../../platform/privacy/looks.ts';
import { lockPerson, ownOrganisation } from '../../housing/public.ts';
import { brandOf, notify } from '../../turns/public.ts';
import { exportReady } from '../letters/messages.ts';
import { packageDocument, packageJson } from '../letters/package.ts';
import { JOBS } from '../rules/jobs.ts';
import { handedOut, ownWords, type Section } from '../rules/package.ts';
import type { ExportRequest } from '../rules/requests.ts';
import { fileColumns, type Whose } from '../rules/whose.ts';
import { byTable } from '../store/belonging.ts';
import { fileBytes, rowsOf, writtenIn } from '../store/exporting.ts';
import { settingsOf } from '../store/house.ts';
import { whoseIs } from '../store/people.ts';
import { exportsOf, insertExport, insertFetch, keepPackage, lockExport, packageOf } from '../store/requests.ts';

/** Asks for a copy of all that is kept of a person. One that is being made already is the answer to asking again. */
export async function askExport(
  tx: TenantDb,
  personId: Id<'person'>,
  language: Language,
): Promise<Id<'privacy_export'> | null> {
  await lockPerson(tx, personId);
  if (!(await whoseIs(tx, personId))) return null;
  const waiting = (await exportsOf(tx, personId)).find((one) => one.goesAt === null);
  if (waiting) return waiting.id;
  const id = await insertExport(tx, { personId, askedBy: personIdOf(tx.actor), channel: tx.channel, language });
  record(tx, { kind: 'privacy.export_asked', subject: { kind: 'person', id: personId }, facts: { person: personId } });
  await enqueue(tx, JOBS.export, { export: id });
  return id;
}

/** Makes the package and says that it is ready. Done once, however often the job runs. */
export async function makeExport(
  tx: TenantDb,
  activities: readonly Activity[],
  id: Id<'privacy_export'>,
): Promise<void> {
  const wish = await lockExport(tx, id);
  if (!wish || wish.goesAt) return;
  const whose = await whoseIs(tx, wish.personId);
  if (!whose) return;
  const { exportDays } = await settingsOf(tx);
  await layOutLooks(tx);
  const sections = await sectionsOf(tx, activities, whose);
  await keepPackage(
    tx,
    id,
    await packageBytes(tx, wish, sections, whose),
    new Date(tx.now.getTime() + exportDays * MS_PER_DAY),
  );
  await notify(tx, {
    to: { personId: whose.id },
    topic: 'answer',
    say: (language) => exportReady(exportDays, language),
  });
}

async function sectionsOf(tx: TenantDb, activities: readonly Activity[], whose: Whose): Promise<readonly Section[]> {
  const tables = byTable(activities.flatMap(({ holdings }) => holdings));
  const sections: Section[] = [];
  for (const activity of activities) {
    for (const holding of activity.holdings) {
      const rows = (await rowsOf(tx, tables, holding, whose)).map((row) => handedOut(holding, row, whose));
      const written = (await writtenIn(tx, tables, holding, whose)).map((row) => ownWords(holding, row, whose));
      if (rows.length + written.length > 0) sections.push({ activity, holding, rows, written });
    }
  }
  return sections;
}

async function packageBytes(
  tx: TenantDb,
  { language }: ExportRequest,
  sections: readonly Section[],
  whose: Whose,
): Promise<Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = await fileBytes(tx, sections.flatMap(fileIds));
  const packed: Packed[] = [
    { name: 'data.json', bytes: encode(packageJson(sections, { name: tx.tenant.name, now: tx.now })) },
    ...files.map(({ id, name, content }) => ({ name: `filer/${id.slice(-8)}-${name}`, bytes: content })),
  ];
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(
    packageDocument(sections, { language, day: tx.today, name: whose.name, house: tx.tenant.name }),
    brand,
  );
  return zip(
    pdf.ok
      ? [{ name: language === 'da' ? 'mine-oplysninger.pdf' : 'my-data.pdf', bytes: pdf.value }, ...packed]
      : packed,
  );
}

function fileIds({ holding, rows }: Section): readonly string[] {
  const columns = fileColumns(holding);
  return rows.flatMap((row) => columns.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : [])));
}

/** Hands the package over, and writes down to whom. Null when it is gone, or not made yet. */
export async function fetchExport(tx: TenantDb, wish: ExportRequest, by: Id<'person'>): Promise<Uint8Array | null> {
  const bytes = await packageOf(tx, wish.id);
  if (!bytes) return null;
  await insertFetch(tx, wish.id, by);
  await sawPeople(tx, 'export', [wish.personId]);
  record(tx, {
    kind: 'privacy.export_fetched',
    subject: { kind: 'person', id: wish.personId },
    facts: { person: wish.personId },
  });
  return bytes;
}
