import { sql } from 'kysely';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { Link } from '../../platform/journal/chain.ts';

/** One thing that happened in a house, and is not yet a link of a chain. */
export interface Happening extends Omit<Link, 'tenantId' | 'seq' | 'previousHash' | 'facts'> {
  /** JSON. */
  readonly facts: string;
}

/** All of it, oldest first. */
export async function readHistory(owner: TenantDb['sql']): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    select at, kind, actor_kind as "actorKind", actor_id as "actorId", channel, subject_kind as "subjectKind",
      subject_id as "subjectId", thread_id as "threadId", facts::text as facts
    from (
      select at, kind, actor_kind, actor_id, channel, subject_kind, subject_id, thread_id, facts, seq from journal_entry
      union all
      select at::timestamptz(3), kind, actor_kind, actor_id, channel, subject_kind, subject_id, thread_id, facts, 0 from lived
    ) happened
    order by at, seq
  `.execute(owner);
  return rows;
}

/** What has happened and stands in no journal yet; each house of the sector gets it as part of a chain of its own. */
export async function openHistory(tx: TenantDb): Promise<void> {
  await sql`
    create unlogged table lived (
      at timestamptz not null, kind text not null, actor_kind text not null, actor_id uuid, channel text not null,
      subject_kind text not null, subject_id text not null, thread_id uuid, facts jsonb not null
    )
  `.execute(tx.sql);
}

/** What happened in the cases that `growFund` has just put in, in the same transaction. */
export async function tellGrownCases(tx: TenantDb): Promise<void> {
  for (const { kind, cases, days, facts } of CASE_EVENTS) {
    await sql`
      insert into lived (at, kind, actor_kind, actor_id, channel, subject_kind, subject_id, facts)
      select least(${tx.now}::timestamptz, on_day + interval '10 hours' + make_interval(days => ${days})),
        ${kind}, 'person', person_id, 'web', 'fund_application', id::text, ${sql.raw(facts)}
      from grown where kind = any (${cases}::integer[])
    `.execute(tx.sql);
  }
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** By what became of the case (`kind` in `growFund`): 0 waits, 1 refused, 2 withdrawn, from 5 promised, 5 and 6 paid. */
const CASE_EVENTS = [
  {
    kind: 'fund.submitted',
    cases: ALL,
    days: 0,
    facts: `jsonb_build_object('number', number, 'sought', sought, 'channel', null)`,
  },
  { kind: 'fund.taken_up', cases: [0, 1, 3, 5, 6, 7, 8, 9], days: 2, facts: `jsonb_build_object('number', number)` },
  { kind: 'fund.withdrawn', cases: [2], days: 3, facts: `jsonb_build_object('number', number)` },
  { kind: 'fund.put_in_line', cases: [0], days: 8, facts: decided(`null`) },
  { kind: 'fund.refused', cases: [1], days: 8, facts: decided(`'no_ground'`) },
  { kind: 'fund.committed', cases: [5, 6, 7, 8, 9], days: 8, facts: decided(`null`) },
  { kind: 'invoice.received', cases: [5, 6, 7, 8], days: 30, facts: billed(`, 'way', 'typed'`) },
  { kind: 'invoice.accepted', cases: [5, 6, 7], days: 33, facts: billed('') },
  { kind: 'payment.approved', cases: [5, 6], days: 35, facts: paid(`'of', 2, 'step', 1`) },
  { kind: 'payment.approved', cases: [5, 6], days: 36, facts: paid(`'of', 2, 'step', 2`) },
  { kind: 'payment.exported', cases: [5, 6], days: 37, facts: paid(`'batch', 1`) },
  { kind: 'fund.paid', cases: [5, 6], days: 39, facts: `jsonb_build_object('number', number, 'amount', sought)` },
] as const;

function decided(reason: string): string {
  return `jsonb_build_object('number', number, 'sought', sought, 'amount', case when kind > 4 then sought end,
    'reason', ${reason}, 'on_terms', false)`;
}

function billed(more: string): string {
  return `jsonb_build_object('invoice', invoice_id, 'amount', sought ${more})`;
}

function paid(more: string): string {
  return `jsonb_build_object('payment', payment_id, 'number', number, 'amount', sought, ${more})`;
}
