-- The fund: what money there is and by which rules, who asked for it, and every state of a case as a row.
-- The rows that the ledger is counted from are only ever added to: what comes back is a release, never an edit.

create table fund (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- Whose money it is: the housing organisation's or a municipality's. Never a department's.
  organisation_id uuid not null,
  name text not null check (name <> ''),
  opened_on date not null,
  opened_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, opened_by) references person (tenant_id, id)
);
create index fund_organisation on fund (tenant_id, organisation_id);
create index fund_opened_by on fund (tenant_id, opened_by);
call protect_tenant_table('fund');

-- A year of the fund, or another span that its money is for.
create table fund_period (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  fund_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (tenant_id, id),
  unique (tenant_id, fund_id, starts_on),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id)
);
call protect_tenant_table('fund_period');

-- A policy as it was approved. A new version is a new row; the highest number of a period is in force.
create table fund_policy (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  fund_id uuid not null,
  period_id uuid not null,
  number integer not null check (number > 0),
  total_ore bigint not null check (total_ore >= 0),
  project_max_ore bigint not null check (project_max_ore > 0),
  grounds text[] not null check (
    cardinality(grounds) > 0 and grounds <@ array['across_departments', 'short_notice', 'smaller_group']
  ),
  applicants text[] not null check (
    cardinality(applicants) > 0 and applicants <@ array['resident', 'board', 'association', 'staff']
  ),
  deciding_role text not null check (
    deciding_role in ('organisation_board', 'consultant', 'secretariat', 'municipal_officer')
  ),
  -- Who may decide alone what is sought up to the limit.
  delegated_role text check (delegated_role in ('consultant', 'secretariat', 'municipal_officer')),
  delegated_limit_ore bigint not null check (delegated_limit_ore >= 0),
  answer_days integer not null check (answer_days between 1 and 365),
  co_financing_per_mille integer not null check (co_financing_per_mille between 0 and 1000),
  allocation text not null check (allocation in ('running', 'first_come', 'rounds')),
  report_due_days integer not null check (report_due_days between 1 and 365),
  carries_over boolean not null,
  amounts_include_vat boolean not null,
  allows_private_outlays boolean not null,
  words text not null,
  approved_on date not null,
  approved_reference text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, fund_id, number),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
comment on column fund_policy.grounds is 'type: (''across_departments'' | ''short_notice'' | ''smaller_group'')';
comment on column fund_policy.applicants is 'type: (''resident'' | ''board'' | ''association'' | ''staff'')';
create index fund_policy_period on fund_policy (tenant_id, period_id, number);
create index fund_policy_recorded_by on fund_policy (tenant_id, recorded_by);
call protect_tenant_table('fund_policy');
revoke update, delete on fund_policy from grobund_app;

-- Where money is given in rounds: until when one applies, and when one hears.
create table fund_round (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  policy_id uuid not null,
  closes_on date not null,
  answers_on date not null check (answers_on >= closes_on),
  primary key (tenant_id, id),
  unique (tenant_id, policy_id, closes_on),
  foreign key (tenant_id, policy_id) references fund_policy (tenant_id, id)
);
call protect_tenant_table('fund_round');

