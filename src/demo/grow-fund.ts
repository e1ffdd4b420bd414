import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';

/**
 * Fills a fund that has a policy with `count` cases in all their states, in a few statements, so that lists, the ledger
 * and one case can be measured against many. The fund's total becomes large enough. Applicants, departments and those
 * who decide are people of the house; the cases came in within the last `days`. No journal, no turns and no mail: only what the pages read.
 */
export async function growFund(tx: TenantDb, fundId: Id<'fund'>, count: number, days = 300): Promise<void> {
  const tenant = tx.tenant.id;
  await sql`drop table if exists grown`.execute(tx.sql);
  await sql`
    create temporary table grown on commit drop as
    select new_id() as id, new_id() as decision_id, new_id() as claim_id, new_id() as invoice_id, new_id() as payment_id,
      new_id() as export_id, n, n % 10 as kind, place.policy_id, place.period_id,
      f.most + n as number, (100000 + (n % 17) * 100000)::bigint as sought,
      ${tx.today}::date - (n % ${days}::integer) as on_day,
      p.ids[1 + n % cardinality(p.ids)] as person_id, d.ids[1 + n % cardinality(d.ids)] as department_id
    from generate_series(1, ${count}::integer) n
    cross join (
      select y.id as policy_id, y.period_id from fund_policy y
      where y.tenant_id = ${tenant} and y.fund_id = ${fundId} order by y.number desc limit 1
    ) place
    cross join (
      select coalesce(max(number), 0) as most from fund_submission where tenant_id = ${tenant} and fund_id = ${fundId}
    ) f
    cross join (select array_agg(id order by id) as ids from person where tenant_id = ${tenant}) p
    cross join (select array_agg(id order by id) as ids from department where tenant_id = ${tenant}) d
  `.execute(tx.sql);
  for (const statement of [...statements(tx, fundId), ...bills(tx, fundId), ...kept(tx)])
    await statement.execute(tx.sql);
}

function statements(tx: TenantDb, fundId: Id<'fund'>) {
  const tenant = tx.tenant.id;
  return [
    sql`
      insert into fund_application (
        tenant_id, id, fund_id, title, applicant_id, applicant_name, purpose, participants, starts_on, grounds,
        ground_reason, resume_hash, created_at, channel
      )
      select ${tenant}, id, ${fundId}, 'Nabodag ' || n, person_id, 'Nabo ' || n % 5000, 'Vi mødes i gården.', 40,
        ${tx.today}::date + 40, '{smaller_group}', 'En lille gruppe.', sha256(id::text::bytea), ${tx.now}, 'web'
      from grown`,
    sql`
      insert into fund_budget_line (tenant_id, application_id, what, supplier, amount_ore)
      select ${tenant}, id, 'Mad', 'Vesterby Brugs', sought from grown`,
    sql`
      insert into fund_application_department (tenant_id, application_id, department_id)
      select ${tenant}, id, department_id from grown`,
    sql`
      insert into fund_submission (
        tenant_id, application_id, fund_id, number, policy_id, on_day, answer_by, submitted_at
      )
      select ${tenant}, id, ${fundId}, number, policy_id, on_day, on_day + 14, ${tx.now} from grown`,
    // Of ten: one waits, one is refused, one is withdrawn, five got their yes (two of them paid), two are undecided.
    sql`
      insert into fund_decision (
        tenant_id, id, application_id, result, amount_ore, period_id, expires_on, reason, words, policy_id, decided_by,
        on_day
      )
      select ${tenant}, decision_id, id,
        case when kind = 0 then 'wait' when kind = 1 then 'refuse' else 'commit' end,
        case when kind > 4 then sought end, case when kind > 4 then period_id end,
        case when kind > 4 then ${tx.today}::date + 100 end, case when kind = 1 then 'no_ground' end, 'Svar.',
        policy_id, person_id, on_day
      from grown where kind in (0, 1) or kind > 4`,
    sql`
      insert into fund_end (tenant_id, application_id, result, words, on_day)
      select ${tenant}, id, 'withdrawn', '', on_day from grown where kind = 2`,
    sql`
      insert into fund_payment (tenant_id, application_id, period_id, claim_id, amount_ore, reference, on_day)
      select ${tenant}, id, period_id, claim_id, sought, 'F-' || n, on_day from grown where kind in (5, 6)`,
    sql`
      insert into fund_review (tenant_id, application_id, reviewer_id, on_day)
      select ${tenant}, id, person_id, on_day from grown where kind = 3`,
    sql`
      insert into fund_standing (
        tenant_id, application_id, fund_id, period_id, number, status, since, carrier_id, sought_ore, committed_ore,
        answer_by, starts_on, paid_ore
      )
      select ${tenant}, id, ${fundId}, period_id, number,
        case kind
          when 0 then 'waiting_list' when 1 then 'refused' when 2 then 'withdrawn' when 3 then 'under_review'
          when 4 then 'submitted' when 5 then 'settled' when 6 then 'settled' else 'committed' end,
        case when kind in (0, 1) or kind > 4 then on_day end, person_id, sought, case when kind > 4 then sought end,
        on_day + 14, ${tx.today}::date + 40, case when kind in (5, 6) then sought else 0 end
      from grown`,
    sql`
      insert into search_entry (tenant_id, kind, id, title, body, path, audience)
      select ${tenant}, 'fund_application', id, 'P-' || lpad(number::text, 4, '0') || ' Nabodag ' || n,
        'Nabo ' || n % 5000, '/pulje/ansoegninger/' || id, 'staff' from grown`,
    // A top-up as large as what was promised, so that the balance stays above nought.
    sql`
      insert into fund_top_up (tenant_id, period_id, amount_ore, decision_reference, on_day)
      select ${tenant}, period_id, sum(sought), 'Til måling', ${tx.today} from grown where kind > 4 group by period_id`,
  ];
}

