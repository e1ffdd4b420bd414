import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { displayNames } from '../../housing/public.ts';
import { closeTurns, notify, openTurn } from '../../turns/public.ts';
import { type Driver, type Initiative, restingNow } from '../rules.ts';
import { driverNews } from '../turns.ts';

/** Nobody drives it any more: the consultants look for somebody. What rests or has ended asks nothing of anybody. */
export async function findDriver(tx: TenantDb, initiative: Initiative): Promise<void> {
  if (initiative.end || restingNow(initiative, tx.today)) return;
  const [only, ...others] = initiative.departmentIds;
  await openTurn(tx, {
    kind: 'initiative.find_driver',
    subject: { kind: 'initiative', id: initiative.id },
    thread: initiative.id,
    assignee: { role: 'consultant', departmentId: only && others.length === 0 ? only : null },
    facts: { initiative: initiative.id },
  });
}

/** Somebody drives it: nobody need look any more. */
export async function foundDriver(tx: TenantDb, id: Id<'initiative'>): Promise<void> {
  for (const kind of ['initiative.ask_next', 'initiative.find_driver']) {
    await closeTurns(tx, { kind, subject: { kind: 'initiative', id } });
  }
}

export async function tellDriversThatOneLetGo(
  tx: TenantDb,
  initiative: Initiative,
  who: Id<'person'>,
  left: readonly Driver[],
): Promise<void> {
  const say = driverNews('let_go', await nameFor(tx, who), initiative);
  for (const { personId } of left) await notify(tx, { to: { personId }, topic: 'turn', say });
}

/** Those who would, but not alone, and now begin because somebody came. */
export async function tellThoseWhoWaited(
  tx: TenantDb,
  initiative: Initiative,
  company: Id<'person'>,
  waited: readonly { readonly personId: Id<'person'> }[],
): Promise<void> {
  if (waited.length === 0) return;
  const say = driverNews('company', await nameFor(tx, company), initiative);
  for (const { personId } of waited) await notify(tx, { to: { personId }, topic: 'turn', say });
}

async function nameFor(tx: TenantDb, id: Id<'person'>): Promise<string> {
  return (await displayNames(tx, [{ kind: 'person', id }])).get(`person:${id}`) ?? '';
}
