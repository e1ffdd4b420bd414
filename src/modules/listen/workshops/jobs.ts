import type { Id } from '../../../kernel/id.ts';
import type { AnyJobKind } from '../../../platform/jobs/jobs.ts';
import { forgetPhotos } from './commands/photos.ts';
import { prepareReading } from './commands/reading.ts';
import { JOBS } from './rules/jobs.ts';

/** Pictures are read out of sight, and go when their days are over (`workshops.tidy`, once a night). */
export const workshopsJobs: readonly AnyJobKind[] = [
  {
    ...JOBS.read,
    prepare: (tx, { photo }: { readonly photo: Id<'workshop_photo'> }) => prepareReading(tx, photo),
  },
  { ...JOBS.tidy, run: forgetPhotos },
];
