-- What is over grows for ever: payments that were made, invoices that were accepted, what was supported. Lists show fifty of
-- them; how many there are, and what they come to, is kept here instead of being added up for each who looks.
--
-- Kept when a transaction commits (deferred triggers), one transaction of a tenant after the other: whoever waits then has
-- taken all its other locks, so nobody waits in a circle. Written by the triggers and by nobody else; tests hold each to its
-- rows.
create procedure take_turn_with_sums(tenant uuid)
language sql as $$
  select pg_advisory_xact_lock(hashtext('kept sums'), hashtext(tenant::text));
$$;

-- Payments of each status, and what they come to.
create table payment_sum (
  tenant_id uuid not null,
  organisation_id uuid not null,
  status text not null check (
    status in ('bounced', 'waiting_first', 'waiting_second', 'ready', 'exported', 'awaited', 'paid', 'stopped')
  ),
  payments integer not null check (payments >= 0),
  -- Below nought where more credit notes came than invoices went.
  amount_ore bigint not null,
  primary key (tenant_id, organisation_id, status),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
comment on column payment_sum.status is
  'type: (''bounced'' | ''waiting_first'' | ''waiting_second'' | ''ready'' | ''exported'' | ''awaited'' | ''paid'' | ''stopped'')';
call protect_tenant_table('payment_sum');
revoke insert, update, delete on payment_sum from grobund_app;

create function keep_payment_sum() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  call take_turn_with_sums(new.tenant_id);
  if tg_op = 'UPDATE' then
    update payment_sum s set payments = s.payments - 1, amount_ore = s.amount_ore - old.amount_ore
    where s.tenant_id = old.tenant_id and s.organisation_id = old.organisation_id and s.status = old.status;
  end if;
  insert into payment_sum (tenant_id, organisation_id, status, payments, amount_ore)
  values (new.tenant_id, new.organisation_id, new.status, 1, new.amount_ore)
  on conflict (tenant_id, organisation_id, status) do update
  set payments = payment_sum.payments + 1, amount_ore = payment_sum.amount_ore + excluded.amount_ore;
  return null;
end $$;
create constraint trigger payment_sum after insert on payment_standing deferrable initially deferred
  for each row execute function keep_payment_sum();
create constraint trigger payment_sum_moved after update on payment_standing deferrable initially deferred
  for each row when (new.status <> old.status) execute function keep_payment_sum();

-- How many invoices lie on each shelf.
create table invoice_shelf (
  tenant_id uuid not null,
  shelf text not null check (shelf in ('unmatched', 'matched', 'accepted', 'returned')),
  invoices integer not null check (invoices >= 0),
  primary key (tenant_id, shelf)
);
comment on column invoice_shelf.shelf is 'type: (''unmatched'' | ''matched'' | ''accepted'' | ''returned'')';
call protect_tenant_table('invoice_shelf');
revoke insert, update, delete on invoice_shelf from grobund_app;

create function keep_invoice_shelf() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  call take_turn_with_sums(new.tenant_id);
  if tg_op = 'UPDATE' then
    update invoice_shelf s set invoices = s.invoices - 1 where s.tenant_id = old.tenant_id and s.shelf = old.shelf;
  end if;
  insert into invoice_shelf (tenant_id, shelf, invoices) values (new.tenant_id, new.shelf, 1)
  on conflict (tenant_id, shelf) do update set invoices = invoice_shelf.invoices + 1;
  return null;
end $$;
create constraint trigger invoice_shelf after insert on invoice_standing deferrable initially deferred
  for each row execute function keep_invoice_shelf();
create constraint trigger invoice_shelf_moved after update on invoice_standing deferrable initially deferred
  for each row when (new.shelf <> old.shelf) execute function keep_invoice_shelf();

-- What was supported, year by year: the figures above the results that everybody can read.
create table fund_supported_sum (
  tenant_id uuid not null,
  fund_id uuid not null,
  year integer not null,
  cases integer not null check (cases >= 0),
  committed_ore bigint not null,
  paid_ore bigint not null,
  released_ore bigint not null,
  primary key (tenant_id, fund_id, year),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id)
);
call protect_tenant_table('fund_supported_sum');
revoke insert, update, delete on fund_supported_sum from grobund_app;

