-- The first hour: what has been done to open a house, so that each step can be taken back.

-- One thing that was done in a step, and what taking it back needs: what stood before, or the ids of what was made.
create table setup_act (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  step text not null check (step in ('house', 'look', 'homes', 'people', 'fund', 'invitation', 'checks')),
  -- Ids, numbers and what the organisation says of itself; nothing of people but ids.
  facts jsonb not null default '{}',
  done_at timestamptz not null,
  done_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, done_by) references person (tenant_id, id),
  foreign key (tenant_id, undone_by) references person (tenant_id, id)
);
create index setup_act_step on setup_act (tenant_id, step, done_at);
create index setup_act_done_by on setup_act (tenant_id, done_by);
create index setup_act_undone_by on setup_act (tenant_id, undone_by);
call protect_tenant_table('setup_act');

-- "Not now": the step stands back until somebody takes it up again.
create table setup_skip (
  tenant_id uuid not null,
  step text not null check (step in ('house', 'look', 'homes', 'people', 'fund', 'invitation', 'checks')),
  skipped_at timestamptz not null,
  skipped_by uuid,
  primary key (tenant_id, step),
  foreign key (tenant_id, skipped_by) references person (tenant_id, id)
);
create index setup_skip_skipped_by on setup_skip (tenant_id, skipped_by);
call protect_tenant_table('setup_skip');

-- The letter that tells every home of the fund. Printed from here, one for each home.
create table setup_invitation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  fund_id uuid not null,
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  signer text not null default '',
  written_at timestamptz not null,
  written_by uuid,
  printed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, written_by) references person (tenant_id, id)
);
create index setup_invitation_fund on setup_invitation (tenant_id, fund_id);
create index setup_invitation_written_by on setup_invitation (tenant_id, written_by);
create unique index setup_invitation_standing on setup_invitation (tenant_id) where withdrawn_at is null;
call protect_tenant_table('setup_invitation');

-- A mail to oneself: it has arrived when its code comes back.
create table setup_mail_test (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  code_hash bytea,
  asked_at timestamptz not null,
  tries integer not null default 0,
  arrived_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index setup_mail_test_person on setup_mail_test (tenant_id, person_id);
call protect_tenant_table('setup_mail_test');

-- What an import made, for as long as it can be taken back.
create table tenancy_import_made (
  tenant_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in ('department', 'building', 'tenancy')),
  row_id uuid not null,
  primary key (tenant_id, import_id, kind, row_id),
  foreign key (tenant_id, import_id) references tenancy_import (tenant_id, id) on delete cascade
);
call protect_tenant_table('tenancy_import_made');
alter table tenancy_import add column taken_back_at timestamptz;

-- What everybody knows the house by stands with the tenant, which requests may only read. These two change their own alone.
create function name_house(wanted_name text, wanted_language text) returns void
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update tenant set name = wanted_name, language = wanted_language where id = current_tenant();
end $$;
revoke all on function name_house from public;
grant execute on function name_house to grobund_app;

-- `wanted_logo`: a picture of the house's own; null for none.
create function dress_house(wanted_colour text, wanted_logo uuid) returns void
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update tenant set
    colour = wanted_colour,
    settings = case
      when wanted_logo is null then settings - 'logo'
      else settings || jsonb_build_object('logo', wanted_logo)
    end
  where id = current_tenant();
end $$;
revoke all on function dress_house from public;
grant execute on function dress_house to grobund_app;

-- Whether the front page still shows what remains of the first hour.
create function show_setup(shown boolean) returns void
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update tenant set settings = case when shown then settings || '{"setup": true}' else settings - 'setup' end
  where id = current_tenant();
end $$;
revoke all on function show_setup from public;
grant execute on function show_setup to grobund_app;

-- A fund that nobody has used is as if never opened. Its policies are otherwise only ever added to.
-- False when something hangs on it.
create function take_back_fund(wanted uuid) returns boolean
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  house constant uuid := current_tenant();
begin
  perform from fund where tenant_id = house and id = wanted for update;
  if not found then
    return false;
  end if;
  delete from fund_sum where tenant_id = house and period_id in (select id from fund_period where tenant_id = house and fund_id = wanted);
  delete from fund_round where tenant_id = house and policy_id in (select id from fund_policy where tenant_id = house and fund_id = wanted);
  delete from fund_policy where tenant_id = house and fund_id = wanted;
  delete from fund_period where tenant_id = house and fund_id = wanted;
  delete from fund where tenant_id = house and id = wanted;
  return true;
exception when foreign_key_violation then
  return false;
end $$;
revoke all on function take_back_fund from public;
grant execute on function take_back_fund to grobund_app;
