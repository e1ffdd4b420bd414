import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Outcome, Rule } from '../rules/check.ts';
import type { Given } from '../rules/outcome.ts';

type InvoiceId = Id<'invoice'>;

export async function insertMatch(
  tx: TenantDb,
  match: {
    readonly invoiceId: InvoiceId;
    readonly applicationId: Id<'fund_application'> | null;
    readonly score: number;
    readonly reasons: readonly string[];
    readonly chosenBy: Id<'person'> | null;
  },
): Promise<void> {
  await tx.sql
    .insertInto('invoice_match')
    .values({
      tenant_id: tx.tenant.id,
      invoice_id: match.invoiceId,
      application_id: match.applicationId,
      score: match.score,
      reasons: [...match.reasons],
      chosen_by: match.chosenBy,
      on_day: tx.today,
    })
    .execute();
}

/** An answer to a rule is kept under "rule code". */
export async function insertAnswer(
  tx: TenantDb,
  answer: {
    readonly invoiceId: InvoiceId;
    readonly rule: Rule;
    readonly code: string;
    readonly words: string;
    readonly by: Id<'person'>;
  },
): Promise<void> {
  await tx.sql
    .insertInto('invoice_answer')
    .values({
      tenant_id: tx.tenant.id,
      invoice_id: answer.invoiceId,
      code: `${answer.rule} ${answer.code}`,
      words: answer.words,
      answered_by: answer.by,
      on_day: tx.today,
    })
    .execute();
}

/** Oldest first. */
export async function answersOf(tx: TenantDb, invoiceId: InvoiceId): Promise<Given[]> {
  const rows = await tx.sql
    .selectFrom('invoice_answer')
    .select(['code', 'words', 'answered_by as by', 'on_day as on'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('invoice_id', '=', invoiceId)
    .orderBy('id')
    .execute();
  return rows.map(({ code, ...rest }) => {
    const [rule = '', what = ''] = code.split(' ');
    return { ...rest, rule, code: what };
  });
}

export async function insertOutcome(
  tx: TenantDb,
  outcome: {
    readonly invoiceId: InvoiceId;
    readonly result: Outcome;
    readonly applicationId: Id<'fund_application'> | null;
    readonly money: { readonly claimId: Id<'fund_claim'>; readonly claimed: Ore; readonly pay: Ore } | null;
    readonly part: boolean;
    readonly warnings: readonly string[];
    readonly words: string;
    readonly by: Id<'person'>;
  },
): Promise<Id<'invoice_outcome'>> {
  const { id } = await tx.sql
    .insertInto('invoice_outcome')
    .values({
      tenant_id: tx.tenant.id,
      invoice_id: outcome.invoiceId,
      result: outcome.result,
      application_id: outcome.applicationId,
      claim_id: outcome.money?.claimId ?? null,
      claimed_ore: outcome.money?.claimed ?? null,
      pay_ore: outcome.money?.pay ?? null,
      part: outcome.part,
      warnings: [...outcome.warnings],
      words: outcome.words,
      decided_by: outcome.by,
      on_day: tx.today,
      decided_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertUndo(
  tx: TenantDb,
  undo: { readonly outcomeId: Id<'invoice_outcome'>; readonly words: string; readonly by: Id<'person'> },
): Promise<void> {
  await tx.sql
    .insertInto('invoice_undo')
    .values({
      tenant_id: tx.tenant.id,
      outcome_id: undo.outcomeId,
      words: undo.words,
      undone_by: undo.by,
      on_day: tx.today,
    })
    .execute();
}

/** Everything that became of it, also what was taken back; oldest first. */
export async function historyOf(tx: TenantDb, invoiceId: InvoiceId) {
  return tx.sql
    .selectFrom('invoice_outcome as o')
    .leftJoin('invoice_undo as u', (join) =>
      join.onRef('u.tenant_id', '=', 'o.tenant_id').onRef('u.outcome_id', '=', 'o.id'),
    )
    .leftJoin('invoice_letter as l', (join) =>
      join.onRef('l.tenant_id', '=', 'o.tenant_id').onRef('l.outcome_id', '=', 'o.id'),
    )
    .select(['o.id', 'o.result', 'o.words', 'o.on_day as on', 'o.decided_by as by', 'o.pay_ore as pay', 'o.part'])
    .select(['u.on_day as undoneOn', 'u.undone_by as undoneBy', 'u.words as undoneWords'])
    .select(['l.id as letterId', 'l.address', 'l.subject', 'l.body', 'l.sent_at as sentAt', 'l.failed'])
    .where('o.tenant_id', '=', tx.tenant.id)
    .where('o.invoice_id', '=', invoiceId)
    .orderBy('o.id')
    .execute();
}
