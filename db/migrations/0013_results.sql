-- What came of the fund's money: reminders, feedback in three questions, pictures, and what may be shown to everybody.

-- The days of a fund's reminders. Without a row the usual ones hold: 14, 30 and 60.
create table fund_reminder_days (
  tenant_id uuid not null,
  fund_id uuid not null,
  -- So many days before the activity it is said that nothing is decided.
  undecided_days integer not null check (undecided_days between 1 and 90),
  -- So many days after it that no invoice has come, and that what is left should be released.
  invoice_days integer not null check (invoice_days between 1 and 365),
  release_days integer not null check (release_days between 1 and 365),
  set_at timestamptz not null,
  set_by uuid,
  check (release_days > invoice_days),
  primary key (tenant_id, fund_id),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index fund_reminder_days_set_by on fund_reminder_days (tenant_id, set_by);
call protect_tenant_table('fund_reminder_days');

-- Somebody was reminded. The same thing is said once for the same day, however often the clock asks.
create table fund_reminder (
  tenant_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('undecided', 'feedback', 'feedback_late', 'no_invoice', 'release')),
  -- The day it fell due; another one when the activity was moved, or when somebody chose to wait.
  for_day date not null,
  on_day date not null,
  primary key (tenant_id, application_id, kind, for_day),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade
);
call protect_tenant_table('fund_reminder');
revoke update on fund_reminder from grobund_app;

-- What is left is not released yet: the consultant waits until a day, with a reason.
create table fund_release_wait (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  until_day date not null,
  words text not null check (words <> ''),
  on_day date not null,
  chosen_by uuid not null,
  check (until_day > on_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, chosen_by) references person (tenant_id, id)
);
create index fund_release_wait_application on fund_release_wait (tenant_id, application_id, until_day);
create index fund_release_wait_chosen_by on fund_release_wait (tenant_id, chosen_by);
call protect_tenant_table('fund_release_wait');
revoke update on fund_release_wait from grobund_app;

-- A way to the three questions without an account: in a mail, or on a card of paper. Only the code's SHA-256 is kept.
create table fund_feedback_link (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  means text not null check (means in ('message', 'card')),
  made_at timestamptz not null,
  made_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index fund_feedback_link_application on fund_feedback_link (tenant_id, application_id);
create index fund_feedback_link_made_by on fund_feedback_link (tenant_id, made_by);
call protect_tenant_table('fund_feedback_link');

-- What is typed and not sent. One for each case, whoever writes it.
create table fund_feedback_draft (
  tenant_id uuid not null,
  application_id uuid not null,
  came text not null default '',
  best text not null default '',
  differently text not null default '',
  saved_at timestamptz not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade
);
call protect_tenant_table('fund_feedback_draft');

-- How it went, in three answers. Corrected by a new row; the newest counts.
create table fund_feedback (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  came integer not null check (came between 0 and 100000),
  best text not null default '',
  differently text not null default '',
  on_day date not null,
  given_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  -- Null for whoever came by a link.
  given_by uuid,
  registered_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, given_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index fund_feedback_application on fund_feedback (tenant_id, application_id, id);
create index fund_feedback_given_by on fund_feedback (tenant_id, given_by);
create index fund_feedback_registered_by on fund_feedback (tenant_id, registered_by);
call protect_tenant_table('fund_feedback');
revoke update on fund_feedback from grobund_app;

-- No feedback is expected any more, and why.
create table fund_feedback_waiver (
  tenant_id uuid not null,
  application_id uuid not null,
  words text not null check (words <> ''),
  on_day date not null,
  waived_by uuid not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, waived_by) references person (tenant_id, id)
);
create index fund_feedback_waiver_waived_by on fund_feedback_waiver (tenant_id, waived_by);
call protect_tenant_table('fund_feedback_waiver');
revoke update on fund_feedback_waiver from grobund_app;

-- A picture of how it went. Consent is withdrawn by deleting the row and both files; the journal keeps that it happened.
create table fund_photo (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  file_id uuid not null,
  -- The same, small enough for a list.
  small_file_id uuid not null,
  alt text not null check (alt <> ''),
  people text not null check (people in ('nobody', 'adults', 'children')),
  -- The words that were agreed to, as they stood on the page.
  consent text not null check (consent <> ''),
  -- May it be shown to everybody?
  may_be_public boolean not null,
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, small_file_id) references file (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index fund_photo_application on fund_photo (tenant_id, application_id, id);
create index fund_photo_file on fund_photo (tenant_id, file_id);
create index fund_photo_small_file on fund_photo (tenant_id, small_file_id);
create index fund_photo_added_by on fund_photo (tenant_id, added_by);
call protect_tenant_table('fund_photo');

-- Staff have read the words, or looked at the picture, and said that everybody may see it. The newest row counts.
create table fund_showing (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  feedback_id uuid,
  photo_id uuid,
  shown boolean not null,
  on_day date not null,
  shown_by uuid not null,
  check ((feedback_id is null) <> (photo_id is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, feedback_id) references fund_feedback (tenant_id, id) on delete cascade,
  foreign key (tenant_id, photo_id) references fund_photo (tenant_id, id) on delete cascade,
  foreign key (tenant_id, shown_by) references person (tenant_id, id)
);
create index fund_showing_feedback on fund_showing (tenant_id, feedback_id, id);
create index fund_showing_photo on fund_showing (tenant_id, photo_id, id);
create index fund_showing_shown_by on fund_showing (tenant_id, shown_by);
call protect_tenant_table('fund_showing');
revoke update on fund_showing from grobund_app;

-- What the clock asks each morning: whose activity lies where.
create index fund_application_starts on fund_application (tenant_id, starts_on);
create index fund_application_over on fund_application (tenant_id, (coalesce(ends_on, starts_on)));
