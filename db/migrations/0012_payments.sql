-- Payments: what is to be paid for accepted invoices, who approved exactly what, which file took it to the bank, and what
-- the bank said. Every state is a row; an approval holds only for the amount and the account that were approved.

-- How an organisation pays. A change is a new row; the highest number holds.
create table payment_setting (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  organisation_id uuid not null,
  number integer not null check (number > 0),
  -- Up to this amount one person suffices; nought: always two.
  single_limit_ore bigint not null check (single_limit_ore >= 0),
  first_roles text[] not null check (
    cardinality(first_roles) > 0 and first_roles <@ array['consultant', 'secretariat', 'finance']
  ),
  second_roles text[] not null check (cardinality(second_roles) > 0 and second_roles <@ array['secretariat', 'finance']),
  -- The account that is paid from; empty until somebody has written it in.
  payer_name text not null default '',
  iban text not null default '',
  bic text not null default '',
  -- What the bank calls its customer in the agreement on files.
  agreement text not null default '',
  format text not null check (format in ('csv', 'pain.001.001.03', 'pain.001.001.09')),
  -- FIK and giro in the bank's file: first when the bank has tried one and approved it.
  slips_in_file boolean not null default false,
  -- What the bookkeeper writes on the voucher: "Konto 8310, pulje".
  account_coding text not null default '',
  keep_years integer not null check (keep_years between 5 and 30),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, number),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, changed_by) references person (tenant_id, id)
);
comment on column payment_setting.first_roles is 'type: (''consultant'' | ''secretariat'' | ''finance'')';
comment on column payment_setting.second_roles is 'type: (''secretariat'' | ''finance'')';
create index payment_setting_changed_by on payment_setting (tenant_id, changed_by);
call protect_tenant_table('payment_setting');
revoke update, delete on payment_setting from grobund_app;

-- The last number that was given to a payment and to a batch: whoever takes the next holds the row.
create table payment_counter (
  tenant_id uuid not null,
  counts text not null check (counts in ('payment', 'batch')),
  last integer not null check (last > 0),
  primary key (tenant_id, counts)
);
call protect_tenant_table('payment_counter');

-- One accepted invoice to be paid; below nought a credit note whose money is to come.
create table payment (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  invoice_id uuid not null,
  claim_id uuid not null,
  application_id uuid not null,
  initiative_id uuid,
  payee_name text not null,
  payee_key text,
  invoice_number text not null,
  reference text not null,
  amount_ore bigint not null check (amount_ore <> 0),
  due_on date not null,
  accepted_by uuid,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, claim_id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, accepted_by) references person (tenant_id, id)
);
create index payment_organisation on payment (tenant_id, organisation_id, due_on, id);
create index payment_invoice on payment (tenant_id, invoice_id);
create index payment_application on payment (tenant_id, application_id);
create index payment_initiative on payment (tenant_id, initiative_id);
create index payment_accepted_by on payment (tenant_id, accepted_by);
create index payment_payee on payment (tenant_id, payee_key, id);
call protect_tenant_table('payment');
revoke update, delete on payment from grobund_app;
-- Holding a row asks for the right to update it; no column is ever changed.
grant update (tenant_id) on payment to grobund_app;

-- Where the money goes. The newest row holds; the first came with the invoice.
create table payment_destination (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  payment_id uuid not null,
  number integer not null check (number > 0),
  iban text,
  card_type text check (card_type in ('71', '73', '75', '01', '04', '15')),
  slip_reference text,
  creditor text,
  -- The same place has the same key, however it is written.
  place text,
  -- Who wrote it by hand; null when it stood in the supplier's file.
  typed_by uuid,
  -- Not where the money went to the same payee the last time: two people look, whatever the amount.
  changed boolean not null,
  -- Why it was changed: "ringet til dem på det nummer, vi kendte".
  words text not null default '',
  on_day date not null,
  check (iban is null or card_type is null),
  check ((card_type is null) = (creditor is null)),
  check ((place is null) = (iban is null and card_type is null)),
  primary key (tenant_id, id),
  unique (tenant_id, payment_id, number),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, typed_by) references person (tenant_id, id)
);
create index payment_destination_typed_by on payment_destination (tenant_id, typed_by);
call protect_tenant_table('payment_destination');
revoke update, delete on payment_destination from grobund_app;

