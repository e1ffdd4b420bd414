import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import type { EndingCase } from '../rules/case.ts';

type Subject = Pick<EndingCase, 'id' | 'initiativeId' | 'number'>;

export function subjectOf(one: Pick<EndingCase, 'id'>) {
  return { kind: 'fund_application', id: one.id };
}

/** An entry about how a case ends. It stands in the thread of the initiative that the case is for. */
export function write(tx: TenantDb, one: Subject, what: string, facts: Facts = {}): void {
  record(tx, {
    kind: `feedback.${what}`,
    subject: subjectOf(one),
    thread: one.initiativeId,
    facts: { number: one.number, ...facts },
  });
}
