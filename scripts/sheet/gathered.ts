import { readFileSync } from 'node:fs';
import { KINDS, type Kind } from '../../src/engines/sheet/network.ts';
import { complaintOf } from '../../src/engines/sheet/read-sheet.ts';
import type { BoxReading, SheetReading } from '../../src/engines/sheet/reading.ts';
import type { Scene } from '../../src/engines/sheet/synthetic/scene.ts';

/** A photo that was taken and read, as `gather.ts` writes it down. */
export interface GatheredPhoto {
  readonly name: string;
  readonly set: string;
  readonly layout: string;
  readonly scene: Scene;
  readonly status: SheetReading['status'];
  readonly reason: SheetReading['reason'];
  /** The layout that the reader named. */
  readonly read: string | null;
  readonly markers: number;
  readonly pixels: number;
  readonly ms: number;
  readonly boxes: readonly GatheredBox[];
}

export interface GatheredBox {
  readonly id: string;
  readonly kind: Kind;
  readonly trouble: string;
  readonly seen: boolean;
  readonly label: BoxReading['label'];
  readonly chances: readonly number[] | null;
  readonly contrast: number;
  readonly sides: number;
  /** How plainly the frame stands out in the patch. */
  readonly clarity: number;
  readonly pixels: number;
  /** How far from its real place it was looked for, in widths of the box. */
  readonly off: number;
}

/** Judged anew by the gate as it is now. */
export function readGathered(files: readonly string[]): readonly GatheredPhoto[] {
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
    .map((line) => {
      const photo = JSON.parse(line) as GatheredPhoto;
      // How bright the picture was is not written down.
      if (photo.boxes.length === 0 || photo.reason === 'dark') return photo;
      const reason = complaintOf(photo.boxes);
      return { ...photo, reason, status: reason ? 'retake' : 'read' };
    });
}

export function kindNumber(kind: Kind): number {
  return KINDS.indexOf(kind);
}
