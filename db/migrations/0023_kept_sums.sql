-- A fund's sums are asked for before every promise, while whoever else decides waits; lists and shelves are opened all day.
-- Counted from their rows they would cost as much as all the rows there are; so what is counted is kept, as an index is kept.

-- What the rows behind each figure of a period come to, day by day. Written by the triggers below and by nobody else; a
-- property test holds it to the rows. A page of the ledger finds its days here, and then reads those days' rows.
create table fund_sum (
  tenant_id uuid not null,
  period_id uuid not null,
  kind text not null check (
    kind in ('topped_up', 'carried_in', 'carried_out', 'committed', 'released', 'paid', 'other')
  ),
  on_day date not null,
  -- Never negative but for what was paid, which a credit note brings back.
  amount_ore bigint not null,
  posts integer not null check (posts >= 0),
  primary key (tenant_id, period_id, kind, on_day),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id)
);
comment on column fund_sum.kind is
  'type: (''topped_up'' | ''carried_in'' | ''carried_out'' | ''committed'' | ''released'' | ''paid'' | ''other'')';
call protect_tenant_table('fund_sum');
revoke insert, update, delete on fund_sum from grobund_app;

-- A payment is counted in the period that its money was promised from, as a release is.
alter table fund_payment add column period_id uuid;
update fund_payment p set period_id = d.period_id
from fund_decision d
where d.tenant_id = p.tenant_id and d.application_id = p.application_id and d.result = 'commit';
alter table fund_payment
  alter column period_id set not null,
  add foreign key (tenant_id, period_id) references fund_period (tenant_id, id);
create index fund_payment_ledger on fund_payment (tenant_id, period_id, on_day, id) include (amount_ore, application_id);

-- The arguments: which figure, and the column that leads to the period. The owner's, as nobody else may write a sum.
create function keep_fund_sum() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  execute format(
    'insert into fund_sum (tenant_id, period_id, kind, on_day, amount_ore, posts)
     select a.tenant_id, a.%1$I, %2$L, a.on_day, sum(a.amount_ore), count(*)
     from added a where a.%1$I is not null
     group by a.tenant_id, a.%1$I, a.on_day
     order by a.tenant_id, a.%1$I, a.on_day
     on conflict (tenant_id, period_id, kind, on_day) do update
     set amount_ore = fund_sum.amount_ore + excluded.amount_ore, posts = fund_sum.posts + excluded.posts',
    tg_argv[1], tg_argv[0]);
  return null;
end $$;

create trigger fund_sum after insert on fund_top_up referencing new table as added
  for each statement execute function keep_fund_sum('topped_up', 'period_id');
create trigger fund_sum_to after insert on fund_carry_over referencing new table as added
  for each statement execute function keep_fund_sum('carried_in', 'to_period_id');
create trigger fund_sum_from after insert on fund_carry_over referencing new table as added
  for each statement execute function keep_fund_sum('carried_out', 'from_period_id');
create trigger fund_sum after insert on fund_decision referencing new table as added
  for each statement execute function keep_fund_sum('committed', 'period_id');
create trigger fund_sum after insert on fund_release referencing new table as added
  for each statement execute function keep_fund_sum('released', 'period_id');
create trigger fund_sum after insert on fund_payment referencing new table as added
  for each statement execute function keep_fund_sum('paid', 'period_id');

-- What those who were promised something find elsewhere stands on the application, and is counted on the day of the promise.
create function keep_fund_sum_of_other() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'fund_decision' then
    insert into fund_sum (tenant_id, period_id, kind, on_day, amount_ore, posts)
    select d.tenant_id, d.period_id, 'other', d.on_day, a.other_money_ore, 1
    from fund_application a
    cross join (select new.tenant_id, new.period_id, new.on_day) d
    where a.tenant_id = new.tenant_id and a.id = new.application_id and a.other_money_ore > 0
    on conflict (tenant_id, period_id, kind, on_day) do update
    set amount_ore = fund_sum.amount_ore + excluded.amount_ore, posts = fund_sum.posts + excluded.posts;
  else
    insert into fund_sum (tenant_id, period_id, kind, on_day, amount_ore, posts)
    select d.tenant_id, d.period_id, 'other', d.on_day, new.other_money_ore, 1
    from fund_decision d
    where d.tenant_id = new.tenant_id and d.application_id = new.id and d.result = 'commit'
    on conflict (tenant_id, period_id, kind, on_day) do update
    set amount_ore = fund_sum.amount_ore + new.other_money_ore - old.other_money_ore,
      posts = fund_sum.posts + (new.other_money_ore > 0)::integer - (old.other_money_ore > 0)::integer;
  end if;
  return null;
