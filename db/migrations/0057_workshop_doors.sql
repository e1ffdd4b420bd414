-- A workshop's doors: its link can be closed and renewed on the day, who came in by it is seen, and what others see moves in steps.

-- The link takes nothing for now; the tables' own codes do.
create table workshop_link_closed (
  tenant_id uuid not null,
  workshop_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id) on delete cascade,
  foreign key (tenant_id, closed_by) references person (tenant_id, id)
);
create index workshop_link_closed_by on workshop_link_closed (tenant_id, closed_by);
call protect_tenant_table('workshop_link_closed');

-- What the link was before it was renewed: it opens nothing, and says so kindly.
create table workshop_old_code (
  tenant_id uuid not null,
  code text not null check (code ~ '^[0-9A-Z]{8}$'),
  workshop_id uuid not null,
  renewed_at timestamptz not null,
  renewed_by uuid,
  primary key (tenant_id, code),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id) on delete cascade,
  foreign key (tenant_id, renewed_by) references person (tenant_id, id)
);
create index workshop_old_code_of on workshop_old_code (tenant_id, workshop_id);
create index workshop_old_code_by on workshop_old_code (tenant_id, renewed_by);
call protect_tenant_table('workshop_old_code');

-- A table that somebody sat down at by the link alone. Gone when those who run the workshop give it another code.
create table workshop_link_seat (
  tenant_id uuid not null,
  table_id uuid not null,
  begun_at timestamptz not null,
  primary key (tenant_id, table_id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id) on delete cascade
);
call protect_tenant_table('workshop_link_seat');

-- What was typed for a table by somebody who did not sit there: it counts for nobody until it is put back.
create table workshop_aside (
  tenant_id uuid not null,
  sheet_id uuid not null,
  table_id uuid not null,
  aside_at timestamptz not null,
  aside_by uuid,
  primary key (tenant_id, sheet_id),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id) on delete cascade,
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id),
  foreign key (tenant_id, aside_by) references person (tenant_id, id)
);
create index workshop_aside_table on workshop_aside (tenant_id, table_id);
create index workshop_aside_by on workshop_aside (tenant_id, aside_by);
call protect_tenant_table('workshop_aside');

-- The numbers that others see move by five organisations at a time, so that nobody is read off the difference.
alter table workshop add column in_steps boolean not null default false;

-- Those who run it await nobody else: what has come is all that comes.
create table workshop_last_call (
  tenant_id uuid not null,
  workshop_id uuid not null,
  called_at timestamptz not null,
  called_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id) on delete cascade,
  foreign key (tenant_id, called_by) references person (tenant_id, id)
);
create index workshop_last_call_by on workshop_last_call (tenant_id, called_by);
call protect_tenant_table('workshop_last_call');

-- Made for whoever spills their coffee: it says nothing of how much a table is asked, whoever used it.
alter table workshop_sheet add column spare boolean not null default false;
update workshop_sheet set spare = true where table_id is null and serial is not null;

-- By a table's own code, which only those who sit there have.
alter table workshop_photo drop constraint workshop_photo_came_by_check;
alter table workshop_photo add constraint workshop_photo_came_by_check
  check (came_by in ('link', 'table', 'facilitator', 'sms', 'mail', 'hand'));

-- Who left an address may ask to hear when the result can be seen. Those before this were promised that they would be asked once, and no more.
alter table workshop_pledge add column hears_result boolean not null default false;
alter table workshop_signup add column hears_result boolean not null default false;