-- The board puts more in.
create table fund_top_up (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  period_id uuid not null,
  amount_ore bigint not null check (amount_ore > 0),
  -- Where the decision stands: "OB 12.05.2026, punkt 4".
  decision_reference text not null check (decision_reference <> ''),
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index fund_top_up_period on fund_top_up (tenant_id, period_id);
create index fund_top_up_recorded_by on fund_top_up (tenant_id, recorded_by);
call protect_tenant_table('fund_top_up');
revoke update, delete on fund_top_up from grobund_app;

-- What was left of a period goes on to a later one: minus there, plus here.
create table fund_carry_over (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  from_period_id uuid not null,
  to_period_id uuid not null check (to_period_id <> from_period_id),
  amount_ore bigint not null check (amount_ore > 0),
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, to_period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index fund_carry_over_from on fund_carry_over (tenant_id, from_period_id);
create index fund_carry_over_to on fund_carry_over (tenant_id, to_period_id);
create index fund_carry_over_recorded_by on fund_carry_over (tenant_id, recorded_by);
call protect_tenant_table('fund_carry_over');
revoke update, delete on fund_carry_over from grobund_app;

-- One page that asks for money. A draft until it has a row in fund_submission.
create table fund_application (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  fund_id uuid not null,
  -- The initiative it is for, where it comes from one: then what happens stands in its thread.
  initiative_id uuid,
  title text not null default '',
  applicant_kind text not null default 'resident' check (applicant_kind in ('resident', 'board', 'association', 'staff')),
  applicant_id uuid,
  applicant_name text not null default '',
  applicant_email text,
  applicant_phone text,
  -- The adult who answers for somebody under 15.
  guardian_name text not null default '',
  purpose text not null default '',
  participants integer check (participants > 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  other_money_ore bigint not null default 0 check (other_money_ore >= 0),
  other_money_words text not null default '',
  grounds text[] not null default '{}' check (
    grounds <@ array['across_departments', 'short_notice', 'smaller_group']
  ),
  ground_reason text not null default '',
  -- What remains afterwards, and who owns it.
  remains text not null default '',
  minors boolean not null default false,
  non_residents boolean not null default false,
  -- Counts the savings, so that two who write at once lose nothing.
  version integer not null default 1,
  -- SHA-256 of the code in the link with which the draft is taken up again and the case followed.
  resume_hash bytea not null check (length(resume_hash) = 32),
  created_at timestamptz not null,
  created_by uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, resume_hash),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, applicant_id) references person (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
comment on column fund_application.grounds is 'type: (''across_departments'' | ''short_notice'' | ''smaller_group'')';
create index fund_application_fund on fund_application (tenant_id, fund_id, id);
create index fund_application_initiative on fund_application (tenant_id, initiative_id);
create index fund_application_applicant on fund_application (tenant_id, applicant_id);
create index fund_application_created_by on fund_application (tenant_id, created_by);
create index fund_application_registered_by on fund_application (tenant_id, registered_by);
call protect_tenant_table('fund_application');

create table fund_application_department (
  tenant_id uuid not null,
  application_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, application_id, department_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index fund_application_department_department
  on fund_application_department (tenant_id, department_id, application_id);
call protect_tenant_table('fund_application_department');

create table fund_co_applicant (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  name text not null check (name <> ''),
  person_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index fund_co_applicant_application on fund_co_applicant (tenant_id, application_id);
create index fund_co_applicant_person on fund_co_applicant (tenant_id, person_id);
call protect_tenant_table('fund_co_applicant');

create table fund_budget_line (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  what text not null check (what <> ''),
  supplier text not null default '',
  amount_ore bigint not null check (amount_ore > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade
);
create index fund_budget_line_application on fund_budget_line (tenant_id, application_id);
call protect_tenant_table('fund_budget_line');

-- It was sent in: from now on it has a number, and an answer is promised.
create table fund_submission (
  tenant_id uuid not null,
  application_id uuid not null,
  fund_id uuid not null,
  number integer not null check (number > 0),
  -- The policy in force on that day.
  policy_id uuid not null,
  on_day date not null,
  answer_by date not null,
  submitted_at timestamptz not null,
  submitted_by uuid,
  primary key (tenant_id, application_id),
  unique (tenant_id, fund_id, number),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, policy_id) references fund_policy (tenant_id, id),
  foreign key (tenant_id, submitted_by) references person (tenant_id, id)
);
create index fund_submission_policy on fund_submission (tenant_id, policy_id);
create index fund_submission_submitted_by on fund_submission (tenant_id, submitted_by);
call protect_tenant_table('fund_submission');

-- Somebody takes the case into their hands.
create table fund_review (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  reviewer_id uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  unique (tenant_id, application_id, reviewer_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reviewer_id) references person (tenant_id, id)
);
create index fund_review_reviewer on fund_review (tenant_id, reviewer_id);
call protect_tenant_table('fund_review');

create table fund_question (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  words text not null check (words <> ''),
  asked_by uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create index fund_question_application on fund_question (tenant_id, application_id);
create index fund_question_asked_by on fund_question (tenant_id, asked_by);
call protect_tenant_table('fund_question');

create table fund_answer (
  tenant_id uuid not null,
  question_id uuid not null,
  words text not null check (words <> ''),
  on_day date not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  answered_by uuid,
  registered_by uuid,
  primary key (tenant_id, question_id),
  foreign key (tenant_id, question_id) references fund_question (tenant_id, id) on delete cascade,
  foreign key (tenant_id, answered_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index fund_answer_answered_by on fund_answer (tenant_id, answered_by);
create index fund_answer_registered_by on fund_answer (tenant_id, registered_by);
call protect_tenant_table('fund_answer');

-- What the consultant advises the deciding body to do. Part of the deliberation.
create table fund_recommendation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  advice text not null check (advice in ('commit', 'wait', 'refuse')),
  amount_ore bigint check (amount_ore > 0 and (amount_ore is not null) = (advice = 'commit')),
  words text not null check (words <> ''),
  recommended_by uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, recommended_by) references person (tenant_id, id)
);
create index fund_recommendation_application on fund_recommendation (tenant_id, application_id);
create index fund_recommendation_recommended_by on fund_recommendation (tenant_id, recommended_by);
call protect_tenant_table('fund_recommendation');

-- Habilitet: this person neither sees the deliberation nor decides.
create table fund_recusal (
  tenant_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('applicant', 'family', 'neighbour_group', 'own_interest')),
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, application_id, person_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index fund_recusal_person on fund_recusal (tenant_id, person_id);
create index fund_recusal_recorded_by on fund_recusal (tenant_id, recorded_by);
call protect_tenant_table('fund_recusal');

create table fund_decision (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  result text not null check (result in ('commit', 'wait', 'refuse')),
  -- Only a commitment has money, and takes it from a period.
  amount_ore bigint check (amount_ore > 0 and (amount_ore is not null) = (result = 'commit')),
  period_id uuid check ((period_id is not null) = (result = 'commit')),
  -- After this day an unused commitment may lapse.
  expires_on date check ((expires_on is not null) = (result = 'commit')),
  terms text not null default '',
  reason text check (
    reason in (
      'no_ground', 'own_account', 'too_late', 'cash_like', 'own_interest', 'private_outlay', 'outside_purpose',
      'no_money_left', 'incomplete', 'other'
    )
  ),
  words text not null default '',
  -- The meeting it was decided at; empty when one person decided within the delegated limit.
  decision_reference text not null default '',
  policy_id uuid not null,
  decided_by uuid not null,
  on_day date not null,
  check ((reason is not null) = (result = 'refuse')),
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, policy_id) references fund_policy (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id)
);
create index fund_decision_application on fund_decision (tenant_id, application_id);
create unique index fund_decision_committed_once on fund_decision (tenant_id, application_id) where result = 'commit';
create index fund_decision_period on fund_decision (tenant_id, period_id) include (amount_ore);
create index fund_decision_policy on fund_decision (tenant_id, policy_id);
create index fund_decision_decided_by on fund_decision (tenant_id, decided_by);
call protect_tenant_table('fund_decision');
revoke update, delete on fund_decision from grobund_app;

-- The case ended without being carried through.
create table fund_end (
  tenant_id uuid not null,
  application_id uuid not null,
  result text not null check (result in ('withdrawn', 'cancelled', 'lapsed')),
  words text not null default '',
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index fund_end_ended_by on fund_end (tenant_id, ended_by);
call protect_tenant_table('fund_end');

-- The applicant moved out or stopped, and somebody else carries it on.
create table fund_take_over (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  from_person_id uuid,
  to_person_id uuid not null,
  words text not null default '',
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_person_id) references person (tenant_id, id),
  foreign key (tenant_id, to_person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index fund_take_over_application on fund_take_over (tenant_id, application_id);
create index fund_take_over_from on fund_take_over (tenant_id, from_person_id);
create index fund_take_over_to on fund_take_over (tenant_id, to_person_id);
create index fund_take_over_recorded_by on fund_take_over (tenant_id, recorded_by);
call protect_tenant_table('fund_take_over');

-- Money that was promised and is free again, in the period it was promised from.
create table fund_release (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  period_id uuid not null,
  amount_ore bigint not null check (amount_ore > 0),
  reason text not null check (reason in ('withdrawn', 'cancelled', 'lapsed', 'rest')),
  words text not null default '',
  on_day date not null,
  released_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, released_by) references person (tenant_id, id)
);
create index fund_release_application on fund_release (tenant_id, application_id);
create index fund_release_period on fund_release (tenant_id, period_id) include (amount_ore);
create index fund_release_released_by on fund_release (tenant_id, released_by);
call protect_tenant_table('fund_release');
revoke update, delete on fund_release from grobund_app;

-- Money that left: to a third party, or (below nought) what came back by a credit note.
create table fund_payment (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  amount_ore bigint not null check (amount_ore <> 0),
  -- The invoice or credit note it settles, as the supplier numbers it.
  reference text not null check (reference <> ''),
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index fund_payment_application on fund_payment (tenant_id, application_id);
create index fund_payment_recorded_by on fund_payment (tenant_id, recorded_by);
call protect_tenant_table('fund_payment');
revoke update, delete on fund_payment from grobund_app;
