import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { readFile, saveFile } from '../../../../platform/files/files.ts';
import type { Errand } from '../../../../platform/jobs/jobs.ts';
import { type PhotoRead, readPhoto } from '../../../../platform/sheets/read-photo.ts';
import type { Workshop } from '../rules/workshop.ts';
import { anyPhoto, insertReadings, photosAgain, saveReading } from '../store/photos.ts';
import { sheetByNumber } from '../store/sheets.ts';
import { lockWorkshop, workshopById } from '../store/workshops.ts';
import { sheetWaits } from './closing.ts';
import { takeAway } from './photos.ts';
import { layoutsToRead } from './printing.ts';
import { told } from './telling.ts';

/** Reads a picture that was sent. Null: it is read already, or gone. */
export async function prepareReading(tx: TenantDb, id: Id<'workshop_photo'>): Promise<Errand | null> {
  const photo = await anyPhoto(tx, id);
  if (!photo || photo.outcome !== null || !photo.fileId) return null;
  const workshop = await workshopById(tx, photo.workshopId);
  const file = await readFile(tx, photo.fileId);
  if (!workshop || !file) return null;
  const layouts = await layoutsToRead(tx, workshop);
  return async () => {
    const read = await readPhoto(file.bytes, layouts, workshop.id);
    return (later) => keepReading(later, workshop, id, read);
  };
}

async function keepReading(
  tx: TenantDb,
  workshop: Workshop,
  photo: Id<'workshop_photo'>,
  { status, reason, number, boxes, flat, ms }: PhotoRead,
): Promise<void> {
  await lockWorkshop(tx, workshop.id);
  const sheet = number === null ? null : await sheetByNumber(tx, workshop.id, number);
  const saved = await saveReading(tx, photo, {
    outcome: status,
    reason: reason ?? '',
    sheetId: sheet?.id ?? null,
    flatFileId: flat && (await saveFlat(tx, flat)),
    ms,
  });
  if (!saved) return;
  if (status === 'read' && sheet) {
    await insertReadings(
      tx,
      photo,
      boxes.map(({ id, label, confidence }) => ({ field: id, label, confidence })),
    );
    // What was asked to be taken again has been.
    for (const worse of await photosAgain(tx, sheet.id)) await takeAway(tx, worse, 'removed');
    await sheetWaits(tx, workshop);
  }
  told(tx, 'workshop.photo_read', workshop.id, { photo, outcome: status, sheet: sheet?.id ?? null });
}

async function saveFlat(tx: TenantDb, bytes: Uint8Array): Promise<Id<'file'>> {
  const name = 'ark.jpg';
  const file = await saveFile(tx, { bytes, name, purpose: 'sheet_flat', allow: ['jpeg'], pictures: 'as_sent' });
  if (!file.ok) throw new Error(`Cannot keep a sheet laid flat: ${file.refusal}`);
  return file.value.id;
}
