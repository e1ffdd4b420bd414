-- Ways in: one-time codes by mail or SMS, and printed codes bound to a household.

-- A wish to sign in. The request only writes this row, alike for known and unknown addresses; the code is made when the
-- message is written, so that it is never stored in the clear. Only the newest row of an address counts.
create table sign_in_code (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  channel text not null check (channel in ('mail', 'sms')),
  address text not null,
  language text not null,
  return_path text,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  person_id uuid,
  code_hash bytea,
  link_hash bytea,
  told_unknown_at timestamptz,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, link_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index sign_in_code_address on sign_in_code (tenant_id, address, id);
create index sign_in_code_person on sign_in_code (tenant_id, person_id);
create index sign_in_code_expiry on sign_in_code (tenant_id, expires_at);
call protect_tenant_table('sign_in_code');

-- A printed code for one tenancy: whoever holds the letter may say who they are, once per adult of the household.
create table household_code (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  tenancy_id uuid not null,
  code_hash bytea not null,
  issued_at timestamptz not null,
  issued_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, tenancy_id) references tenancy (tenant_id, id) on delete cascade,
  foreign key (tenant_id, issued_by) references person (tenant_id, id) on delete set null (issued_by)
);
create index household_code_tenancy on household_code (tenant_id, tenancy_id, issued_at);
create index household_code_issuer on household_code (tenant_id, issued_by);
call protect_tenant_table('household_code');

create table household_code_use (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  code_id uuid not null,
  person_id uuid not null,
  used_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, code_id) references household_code (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index household_code_use_code on household_code_use (tenant_id, code_id);
create index household_code_use_person on household_code_use (tenant_id, person_id);
call protect_tenant_table('household_code_use');

-- What the SMS provider that only writes down would have sent.
create table sms_log (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  phone text not null,
  sender text not null,
  body text not null,
  segments integer not null,
  sent_at timestamptz not null,
  primary key (tenant_id, id)
);
create index sms_log_time on sms_log (tenant_id, sent_at);
call protect_tenant_table('sms_log');

-- Keys for signed links, one per tenant and purpose: made on first use, the same for every process.
create table signing_key (
  tenant_id uuid not null,
  purpose text not null,
  key bytea not null check (length(key) = 32),
  primary key (tenant_id, purpose)
);
call protect_tenant_table('signing_key');
