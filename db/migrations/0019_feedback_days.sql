-- How long the code for the three questions works after a case was closed. It stands in mails and on cards of paper, and
-- whoever finds one later has no business there.
alter table fund_reminder_days
  add column feedback_days integer not null default 90 check (feedback_days between 7 and 365);
