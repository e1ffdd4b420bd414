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

-- What happened in a span of days.
create index fund_submission_day on fund_submission (tenant_id, fund_id, on_day);
create index fund_decision_day on fund_decision (tenant_id, on_day, id);
create index fund_release_day on fund_release (tenant_id, on_day);
create index fund_payment_day on fund_payment (tenant_id, on_day);
