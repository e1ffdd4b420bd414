-- The ground: who owns the houses, which homes there are, who lives in them, and what each person is trusted with.

create table organisation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  kind text not null check (kind in ('housing_organisation', 'municipality', 'national_body', 'association')),
  name text not null check (name <> ''),
  cvr text check (cvr ~ '^[0-9]{8}$'),
  -- The one that this tenant is.
  own boolean not null default false,
  street_line text not null default '',
  postcode text not null default '',
  city text not null default '',
  phone text not null default '',
  email text not null default '',
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index organisation_own on organisation (tenant_id) where own;
call protect_tenant_table('organisation');

create table department (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  organisation_id uuid not null,
  number text not null check (number <> ''),
  name text not null check (name <> ''),
  municipality text not null default '',
  started_on date,
  has_board boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, number),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
call protect_tenant_table('department');

-- A stairwell (opgang): one street door.
create table building (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  department_id uuid not null,
  street text not null,
  house_number text not null,
  postcode text not null,
  city text not null,
  -- `vej|nr+BOGSTAV|postnr`, see src/kernel/address.ts. In byte order, so that a range finds a beginning.
  address_key text collate "C" not null,
  primary key (tenant_id, id),
  unique (tenant_id, department_id, address_key),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
call protect_tenant_table('building');

create table tenancy (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  department_id uuid not null,
  building_id uuid not null,
  -- As in the housing ERP; unique within the department.
  number text not null check (number <> ''),
  street text not null,
  house_number text not null,
  floor text not null default '',
  door text not null default '',
  postcode text not null,
  city text not null,
  -- `vej|nr+BOGSTAV|etage|dør|postnr`
  address_key text collate "C" not null,
  kind text not null check (kind in ('family', 'senior', 'youth')),
  rooms numeric(4, 1),
  area_m2 numeric(7, 2),
  from_day date,
  until_day date,
  -- The day an import no longer had it. Never deleted: people live and have lived here.
  absent_since date,
  primary key (tenant_id, id),
  unique (tenant_id, department_id, number),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, building_id) references building (tenant_id, id)
);
create index tenancy_building on tenancy (tenant_id, building_id);
create index tenancy_address on tenancy (tenant_id, address_key);
call protect_tenant_table('tenancy');

