-- Who puts their name down at the wall comes along into what it becomes, and what people take home waits for a yes.

-- They said yes to it at the wall: those who begin it may have the name and write or call.
alter table workshop_signup add column shared boolean not null default false;

-- Who wants to join in an initiative, and may be called by those who drive it. They need no account.
create table initiative_interest (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_name text not null check (person_name <> ''),
  email text,
  phone text,
  agreed_at timestamptz not null,
  -- Somebody who drives it has called or written.
  called_at timestamptz,
  called_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, called_by) references person (tenant_id, id),
  check (email is not null or phone is not null),
  check (called_by is null or called_at is not null)
);
create index initiative_interest_initiative on initiative_interest (tenant_id, initiative_id, id);
create index initiative_interest_email on initiative_interest (tenant_id, email);
create index initiative_interest_phone on initiative_interest (tenant_id, phone);
create index initiative_interest_called_by on initiative_interest (tenant_id, called_by);
call protect_tenant_table('initiative_interest');

-- On the wall when somebody who runs the workshop has said yes. What hangs there already stays.
alter table workshop_insight add column shown_at timestamptz;
update workshop_insight set shown_at = said_at where hidden_at is null;
