-- Handling the fund's cases: money set aside for accepted invoices, references, and how a case is closed.

-- The letters that a fund's references begin with: "P-0007".
alter table fund add column prefix text not null default 'P' check (prefix ~ '^[A-Z]{1,3}$');
-- Houses that have several funds already: P, PB, PC.
update fund f
set prefix = 'P' || chr(64 + o.place::integer)
from (select tenant_id, id, row_number() over (partition by tenant_id order by id) as place from fund) o
where o.tenant_id = f.tenant_id and o.id = f.id and o.place between 2 and 26;
create unique index fund_prefix on fund (tenant_id, prefix);

-- Money of a commitment that an accepted invoice waits for; below nought when a credit note will bring some back.
create table fund_claim (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  amount_ore bigint not null check (amount_ore <> 0),
  -- The invoice or credit note, as the supplier numbers it.
  reference text not null check (reference <> ''),
  on_day date not null,
  claimed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id),
  foreign key (tenant_id, claimed_by) references person (tenant_id, id)
);
create index fund_claim_application on fund_claim (tenant_id, application_id);
create index fund_claim_claimed_by on fund_claim (tenant_id, claimed_by);
call protect_tenant_table('fund_claim');
revoke update, delete on fund_claim from grobund_app;

-- What became of a claim. A payment that bounced opens it again: a claim is open when it has as many bounces as ends.
create table fund_claim_end (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  claim_id uuid not null,
  result text not null check (result in ('let_go', 'paid', 'bounced')),
  words text not null default '',
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index fund_claim_end_claim on fund_claim_end (tenant_id, claim_id);
create index fund_claim_end_ended_by on fund_claim_end (tenant_id, ended_by);
call protect_tenant_table('fund_claim_end');
revoke update, delete on fund_claim_end from grobund_app;

alter table fund_payment add column claim_id uuid;
alter table fund_payment add foreign key (tenant_id, claim_id) references fund_claim (tenant_id, id);
create index fund_payment_claim on fund_payment (tenant_id, claim_id);

-- Carried through, paid, told about: the rest of the money is free, and nothing more happens.
alter table fund_end drop constraint fund_end_result_check;
alter table fund_end add constraint fund_end_result_check
  check (result in ('withdrawn', 'cancelled', 'lapsed', 'completed'));

-- Invoices are matched by amount and by the name of the supplier or of who applied, and the same activity is found twice
-- by its title. Columns, not expressions: under row-level security an index over lower() is not used.
create index fund_decision_amount on fund_decision (tenant_id, amount_ore) where result = 'commit';
create index fund_budget_line_amount on fund_budget_line (tenant_id, amount_ore);
alter table fund_budget_line add column supplier_key text generated always as (lower(supplier)) stored;
create index fund_budget_line_supplier on fund_budget_line (tenant_id, supplier_key);
alter table fund_application
  add column applicant_key text generated always as (lower(applicant_name)) stored,
  add column title_key text generated always as (lower(title)) stored;
create index fund_application_applicant_key on fund_application (tenant_id, applicant_key);
create index fund_application_title_key on fund_application (tenant_id, title_key);

-- A page of the ledger is read in the order of these, however many rows it has.
create index fund_decision_ledger on fund_decision (tenant_id, period_id, on_day, id) include (amount_ore, application_id);
create index fund_release_ledger on fund_release (tenant_id, period_id, on_day, id) include (amount_ore, application_id);

-- Where money is given in rounds, an application belongs to the round that was open when it came.
alter table fund_submission add column round_id uuid;
alter table fund_submission add foreign key (tenant_id, round_id) references fund_round (tenant_id, id);
create index fund_submission_round on fund_submission (tenant_id, round_id);

-- A meeting of the deciding body: which cases it has before it, and in what order.
create table fund_meeting (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  fund_id uuid not null,
  on_day date not null,
  -- How decisions refer to it: "OB 12.05.2026, punkt 4".
  reference text not null check (reference <> ''),
  called_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, called_by) references person (tenant_id, id)
);
create index fund_meeting_fund on fund_meeting (tenant_id, fund_id, on_day);
create index fund_meeting_called_by on fund_meeting (tenant_id, called_by);
call protect_tenant_table('fund_meeting');

create table fund_meeting_case (
  tenant_id uuid not null,
  meeting_id uuid not null,
  application_id uuid not null,
  primary key (tenant_id, meeting_id, application_id),
  foreign key (tenant_id, meeting_id) references fund_meeting (tenant_id, id) on delete cascade,
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id)
);
create index fund_meeting_case_application on fund_meeting_case (tenant_id, application_id);
call protect_tenant_table('fund_meeting_case');