create table person (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  -- Name and address protection: others read "En beboer".
  protected boolean not null default false,
  birth_year smallint check (birth_year between 1890 and 2200),
  -- Lower case.
  email text check (email <> '' and email = lower(email)),
  -- E.164: +4512345678
  phone text check (phone ~ '^\+[0-9]{4,15}$'),
  language text not null default 'da',
  registered_at timestamptz not null,
  registered_by uuid,
  channel text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create unique index person_email on person (tenant_id, email) where email is not null;
create index person_phone on person (tenant_id, phone) where phone is not null;
create index person_registered_by on person (tenant_id, registered_by);
create index person_name on person (tenant_id, name collate "da-x-icu", id);
call protect_tenant_table('person');

-- A guardian said yes to an account for somebody under 15.
create table guardian_approval (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  guardian_name text not null check (guardian_name <> ''),
  approved_on date not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index guardian_approval_person on guardian_approval (tenant_id, person_id);
create index guardian_approval_registered_by on guardian_approval (tenant_id, registered_by);
call protect_tenant_table('guardian_approval');

create table residency (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  tenancy_id uuid not null,
  from_day date not null,
  -- The last day.
  until_day date check (until_day >= from_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, tenancy_id) references tenancy (tenant_id, id)
);
create index residency_person on residency (tenant_id, person_id);
create index residency_tenancy on residency (tenant_id, tenancy_id);
call protect_tenant_table('residency');

create table role_grant (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  role text not null check (role in (
    'resident', 'board_member', 'ambassador', 'task_leader', 'consultant', 'organisation_board',
    'secretariat', 'finance', 'operations', 'municipal_officer', 'guest'
  )),
  organisation_id uuid not null,
  -- Null: in the whole organisation.
  department_id uuid,
  from_day date not null,
  -- The last day; null while it lasts.
  until_day date,
  granted_at timestamptz not null,
  granted_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, granted_by) references person (tenant_id, id)
);
create index role_grant_person on role_grant (tenant_id, person_id);
create index role_grant_department on role_grant (tenant_id, department_id, role);
create index role_grant_organisation on role_grant (tenant_id, organisation_id, role);
create index role_grant_granted_by on role_grant (tenant_id, granted_by);
call protect_tenant_table('role_grant');

-- Tasks for the municipality or the state that do not go with every seat (almenboligloven § 14).
create table public_duty (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  duty text not null check (duty in ('mayor', 'responsible_chair', 'supervising_staff')),
  organisation_id uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index public_duty_person on public_duty (tenant_id, person_id);
create index public_duty_organisation on public_duty (tenant_id, organisation_id);
call protect_tenant_table('public_duty');

-- What the organisation has decided about staff on boards. No row: the defaults of the code.
create table role_setting (
  tenant_id uuid not null,
  staff_in_organisation_board boolean not null,
  staff_in_department_board boolean not null,
  primary key (tenant_id)
);
call protect_tenant_table('role_setting');

-- A board constitutes itself: this many seats, from this day. The newest one holds.
create table board (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  organisation_id uuid not null,
  -- Null: the organisation's board.
  department_id uuid,
  seats smallint not null check (seats > 0 and seats % 2 = 1),
  constituted_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index board_department on board (tenant_id, department_id, constituted_on);
create index board_organisation on board (tenant_id, organisation_id, constituted_on);
call protect_tenant_table('board');

-- A seat and who has it. Person and days stand on the role grant, so that a seat and a right cannot disagree.
create table board_term (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  board_id uuid not null,
  role_grant_id uuid not null,
  office text not null check (office in ('chair', 'vice_chair', 'member')),
  primary key (tenant_id, id),
  foreign key (tenant_id, board_id) references board (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_grant_id) references role_grant (tenant_id, id) on delete cascade
);
create index board_term_board on board_term (tenant_id, board_id);
create index board_term_role_grant on board_term (tenant_id, role_grant_id);
call protect_tenant_table('board_term');

create table contact_preference (
  tenant_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('mail', 'sms', 'paper', 'never')),
  large_print boolean not null default false,
  -- Exempt from Digital Post: everything important comes on paper.
  digital_exempt boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_channel text not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, changed_by) references person (tenant_id, id)
);
create index contact_preference_changed_by on contact_preference (tenant_id, changed_by);
call protect_tenant_table('contact_preference');

-- "Never knock here again": said at the door, kept on the address.
create table no_contact (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  tenancy_id uuid not null,
  since date not null,
  lifted_on date,
  registered_by uuid,
  channel text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, tenancy_id) references tenancy (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index no_contact_tenancy on no_contact (tenant_id, tenancy_id);
create index no_contact_registered_by on no_contact (tenant_id, registered_by);
call protect_tenant_table('no_contact');

-- One file of tenancies on its way in. The file itself goes when the import is done.
create table tenancy_import (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  organisation_id uuid not null,
  file_name text not null,
  content bytea,
  -- Which column of the file is which field, as the person confirmed it.
  columns jsonb not null default '{}',
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  confirmed_at timestamptz,
  finished_at timestamptz,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  absent integer not null default 0,
  refused integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references person (tenant_id, id)
);
create index tenancy_import_organisation on tenancy_import (tenant_id, organisation_id);
create index tenancy_import_uploaded_by on tenancy_import (tenant_id, uploaded_by);
call protect_tenant_table('tenancy_import');

-- The good rows of the file, read and waiting for the yes.
create table tenancy_import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  row integer not null,
  department_number text not null,
  department_name text not null,
  municipality text not null,
  number text not null,
  street text not null,
  house_number text not null,
  floor text not null,
  door text not null,
  postcode text not null,
  city text not null,
  building_key text not null,
  address_key text not null,
  kind text,
  rooms numeric(4, 1),
  area_m2 numeric(7, 2),
  from_day date,
  until_day date,
  -- Where the row ends up; null for a new tenancy. No foreign key: it lives for minutes, tenancies are never deleted,
  -- and checking 50,000 of them one by one took longer than all the rest.
  tenancy_id uuid,
  fate text not null check (fate in ('created', 'changed', 'unchanged')) default 'created',
  primary key (tenant_id, import_id, row),
  foreign key (tenant_id, import_id) references tenancy_import (tenant_id, id) on delete cascade
);
call protect_tenant_table('tenancy_import_row');

-- The rows that could not be read, and why.
create table tenancy_import_problem (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  import_id uuid not null,
  row integer not null,
  field text not null,
  value text not null,
  problem text not null,
  -- Which home it was about, as far as it could be told: one with a misspelt row is not gone.
  department_number text not null,
  number text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references tenancy_import (tenant_id, id) on delete cascade
);
create index tenancy_import_problem_import on tenancy_import_problem (tenant_id, import_id, row);
call protect_tenant_table('tenancy_import_problem');
