import { sql } from 'kysely';
import type { AskWords } from '../../../turns/public.ts';

/** What these jobs are called. */
export const jobTitles: AskWords = (tx, ids) => sql`
  select id, title as words from task_job where tenant_id = ${tx.tenant.id} and id = any(${[...ids]}::uuid[])`;

/** What these tasks say. */
export const taskWords: AskWords = (tx, ids) => sql`
  select id, says as words from task where tenant_id = ${tx.tenant.id} and id = any(${[...ids]}::uuid[])`;
