-- Invoices: what suppliers send, which commitment it belongs to, what was found, and what became of it.

-- What an invoice must be made out to, beside the organisation's name and company number.
create table invoice_setting (
  tenant_id uuid not null,
  -- Electronic addresses (GLN, EAN) of the organisation.
  glns text[] not null default '{}',
  -- Other names that suppliers may write: the name before the merger, the short one.
  other_names text[] not null default '{}',
  -- Where suppliers mail invoices to; shown to them.
  mail_address text not null default '',
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, changed_by) references person (tenant_id, id)
);
create index invoice_setting_changed_by on invoice_setting (tenant_id, changed_by);
call protect_tenant_table('invoice_setting');

-- A mail or a file in the folder that was taken in. The same one again is known by its digest, and not taken twice.
create table invoice_delivery (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  digest bytea not null check (length(digest) = 32),
  way text not null check (way in ('mail', 'folder')),
  sender text,
  subject text not null default '',
  words text not null default '',
  invoices integer not null default 0,
  -- Parts that were no invoice, and why, one code each.
  refusals text[] not null default '{}',
  -- Nobody need look at it any more.
  seen_on date,
  seen_by uuid,
  -- The sender was told that it came.
  answered boolean not null default false,
  on_day date not null,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, digest),
  foreign key (tenant_id, seen_by) references person (tenant_id, id)
);
create index invoice_delivery_sender on invoice_delivery (tenant_id, sender, on_day);
create index invoice_delivery_unseen on invoice_delivery (tenant_id, id) where invoices = 0 and seen_on is null;
create index invoice_delivery_seen_by on invoice_delivery (tenant_id, seen_by);
call protect_tenant_table('invoice_delivery');

-- One invoice or credit note as it came. What it says is in `facts` (src/modules/decide/invoices/rules/facts.ts); null
-- until somebody has typed in what stands on a photo.
create table invoice (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  way text not null check (way in ('staff', 'public', 'typed', 'mail', 'folder')),
  format text not null check (format in ('oioubl', 'peppol', 'ubl', 'cii', 'factur-x', 'pdf', 'picture', 'typed')),
  file_id uuid,
  -- SHA-256 of the bytes as they were sent.
  content_sha256 bytea check (length(content_sha256) = 32),
  delivery_id uuid,
  -- SHA-256 of the code with which the supplier follows it.
  follow_hash bytea not null check (length(follow_hash) = 32),
  sender_email text,
  sender_words text not null default '',
  facts jsonb,
  -- Of the facts, what is searched and compared.
  number text not null default '',
  number_key text not null default '',
  supplier_key text,
  supplier_name text not null default '',
  amount_ore bigint,
  payment_key text,
  -- Counts the typings, so that two who write at once lose nothing.
  version integer not null default 1,
  typed_by uuid,
  on_day date not null,
  received_at timestamptz not null,
  received_by uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  primary key (tenant_id, id),
  unique (tenant_id, follow_hash),
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, delivery_id) references invoice_delivery (tenant_id, id),
  foreign key (tenant_id, typed_by) references person (tenant_id, id),
  foreign key (tenant_id, received_by) references person (tenant_id, id)
);
create index invoice_file on invoice (tenant_id, file_id);
create index invoice_content on invoice (tenant_id, content_sha256);
create index invoice_delivery_of on invoice (tenant_id, delivery_id);
create index invoice_supplier on invoice (tenant_id, supplier_key, number_key);
create index invoice_sender on invoice (tenant_id, sender_email);
create index invoice_typed_by on invoice (tenant_id, typed_by);
create index invoice_received_by on invoice (tenant_id, received_by);
call protect_tenant_table('invoice');

-- Which commitment it belongs to. The newest row holds; without an application somebody said that none fits.
create table invoice_match (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  invoice_id uuid not null,
  application_id uuid,
  score integer not null default 0,
  -- Why, in codes: 'reference', 'amount', 'supplier' …
  reasons text[] not null default '{}',
  -- Null: the program found it.
  chosen_by uuid,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, chosen_by) references person (tenant_id, id)
);
create index invoice_match_invoice on invoice_match (tenant_id, invoice_id, id);
create index invoice_match_application on invoice_match (tenant_id, application_id);
create index invoice_match_chosen_by on invoice_match (tenant_id, chosen_by);
call protect_tenant_table('invoice_match');
revoke update, delete on invoice_match from grobund_app;

-- A warning was looked into: "jeg har ringet til dem".
create table invoice_answer (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  invoice_id uuid not null,
  -- The rule it answers, and what was wrong then; another wrong asks for another answer.
  code text not null check (code <> ''),
  words text not null default '',
  answered_by uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, answered_by) references person (tenant_id, id)
);
create index invoice_answer_invoice on invoice_answer (tenant_id, invoice_id, id);
create index invoice_answer_answered_by on invoice_answer (tenant_id, answered_by);
call protect_tenant_table('invoice_answer');
revoke update, delete on invoice_answer from grobund_app;

-- To be paid, sent back, or rejected. Holds until a row in invoice_undo takes it back.
create table invoice_outcome (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  invoice_id uuid not null,
  result text not null check (result in ('accepted', 'returned', 'rejected')),
  application_id uuid,
  -- The money set aside in the fund, and what is to be paid: they differ where the fund counts without VAT.
  claim_id uuid,
  claimed_ore bigint,
  pay_ore bigint,
  -- Only up to the commitment.
  part boolean not null default false,
  -- What finance should know: codes of warnings that were answered.
  warnings text[] not null default '{}',
  words text not null default '',
  decided_by uuid not null,
  on_day date not null,
  decided_at timestamptz not null,
  check ((result = 'accepted') = (claim_id is not null)),
  check ((claim_id is null) = (claimed_ore is null) and (claim_id is null) = (pay_ore is null)),
  check (claim_id is null or application_id is not null),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id)
);
create index invoice_outcome_invoice on invoice_outcome (tenant_id, invoice_id, id);
create index invoice_outcome_application on invoice_outcome (tenant_id, application_id);
create unique index invoice_outcome_claim on invoice_outcome (tenant_id, claim_id);
create index invoice_outcome_decided_by on invoice_outcome (tenant_id, decided_by);
call protect_tenant_table('invoice_outcome');
revoke update, delete on invoice_outcome from grobund_app;

create table invoice_undo (
  tenant_id uuid not null,
  outcome_id uuid not null,
  words text not null default '',
  undone_by uuid not null,
  on_day date not null,
  primary key (tenant_id, outcome_id),
  foreign key (tenant_id, outcome_id) references invoice_outcome (tenant_id, id),
  foreign key (tenant_id, undone_by) references person (tenant_id, id)
);
create index invoice_undo_undone_by on invoice_undo (tenant_id, undone_by);
call protect_tenant_table('invoice_undo');
revoke update, delete on invoice_undo from grobund_app;

-- What is written to a supplier whose invoice goes back.
create table invoice_letter (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  outcome_id uuid not null,
  -- Null: it is printed and posted.
  address text,
  subject text not null,
  body text not null,
  on_day date not null,
  sent_at timestamptz,
  -- Why the mail was not taken.
  failed text,
  primary key (tenant_id, id),
  foreign key (tenant_id, outcome_id) references invoice_outcome (tenant_id, id)
);
create index invoice_letter_outcome on invoice_letter (tenant_id, outcome_id);
call protect_tenant_table('invoice_letter');
