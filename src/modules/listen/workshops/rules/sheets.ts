import type { Paper } from '../../../../engines/sheet/layout.ts';
import { type Id, readId } from '../../../../kernel/id.ts';

/** Those who fill in sheets together. */
export interface Table {
  readonly id: Id<'workshop_table'>;
  readonly number: number;
  readonly name: string;
  readonly organisationId: Id<'organisation'> | null;
  /** What its own pages are entered by; null until sheets are made for it, or a telephone has begun. */
  readonly code: string | null;
}

/** How it is with who answers for a table by the link. */
export interface ByLinkSeat {
  readonly tableId: Id<'workshop_table'>;
  /** Somebody sits there by the link alone. */
  readonly seated: boolean;
  /** Sheets typed in on a telephone that nobody who runs the workshop has confirmed. */
  readonly typed: number;
  /** Sheets that are set aside. */
  readonly aside: number;
}

/** One page of an edition for one table. `paper` null: filled in on a telephone. */
export interface Sheet {
  readonly id: Id<'workshop_sheet'>;
  readonly workshopId: Id<'workshop'>;
  readonly editionId: Id<'workshop_edition'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly page: number;
  readonly paper: Paper | null;
  readonly serial: number | null;
  /** Made for no table in particular, for whoever spills their coffee. */
  readonly spare: boolean;
}

/** A sheet as it stands: its pictures, who has gone through it, and whether it is settled. */
export interface SheetStanding extends Sheet {
  /** The newest picture that was read; null when there is none. */
  readonly photoId: Id<'workshop_photo'> | null;
  /** Checks since the sheet was last settled. */
  readonly checks: number;
  readonly confirmed: boolean;
  /** The latest settling, for who opens the sheet to see whether somebody else has been there meanwhile. */
  readonly confirmationId: Id<'workshop_confirmation'> | null;
  /** A picture came after it was settled: somebody may have written more on it. */
  readonly changed: boolean;
}

export type SheetStatus = 'blank' | 'read' | 'half' | 'disputed' | 'confirmed';

/** `disputed`: two have gone through it and do not agree. */
export function statusOf(sheet: Pick<SheetStanding, 'photoId' | 'checks' | 'confirmed' | 'changed'>): SheetStatus {
  if (sheet.confirmed && !sheet.changed) return 'confirmed';
  if (sheet.checks >= 2) return 'disputed';
  if (sheet.checks === 1) return 'half';
  return sheet.photoId ? 'read' : 'blank';
}

/** Sheets that their markers can tell apart (engines/sheet/identity.ts). */
export const NUMBERS = 100_000;

/** What the markers of a sheet carry. */
export function numberOf(serial: number): number {
  return serial % NUMBERS;
}

/** `link`: by the workshop's link, from whoever has it. `table`: by a table's own code. */
export type CameBy = 'link' | 'table' | 'facilitator' | 'sms' | 'mail' | 'hand';
/** How a picture reached the office, when staff put it in. */
export const ON_BEHALF = ['sms', 'mail', 'hand'] as const satisfies readonly CameBy[];

export type PhotoOutcome = 'read' | 'retake' | 'reject' | 'error';

export interface Photo {
  readonly id: Id<'workshop_photo'>;
  readonly sheetId: Id<'workshop_sheet'> | null;
  readonly tableId: Id<'workshop_table'> | null;
  readonly fileId: Id<'file'> | null;
  readonly flatFileId: Id<'file'> | null;
  readonly cameBy: CameBy;
  /** Null: it waits to be read. */
  readonly outcome: PhotoOutcome | null;
  /** A code: see `text/photos.ts`. */
  readonly reason: string;
  readonly uploadedAt: Date;
  readonly gone: boolean;
}

/** Pictures that were sent at once, as they stand in an address. */
export function sentTogether(photos: readonly string[]): string {
  return photos.join('.');
}

export function readTogether(text: string): readonly Id<'workshop_photo'>[] {
  return text
    .split('.')
    .slice(0, MOST_TOGETHER)
    .flatMap((id) => readId<'workshop_photo'>(id) ?? []);
}

/** Must it be taken again? */
export function isUnread({ outcome }: Pick<Photo, 'outcome'>): boolean {
  return outcome !== null && outcome !== 'read';
}

/** Sent by somebody with the link, and no sheet that we know. */
export function isStray({ gone, cameBy, outcome }: Pick<Photo, 'gone' | 'cameBy' | 'outcome'>): boolean {
  return !gone && cameBy === 'link' && (outcome === 'reject' || outcome === 'error');
}

/** How far the sheets of a workshop have come, for the line that counts along. */
export interface Progress {
  readonly printed: number;
  readonly photographed: number;
  readonly waiting: number;
  readonly toConfirm: number;
  readonly confirmed: number;
  readonly unread: number;
}

export const MOST_TABLES = 100;
export const MOST_SPARES = 20;
/** Telephones of today take pictures of 4 to 12 MB. */
export const MOST_PHOTO_BYTES = 25 * 1024 * 1024;
export const MOST_AT_ONCE = 8;
/** In one address, and of one sheet. */
export const MOST_TOGETHER = 20;
/** What a workshop can be sent before somebody must look: nobody is to fill the disk by a link. */
export const MOST_PHOTOS = 800;
export const LONGEST_EDGE = 4000;