-- A yes to exactly what was shown: the digest is of payee, amount, account and round. Another account, or a bounce that
-- begins the next round, and it counts no more.
create table payment_approval (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  payment_id uuid not null,
  -- The number of the destination, and the round.
  destination integer not null,
  round integer not null check (round > 0),
  digest bytea not null check (length(digest) = 32),
  step integer not null check (step in (1, 2)),
  -- The last that was needed by the rules of that day.
  completes boolean not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, payment_id, round, destination, step),
  unique (tenant_id, payment_id, round, destination, approved_by),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, payment_id, destination) references payment_destination (tenant_id, payment_id, number),
  foreign key (tenant_id, approved_by) references person (tenant_id, id)
);
create index payment_approval_destination on payment_approval (tenant_id, payment_id, destination);
create index payment_approval_approved_by on payment_approval (tenant_id, approved_by);
call protect_tenant_table('payment_approval');
revoke update, delete on payment_approval from grobund_app;

-- The invoice is not to be paid after all.
create table payment_stop (
  tenant_id uuid not null,
  payment_id uuid not null,
  on_day date not null,
  stopped_by uuid,
  primary key (tenant_id, payment_id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, stopped_by) references person (tenant_id, id)
);
create index payment_stop_stopped_by on payment_stop (tenant_id, stopped_by);
call protect_tenant_table('payment_stop');
revoke update, delete on payment_stop from grobund_app;

-- A file for the bank, and the same as CSV; kept as it was made.
create table payment_batch (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  format text not null check (format in ('csv', 'pain.001.001.03', 'pain.001.001.09')),
  -- Null when all of it is typed in by hand.
  bank_file_id uuid,
  csv_file_id uuid not null,
  payments integer not null check (payments > 0),
  sum_ore bigint not null check (sum_ore > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, bank_file_id) references file (tenant_id, id),
  foreign key (tenant_id, csv_file_id) references file (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index payment_batch_organisation on payment_batch (tenant_id, organisation_id, number);
create index payment_batch_bank_file on payment_batch (tenant_id, bank_file_id);
create index payment_batch_csv_file on payment_batch (tenant_id, csv_file_id);
create index payment_batch_made_by on payment_batch (tenant_id, made_by);
call protect_tenant_table('payment_batch');
revoke update, delete on payment_batch from grobund_app;
grant update (tenant_id) on payment_batch to grobund_app;

-- The file never went to the bank: its payments are approved, and can go into another.
create table payment_batch_undo (
  tenant_id uuid not null,
  batch_id uuid not null,
  words text not null check (words <> ''),
  on_day date not null,
  undone_by uuid not null,
  primary key (tenant_id, batch_id),
  foreign key (tenant_id, batch_id) references payment_batch (tenant_id, id),
  foreign key (tenant_id, undone_by) references person (tenant_id, id)
);
create index payment_batch_undo_undone_by on payment_batch_undo (tenant_id, undone_by);
call protect_tenant_table('payment_batch_undo');
revoke update, delete on payment_batch_undo from grobund_app;

-- One payment in one file. A payment goes out once in each round: only an undone file or a bounce opens the next.
create table payment_export (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  payment_id uuid not null,
  batch_id uuid not null,
  round integer not null check (round > 0),
  -- Comes back on the statement.
  end_to_end_id text not null check (end_to_end_id <> ''),
  execute_on date not null,
  digest bytea not null check (length(digest) = 32),
  -- A slip that the bank's file does not carry.
  by_hand boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, payment_id, round),
  unique (tenant_id, end_to_end_id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, batch_id) references payment_batch (tenant_id, id)
);
create index payment_export_batch on payment_export (tenant_id, batch_id);
call protect_tenant_table('payment_export');
revoke update, delete on payment_export from grobund_app;

-- What became of it: the money left (or came, for a credit note), or it bounced, also after it had left.
create table payment_result (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  payment_id uuid not null,
  -- Null for a credit note: nothing was sent.
  export_id uuid,
  result text not null check (result in ('paid', 'bounced')),
  on_day date not null,
  -- By hand, or from a file of the bank.
  source text not null check (source in ('hand', 'csv', 'pain.002', 'camt.053', 'camt.054')),
  words text not null default '',
  recorded_on date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, payment_id, export_id, result),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, export_id) references payment_export (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index payment_result_paid on payment_result (tenant_id, on_day, payment_id) where result = 'paid';
create index payment_result_export on payment_result (tenant_id, export_id);
create index payment_result_recorded_by on payment_result (tenant_id, recorded_by);
call protect_tenant_table('payment_result');
revoke update, delete on payment_result from grobund_app;