end $$;

create trigger fund_sum_other after insert on fund_decision
  for each row when (new.period_id is not null) execute function keep_fund_sum_of_other();
create trigger fund_sum_other after update of other_money_ore on fund_application
  for each row when (new.other_money_ore <> old.other_money_ore) execute function keep_fund_sum_of_other();

-- All sums of a tenant, counted from the rows: here, and by whoever put rows in with the triggers asleep.
create function read_fund_sums(tenant uuid) returns void
language sql as $$
  delete from fund_sum where tenant_id = tenant;
  insert into fund_sum (tenant_id, period_id, kind, on_day, amount_ore, posts)
  select tenant, r.period_id, r.kind, r.on_day, sum(r.amount_ore), count(*)
  from (
    select period_id, 'topped_up' as kind, on_day, amount_ore from fund_top_up where tenant_id = tenant
    union all select to_period_id, 'carried_in', on_day, amount_ore from fund_carry_over where tenant_id = tenant
    union all select from_period_id, 'carried_out', on_day, amount_ore from fund_carry_over where tenant_id = tenant
    union all select period_id, 'committed', on_day, amount_ore from fund_decision
      where tenant_id = tenant and period_id is not null
    union all select period_id, 'released', on_day, amount_ore from fund_release where tenant_id = tenant
    union all select period_id, 'paid', on_day, amount_ore from fund_payment where tenant_id = tenant
    union all select d.period_id, 'other', d.on_day, a.other_money_ore
      from fund_decision d
      join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
      where d.tenant_id = tenant and d.period_id is not null and a.other_money_ore > 0
  ) r
  group by r.period_id, r.kind, r.on_day
$$;
revoke execute on function read_fund_sums(uuid) from public;
do $$
begin
  perform read_fund_sums(id) from tenant;
end $$;

-- What was said yes to, the newest first: the fund's public page. What came of it is added up from the same index.
alter table fund_standing
  add column paid_ore bigint not null default 0,
  add column released_ore bigint not null default 0;
update fund_standing s set
  paid_ore = coalesce((
    select sum(p.amount_ore) from fund_payment p where p.tenant_id = s.tenant_id and p.application_id = s.application_id
  ), 0),
  released_ore = coalesce((
    select sum(r.amount_ore) from fund_release r where r.tenant_id = s.tenant_id and r.application_id = s.application_id
  ), 0)
where s.committed_ore is not null;
create index fund_standing_supported on fund_standing (tenant_id, fund_id, since, number)
  include (application_id, committed_ore, paid_ore, released_ore)
  where status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed');
-- The same of all funds together: what everybody may know of the results.
create index fund_standing_results on fund_standing (tenant_id, since, number)
  include (fund_id, application_id, committed_ore, paid_ore, released_ore)
  where status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed');
-- What has begun, or begins soon, and is not over: in it something can be lacking.
create index fund_standing_not_over on fund_standing (tenant_id, fund_id, starts_on)
  where status not in ('refused', 'withdrawn', 'cancelled', 'lapsed', 'completed');

-- What happened in a span of days.
create index fund_submission_day on fund_submission (tenant_id, fund_id, on_day);
create index fund_decision_day on fund_decision (tenant_id, on_day, id);
create index fund_release_day on fund_release (tenant_id, on_day);
create index fund_payment_day on fund_payment (tenant_id, on_day);

