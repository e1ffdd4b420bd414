-- The directory is asked when somebody signs in by it, and at no other time: a role that it gave is not to outlive who
-- never comes that way again. So many days after the last time it ends.
alter table sign_in_setting
  add column directory_days integer not null default 30 check (directory_days between 1 and 365);