-- Who took part, as the one who writes the minutes says. No row: nobody has said yet.
create table fund_meeting_present (
  tenant_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references fund_meeting (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index fund_meeting_present_person on fund_meeting_present (tenant_id, person_id);
call protect_tenant_table('fund_meeting_present');

-- An advice can be followed as it stands: with its terms, or with its reason for a no.
alter table fund_recommendation
  add column terms text not null default '' check (terms = '' or advice = 'commit'),
  add column reason text check (reason is null or advice = 'refuse') check (reason in (
    'no_ground', 'own_account', 'too_late', 'cash_like', 'own_interest', 'private_outlay', 'outside_purpose',
    'no_money_left', 'incomplete', 'other'
  ));

alter table fund_decision add column meeting_id uuid;
alter table fund_decision add foreign key (tenant_id, meeting_id) references fund_meeting (tenant_id, id);
create index fund_decision_meeting on fund_decision (tenant_id, meeting_id);

-- Whose turn it is when money came free: at most one case of a fund.
create table fund_next_in_line (
  tenant_id uuid not null,
  fund_id uuid not null,
  application_id uuid not null,
  primary key (tenant_id, fund_id),
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade
);
create index fund_next_in_line_application on fund_next_in_line (tenant_id, application_id);
call protect_tenant_table('fund_next_in_line');

-- How each case that was sent in stands, as its rows said when one was last added: for lists only, nothing is decided
-- by it. A property test holds it to the rows.
create table fund_standing (
  tenant_id uuid not null,
  application_id uuid not null,
  fund_id uuid not null,
  period_id uuid not null,
  number integer not null,
  status text not null,
  -- The day of the last decision: the waiting list is in this order.
  since date,
  carrier_id uuid,
  sought_ore bigint not null,
  committed_ore bigint,
  answer_by date not null,
  starts_on date,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, fund_id) references fund (tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period (tenant_id, id),
  foreign key (tenant_id, carrier_id) references person (tenant_id, id)
);
create index fund_standing_fund on fund_standing (tenant_id, fund_id, number);
create index fund_standing_status on fund_standing (tenant_id, fund_id, status, number);
create index fund_standing_waiting on fund_standing (tenant_id, fund_id, since, number) where status = 'waiting_list';
create index fund_standing_open on fund_standing (tenant_id, application_id)
  where status in ('committed', 'partly_committed', 'on_terms', 'cancelled');
create index fund_standing_period on fund_standing (tenant_id, period_id, number);
create index fund_standing_carrier on fund_standing (tenant_id, carrier_id, application_id);
call protect_tenant_table('fund_standing');

insert into fund_standing (
  tenant_id, application_id, fund_id, period_id, number, status, since, carrier_id, sought_ore, committed_ore, answer_by,
  starts_on
)
select a.tenant_id, a.id, a.fund_id, y.period_id, s.number,
  case
    when e.result is not null then e.result
    when d.result = 'refuse' then 'refused'
    when d.result = 'wait' then 'waiting_list'
    when d.result = 'commit' and p.paid > 0 and p.paid + r.released = d.amount_ore then 'settled'
    when d.result = 'commit' and d.terms <> '' then 'on_terms'
    when d.result = 'commit' and d.amount_ore < o.sought then 'partly_committed'
    when d.result = 'commit' then 'committed'
    when exists (
      select from fund_question x left join fund_answer b on b.tenant_id = x.tenant_id and b.question_id = x.id
      where x.tenant_id = a.tenant_id and x.application_id = a.id and b.question_id is null
    ) then 'needs_information'
    when exists (
      select from fund_recommendation x where x.tenant_id = a.tenant_id and x.application_id = a.id
    ) then 'recommended'
    when exists (
      select from fund_question x where x.tenant_id = a.tenant_id and x.application_id = a.id
      union all
      select from fund_review x where x.tenant_id = a.tenant_id and x.application_id = a.id
    ) then 'under_review'
    else 'submitted'
  end,
  d.on_day,
  coalesce((
    select x.to_person_id from fund_take_over x
    where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
  ), a.applicant_id),
  o.sought, d.amount_ore, s.answer_by, a.starts_on
from fund_application a
join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
join fund_policy y on y.tenant_id = s.tenant_id and y.id = s.policy_id
left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id
left join lateral (
  select x.result, x.amount_ore, x.terms, x.on_day from fund_decision x
  where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
) d on true
cross join lateral (
  select coalesce(sum(x.amount_ore), 0) as paid from fund_payment x
  where x.tenant_id = a.tenant_id and x.application_id = a.id
) p
cross join lateral (
  select coalesce(sum(x.amount_ore), 0) as released from fund_release x
  where x.tenant_id = a.tenant_id and x.application_id = a.id
) r
cross join lateral (
  select greatest(0, coalesce(sum(x.amount_ore), 0) - a.other_money_ore) as sought from fund_budget_line x
  where x.tenant_id = a.tenant_id and x.application_id = a.id
) o;
