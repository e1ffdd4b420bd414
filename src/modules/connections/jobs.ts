import { readId } from '../../kernel/id.ts';
import type { AnyJobKind, Payload } from '../../platform/jobs/jobs.ts';
import { nextRound, oneMessage, type SendingParts } from './commands/sending.ts';
import { JOBS } from './rules/jobs.ts';

/** What is done out of sight: telling other systems. */
export function connectionsJobs(parts: SendingParts): readonly AnyJobKind[] {
  return [
    {
      name: JOBS.send.name,
      async prepare(tx, { webhook }: Payload) {
        const id = readId<'webhook'>(String(webhook));
        return id && nextRound(tx, parts, id);
      },
    },
    {
      name: JOBS.sendOne.name,
      async prepare(tx, { webhook, seq }: Payload) {
        const id = readId<'webhook'>(String(webhook));
        return id && oneMessage(tx, parts, id, typeof seq === 'number' ? seq : null);
      },
    },
  ];
}
