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

-- Invoices are matched by amount and by the name of the supplier or of who applied.
create index fund_decision_amount on fund_decision (tenant_id, amount_ore) where result = 'commit';
create index fund_budget_line_amount on fund_budget_line (tenant_id, amount_ore);
create index fund_budget_line_supplier on fund_budget_line (tenant_id, lower(supplier));
create index fund_application_applicant_name on fund_application (tenant_id, lower(applicant_name));