-- The same applicant's cases, and those of a name, around the same days.
drop index fund_application_applicant;
create index fund_application_applicant on fund_application (tenant_id, applicant_id, starts_on);
drop index fund_application_applicant_key;
create index fund_application_applicant_key on fund_application (tenant_id, applicant_key, starts_on);

-- Where each invoice lies, with the match and the outcome that hold. Written by the triggers below and by nobody else.
create table invoice_standing (
  tenant_id uuid not null,
  invoice_id uuid not null,
  shelf text not null check (shelf in ('unmatched', 'matched', 'accepted', 'returned')),
  match_id uuid,
  outcome_id uuid,
  application_id uuid,
  primary key (tenant_id, invoice_id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, match_id) references invoice_match (tenant_id, id),
  foreign key (tenant_id, outcome_id) references invoice_outcome (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id)
);
comment on column invoice_standing.shelf is 'type: (''unmatched'' | ''matched'' | ''accepted'' | ''returned'')';
create index invoice_standing_shelf on invoice_standing (tenant_id, shelf, invoice_id);
create index invoice_standing_match on invoice_standing (tenant_id, match_id);
create index invoice_standing_outcome on invoice_standing (tenant_id, outcome_id);
create index invoice_standing_application on invoice_standing (tenant_id, application_id, invoice_id);
call protect_tenant_table('invoice_standing');
revoke insert, update, delete on invoice_standing from grobund_app;

create function read_invoice_standing(tenant uuid, invoice uuid) returns void
language sql as $$
  -- Whoever changes the same one at the same time waits here, and then reads what the first one wrote.
  select from invoice i where i.tenant_id = tenant and i.id = invoice for no key update;
  insert into invoice_standing (tenant_id, invoice_id, shelf, match_id, outcome_id, application_id)
  select tenant, invoice,
    case
      when o.result = 'accepted' then 'accepted'
      when o.result is not null then 'returned'
      when m.application_id is null then 'unmatched'
      else 'matched'
    end,
    m.id, o.id, coalesce(o.application_id, m.application_id)
  from (values (1)) one
  left join lateral (
    select x.id, x.application_id from invoice_match x
    where x.tenant_id = tenant and x.invoice_id = invoice order by x.id desc limit 1
  ) m on true
  left join lateral (
    select x.id, x.result, x.application_id from invoice_outcome x
    where x.tenant_id = tenant and x.invoice_id = invoice and not exists (
      select from invoice_undo u where u.tenant_id = x.tenant_id and u.outcome_id = x.id
    )
    order by x.id desc limit 1
  ) o on true
  on conflict (tenant_id, invoice_id) do update set
    shelf = excluded.shelf, match_id = excluded.match_id, outcome_id = excluded.outcome_id,
    application_id = excluded.application_id;
$$;
revoke execute on function read_invoice_standing(uuid, uuid) from public;

create function keep_invoice_standing() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  tenant uuid := (changed ->> 'tenant_id')::uuid;
  invoice uuid := (changed ->> tg_argv[0])::uuid;
begin
  if tg_argv[0] = 'outcome_id' then
    select o.invoice_id into invoice from invoice_outcome o where o.tenant_id = tenant and o.id = invoice;
  end if;
  perform read_invoice_standing(tenant, invoice);
  return null;
end $$;

create trigger invoice_standing after insert on invoice
  for each row execute function keep_invoice_standing('id');
create trigger invoice_standing after insert on invoice_match
  for each row execute function keep_invoice_standing('invoice_id');
create trigger invoice_standing after insert on invoice_outcome
  for each row execute function keep_invoice_standing('invoice_id');
create trigger invoice_standing after insert on invoice_undo
  for each row execute function keep_invoice_standing('outcome_id');
do $$
begin
  perform read_invoice_standing(tenant_id, id) from invoice;
end $$;

