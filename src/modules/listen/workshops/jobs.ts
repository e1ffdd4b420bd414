import type { Id } from '../../../kernel/id.ts';
import type { AnyJobKind } from '../../../platform/jobs/jobs.ts';
import { closeRoom } from './commands/closing.ts';
import { forgetPhotos } from './commands/photos.ts';
import { askAboutPledges } from './commands/pledging.ts';
import { prepareReading } from './commands/reading.ts';
import { tellResult } from './commands/releasing.ts';
import { JOBS } from './rules/jobs.ts';

/**
 * Pictures are read out of sight, and go when their days are over (`workshops.tidy`, once a night). The wall goes on a minute
 * after the last sheet, those who took part hear of the result, and who took a first step is asked how it went (`workshops.morning`).
 */
export const workshopsJobs: readonly AnyJobKind[] = [
  {
    ...JOBS.read,
    prepare: (tx, { photo }: { readonly photo: Id<'workshop_photo'> }) => prepareReading(tx, photo),
  },
  { ...JOBS.tidy, run: forgetPhotos },
  { ...JOBS.closing, run: (tx, { workshop }: { readonly workshop: Id<'workshop'> }) => closeRoom(tx, workshop) },
  { ...JOBS.released, run: (tx, { workshop }: { readonly workshop: Id<'workshop'> }) => tellResult(tx, workshop) },
  { ...JOBS.morning, run: askAboutPledges },
];