/** Of five promises: two were billed and paid, one bill is accepted and waits to be approved, one waits on the desk. */
function bills(tx: TenantDb, fundId: Id<'fund'>) {
  const { now, today } = tx;
  const tenant = tx.tenant.id;
  const batch = sql`(select id from payment_batch where tenant_id = ${tenant} order by number desc limit 1)`;
  return [
    sql`
      insert into fund_claim (tenant_id, id, application_id, amount_ore, reference, on_day)
      select ${tenant}, claim_id, id, sought, 'F-' || n, on_day from grown where kind in (5, 6, 7)`,
    sql`
      insert into fund_claim_end (tenant_id, claim_id, result, on_day)
      select ${tenant}, claim_id, 'paid', on_day from grown where kind in (5, 6)`,
    sql`
      insert into invoice (
        tenant_id, id, way, format, follow_hash, number, number_key, supplier_key, supplier_name, amount_ore, on_day,
        received_at, channel
      )
      select ${tenant}, invoice_id, 'typed', 'typed', sha256(invoice_id::text::bytea), 'F-' || n, 'f' || n,
        'vesterby brugs', 'Vesterby Brugs', sought, on_day, ${now}, 'web'
      from grown where kind in (5, 6, 7, 8)`,
    sql`
      insert into invoice_match (tenant_id, invoice_id, application_id, score, reasons, on_day)
      select ${tenant}, invoice_id, id, 90, '{reference}', on_day from grown where kind in (5, 6, 7, 8)`,
    sql`
      insert into invoice_outcome (
        tenant_id, invoice_id, result, application_id, claim_id, claimed_ore, pay_ore, decided_by, on_day, decided_at
      )
      select ${tenant}, invoice_id, 'accepted', id, claim_id, sought, sought, person_id, on_day, ${now}
      from grown where kind in (5, 6, 7)`,
    sql`
      insert into payment (
        tenant_id, id, number, organisation_id, invoice_id, claim_id, application_id, payee_name, payee_key,
        invoice_number, reference, amount_ore, due_on, opened_at
      )
      select ${tenant}, payment_id, p.most + n, f.organisation_id, invoice_id, claim_id, g.id, 'Vesterby Brugs',
        'vesterby brugs', 'F-' || n, 'P-' || lpad(g.number::text, 4, '0'), sought, on_day + 30, ${now}
      from grown g
      cross join (select coalesce(max(number), 0) as most from payment where tenant_id = ${tenant}) p
      join fund f on f.tenant_id = ${tenant} and f.id = ${fundId}
      where kind in (5, 6, 7)`,
    sql`
      insert into payment_destination (tenant_id, payment_id, number, iban, place, changed, on_day)
      select ${tenant}, payment_id, 1, 'DK5000400440116243', 'DK5000400440116243', false, on_day
      from grown where kind in (5, 6, 7)`,
    sql`
      insert into payment_export (
        tenant_id, id, payment_id, batch_id, round, end_to_end_id, execute_on, digest, by_hand
      )
      select ${tenant}, export_id, payment_id, ${batch}, 1, 'VOKSET' || n, on_day, sha256(payment_id::text::bytea), false
      from grown where kind in (5, 6)`,
    sql`
      insert into payment_result (tenant_id, payment_id, export_id, result, on_day, source, recorded_on)
      select ${tenant}, payment_id, export_id, 'paid', on_day, 'camt.053', ${today}::date from grown where kind in (5, 6)`,
  ];
}

/** What triggers keep: they sleep while so much is put in. */
function kept(tx: TenantDb) {
  const tenant = tx.tenant.id;
  return [
    sql`select read_fund_sums(${tenant}::uuid)`,
    sql`select read_invoice_standing(i.tenant_id, i.id) from invoice i where i.tenant_id = ${tenant}`,
    sql`select read_payment_standing(p.tenant_id, p.id) from payment p where p.tenant_id = ${tenant}`,
    sql`select read_kept_sums(${tenant}::uuid)`,
  ];
}