-- Where each payment stands. Written by the triggers below and by nobody else; `statusOf` in the rules of payments says
-- the same of one, and a test holds the two together.
create table payment_standing (
  tenant_id uuid not null,
  payment_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  due_on date not null,
  amount_ore bigint not null,
  status text not null check (
    status in ('bounced', 'waiting_first', 'waiting_second', 'ready', 'exported', 'awaited', 'paid', 'stopped')
  ),
  primary key (tenant_id, payment_id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
-- Who sees more than one organisation reads one list: the organisation is looked at on the way.
create index payment_standing_due on payment_standing (tenant_id, status, due_on, payment_id) include (organisation_id);
create index payment_standing_number on payment_standing (tenant_id, status, number)
  include (organisation_id, payment_id);
create index payment_standing_sums on payment_standing (tenant_id, organisation_id, status) include (amount_ore);
call protect_tenant_table('payment_standing');
revoke insert, update, delete on payment_standing from grobund_app;

create function read_payment_standing(tenant uuid, payment_read uuid) returns void
language sql as $$
  select from payment p where p.tenant_id = tenant and p.id = payment_read for no key update;
  insert into payment_standing (tenant_id, payment_id, organisation_id, number, due_on, amount_ore, status)
  select p.tenant_id, p.id, p.organisation_id, p.number, p.due_on, p.amount_ore, case
    when exists (select from payment_stop s where s.tenant_id = tenant and s.payment_id = p.id) then 'stopped'
    when p.amount_ore < 0 then case
      when exists (select from payment_result r where r.tenant_id = tenant and r.payment_id = p.id and r.result = 'paid')
      then 'paid' else 'awaited' end
    when e.id is not null and not e.bounced then case when e.paid then 'paid' else 'exported' end
    when a.completed then 'ready'
    when a.completed is not null then 'waiting_second'
    when e.id is not null then 'bounced'
    else 'waiting_first' end
  from payment p
  left join lateral (
    select x.id,
      exists (
        select from payment_result r where r.tenant_id = tenant and r.export_id = x.id and r.result = 'paid'
      ) as paid,
      exists (
        select from payment_result r where r.tenant_id = tenant and r.export_id = x.id and r.result = 'bounced'
      ) as bounced
    from payment_export x
    where x.tenant_id = tenant and x.payment_id = p.id and not exists (
      select from payment_batch_undo u where u.tenant_id = tenant and u.batch_id = x.batch_id
    )
    order by x.round desc limit 1
  ) e on true
  left join lateral (
    select bool_or(v.completes) as completed
    from payment_approval v
    where v.tenant_id = tenant and v.payment_id = p.id
      and v.destination = (
        select max(d.number) from payment_destination d where d.tenant_id = tenant and d.payment_id = p.id
      )
      and v.round = 1 + (
        select count(*) from payment_result r
        where r.tenant_id = tenant and r.payment_id = p.id and r.result = 'bounced'
      )
  ) a on true
  where p.tenant_id = tenant and p.id = payment_read
  on conflict (tenant_id, payment_id) do update set status = excluded.status;
$$;
revoke execute on function read_payment_standing(uuid, uuid) from public;

create function keep_payment_standing() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  tenant uuid := (changed ->> 'tenant_id')::uuid;
begin
  if tg_argv[0] = 'batch_id' then
    perform read_payment_standing(tenant, x.payment_id) from (
      select distinct e.payment_id from payment_export e
      where e.tenant_id = tenant and e.batch_id = (changed ->> 'batch_id')::uuid order by e.payment_id
    ) x;
  else
    perform read_payment_standing(tenant, (changed ->> tg_argv[0])::uuid);
  end if;
  return null;
end $$;

create trigger payment_standing after insert on payment
  for each row execute function keep_payment_standing('id');
create trigger payment_standing after insert on payment_stop
  for each row execute function keep_payment_standing('payment_id');
create trigger payment_standing after insert on payment_destination
  for each row execute function keep_payment_standing('payment_id');
create trigger payment_standing after insert on payment_approval
  for each row execute function keep_payment_standing('payment_id');
create trigger payment_standing after insert on payment_export
  for each row execute function keep_payment_standing('payment_id');
create trigger payment_standing after insert on payment_result
  for each row execute function keep_payment_standing('payment_id');
create trigger payment_standing after insert on payment_batch_undo
  for each row execute function keep_payment_standing('batch_id');
do $$
begin
  perform read_payment_standing(tenant_id, id) from payment;
end $$;
