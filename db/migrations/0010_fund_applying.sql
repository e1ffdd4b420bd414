-- Applying whole: who answers for the young, who was asked to join, links by mail, letters, and the slip for the till.

alter table fund_application
  -- A child (under 15) needs an adult who answers.
  add column applicant_age text not null default 'adult' check (applicant_age in ('adult', 'young', 'child')),
  -- The adult's telephone or e-mail.
  add column guardian_contact text not null default '',
  -- Where a letter goes, when there is no other way to reach somebody without account.
  add column applicant_address text not null default '',
  add column who_buys text not null default '',
  -- Who owns what remains afterwards; empty when nothing does.
  add column remains_owner text not null default '' check (
    remains_owner in ('', 'organisation', 'department', 'group', 'given_away')
  ),
  -- The day on the paper, or of the call.
  add column received_on date,
  -- What those without account read and are written to in.
  add column language text not null default 'da' check (language in ('da', 'en'));

alter table fund_co_applicant
  add column email text,
  -- SHA-256 of the code in the link of the invitation; null while nobody was invited.
  add column invite_hash bytea check (length(invite_hash) = 32),
  add column invited_on date,
  add column declined_on date;
create unique index fund_co_applicant_invite on fund_co_applicant (tenant_id, invite_hash);

-- Further doors to one application: a link in a mail (`follow`), or the code on a slip for the till (`slip`).
create table fund_code (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  kind text not null check (kind in ('follow', 'slip')),
  -- SHA-256 of the code; the code itself is kept nowhere.
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null,
  made_by uuid,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index fund_code_application on fund_code (tenant_id, application_id);
create index fund_code_made_by on fund_code (tenant_id, made_by);
call protect_tenant_table('fund_code');

-- A letter about a case, written when it happened; its words are read from the rows. `way` is how it left: `hand` waits
-- for staff to give it to somebody who cannot be reached otherwise.
create table fund_letter (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  kind text not null check (kind in ('receipt', 'commitment', 'refusal', 'waiting_list')),
  decision_id uuid,
  language text not null check (language in ('da', 'en')),
  way text not null check (way in ('sent', 'hand', 'none')),
  on_day date not null,
  handed_on date,
  handed_by uuid,
  check ((decision_id is null) = (kind = 'receipt')),
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, decision_id) references fund_decision (tenant_id, id),
  foreign key (tenant_id, handed_by) references person (tenant_id, id)
);
create index fund_letter_application on fund_letter (tenant_id, application_id);
create index fund_letter_decision on fund_letter (tenant_id, decision_id);
create index fund_letter_handed_by on fund_letter (tenant_id, handed_by);
call protect_tenant_table('fund_letter');
