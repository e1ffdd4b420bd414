-- Further ways in: a code by SMS where one asks for it, passkeys, and identities that somebody else vouches for (MitID by
-- a broker, Entra ID for staff). No CPR number is kept, nor asked for.

-- Somebody who typed an e-mail wants the code by SMS. Whether the person has said yes to SMS is looked up by the job.
alter table sign_in_code add column by_sms boolean not null default false;

-- Which ways are open in the house. No row: all that are set up. Mail and printed letters are always open.
create table sign_in_setting (
  tenant_id uuid not null,
  sms boolean not null,
  passkey boolean not null,
  mitid boolean not null,
  entra boolean not null,
  -- What codes by SMS may cost a day, in parts of 160 characters.
  sms_a_day integer not null check (sms_a_day between 0 and 100000),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, changed_by) references person (tenant_id, id) on delete set null (changed_by)
);
create index sign_in_setting_changer on sign_in_setting (tenant_id, changed_by);
call protect_tenant_table('sign_in_setting');

-- Parts of SMS that codes have taken on a day.
create table sign_in_sms_day (
  tenant_id uuid not null,
  day date not null,
  parts integer not null check (parts >= 0),
  primary key (tenant_id, day)
);
call protect_tenant_table('sign_in_sms_day');

-- A key in somebody's telephone, computer or key ring (WebAuthn). Only its public half is here.
create table passkey (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (name <> ''),
  added_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index passkey_person on passkey (tenant_id, person_id);
call protect_tenant_table('passkey');

-- Who somebody is at another party that vouches for them: the party's address and its own name for them, never theirs.
create table sign_in_identity (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  way text not null check (way in ('mitid', 'entra')),
  issuer text not null,
  subject text not null,
  level text not null,
  added_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index sign_in_identity_person on sign_in_identity (tenant_id, person_id);
call protect_tenant_table('sign_in_identity');

-- Roles that the organisation's directory gave by a sign-in, so that it alone takes them away again.
create table directory_role (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  identity_id uuid not null,
  grant_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, grant_id),
  foreign key (tenant_id, identity_id) references sign_in_identity (tenant_id, id) on delete cascade,
  foreign key (tenant_id, grant_id) references role_grant (tenant_id, id) on delete cascade
);
create index directory_role_identity on directory_role (tenant_id, identity_id);
call protect_tenant_table('directory_role');

-- What a browser has begun and must itself bring to its end, once: a passkey's challenge, a journey to a broker, an
-- identity that waits to be tied to its person. The browser holds the token in a cookie; its hash is here.
create table sign_in_attempt (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  kind text not null check (kind in ('passkey', 'new_passkey', 'journey', 'identity')),
  token_hash bytea not null,
  person_id uuid,
  held jsonb not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
comment on column sign_in_attempt.held is 'type: Record<string, string | boolean | null>';
create index sign_in_attempt_person on sign_in_attempt (tenant_id, person_id);
create index sign_in_attempt_expiry on sign_in_attempt (tenant_id, expires_at);
call protect_tenant_table('sign_in_attempt');