-- As the index fund_standing_results says.
create function is_supported(status text) returns boolean
language sql immutable parallel safe as $$
  select status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')
$$;

create function keep_supported_sum() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  call take_turn_with_sums(new.tenant_id);
  if tg_op = 'UPDATE' and is_supported(old.status) then
    update fund_supported_sum s set
      cases = s.cases - 1, committed_ore = s.committed_ore - old.committed_ore,
      paid_ore = s.paid_ore - old.paid_ore, released_ore = s.released_ore - old.released_ore
    where s.tenant_id = old.tenant_id and s.fund_id = old.fund_id and s.year = extract(year from old.since);
  end if;
  if is_supported(new.status) then
    insert into fund_supported_sum (tenant_id, fund_id, year, cases, committed_ore, paid_ore, released_ore)
    values (
      new.tenant_id, new.fund_id, extract(year from new.since), 1, new.committed_ore, new.paid_ore, new.released_ore
    )
    on conflict (tenant_id, fund_id, year) do update set
      cases = fund_supported_sum.cases + 1,
      committed_ore = fund_supported_sum.committed_ore + excluded.committed_ore,
      paid_ore = fund_supported_sum.paid_ore + excluded.paid_ore,
      released_ore = fund_supported_sum.released_ore + excluded.released_ore;
  end if;
  return null;
end $$;
create constraint trigger fund_supported_sum after insert on fund_standing deferrable initially deferred
  for each row when (is_supported(new.status)) execute function keep_supported_sum();
create constraint trigger fund_supported_sum_moved after update on fund_standing deferrable initially deferred
  for each row when (
    (is_supported(old.status) or is_supported(new.status)) and
    (old.status, old.since, old.committed_ore, old.paid_ore, old.released_ore) is distinct from
    (new.status, new.since, new.committed_ore, new.paid_ore, new.released_ore)
  )
  execute function keep_supported_sum();

-- All three of a tenant, counted from the rows: here, and by whoever put rows in with the triggers asleep.
create function read_kept_sums(tenant uuid) returns void
language sql as $$
  call take_turn_with_sums(tenant);
  delete from payment_sum where tenant_id = tenant;
  insert into payment_sum (tenant_id, organisation_id, status, payments, amount_ore)
  select tenant, organisation_id, status, count(*), sum(amount_ore) from payment_standing
  where tenant_id = tenant
  group by organisation_id, status;
  delete from invoice_shelf where tenant_id = tenant;
  insert into invoice_shelf (tenant_id, shelf, invoices)
  select tenant, shelf, count(*) from invoice_standing where tenant_id = tenant group by shelf;
  delete from fund_supported_sum where tenant_id = tenant;
  insert into fund_supported_sum (tenant_id, fund_id, year, cases, committed_ore, paid_ore, released_ore)
  select tenant, fund_id, extract(year from since), count(*), sum(committed_ore), sum(paid_ore), sum(released_ore)
  from fund_standing where tenant_id = tenant and is_supported(status)
  group by fund_id, extract(year from since);
$$;
revoke execute on function read_kept_sums(uuid) from public;
do $$
begin
  perform read_kept_sums(id) from tenant;
end $$;

-- Two people approve a payment; they are to be two who do not stand behind each other. So many days back the rules look:
-- for who registered an approver, gave them their role or corrected their address, and for what else the same payee is paid.
alter table payment_setting add column look_back_days integer not null default 30 check (look_back_days between 7 and 365);
alter table payment_setting alter column look_back_days drop default;

-- What else the same account was paid, or is to be, around the same days.
create index payment_destination_place on payment_destination (tenant_id, place, payment_id) where place is not null;

-- What was told in a span of days.
create index fund_feedback_day on fund_feedback (tenant_id, on_day);

-- Turns that were opened before they held the reference of the case get it: P-0004, not "nr. 4".
update turn t set facts = t.facts || jsonb_build_object('reference', f.prefix || '-' || lpad(
  s.number::text, greatest(4, length(s.number::text)), '0'
))
from fund_submission s
join fund f on f.tenant_id = s.tenant_id and f.id = s.fund_id
where s.tenant_id = t.tenant_id and s.application_id::text in (t.subject_id, t.facts ->> 'application')
  and t.kind like 'fund.%' and not t.facts ? 'reference';
