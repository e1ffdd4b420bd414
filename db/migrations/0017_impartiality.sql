-- Who takes no part in deciding, and what the municipality is told. What happened to a case can only be added to, except
-- that a person who had two records is one (move_to_person): then the rows that point at the old one point at the new.

revoke update, delete on fund_submission, fund_recommendation, fund_recusal, fund_end, fund_take_over from grobund_app;
grant update (submitted_by) on fund_submission to grobund_app;
grant update (recommended_by) on fund_recommendation to grobund_app;
grant update (person_id, recorded_by) on fund_recusal to grobund_app;
grant update (ended_by) on fund_end to grobund_app;
grant update (from_person_id, to_person_id, recorded_by) on fund_take_over to grobund_app;

-- An applicant wrote that somebody applies together with them. Until that person has said so too, it is their word only;
-- a board member would otherwise be kept from deciding by anybody who knows their address.
create table fund_naming (
  tenant_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  primary key (tenant_id, application_id, person_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index fund_naming_person on fund_naming (tenant_id, person_id);
call protect_tenant_table('fund_naming');
revoke update, delete on fund_naming from grobund_app;
grant update (person_id) on fund_naming to grobund_app;

-- What was found: the person takes no part (they say so themselves, or those who look after the case do), or they do all
-- the same, and why.
create table fund_naming_answer (
  tenant_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  result text not null check (result in ('confirmed', 'rejected')),
  words text not null check (words <> '' or result = 'confirmed'),
  on_day date not null,
  answered_by uuid not null,
  primary key (tenant_id, application_id, person_id),
  foreign key (tenant_id, application_id) references fund_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, answered_by) references person (tenant_id, id)
);
create index fund_naming_answer_person on fund_naming_answer (tenant_id, person_id);
create index fund_naming_answer_answered_by on fund_naming_answer (tenant_id, answered_by);
call protect_tenant_table('fund_naming_answer');
revoke update, delete on fund_naming_answer from grobund_app;
grant update (person_id, answered_by) on fund_naming_answer to grobund_app;

-- Those who were named before today are asked about as well.
insert into fund_naming (tenant_id, application_id, person_id, on_day)
select c.tenant_id, c.application_id, c.person_id, min(coalesce(c.invited_on, a.created_at::date))
from fund_co_applicant c
join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
where c.person_id is not null
group by c.tenant_id, c.application_id, c.person_id;

-- Two rules that the law leaves to the house: whether somebody of the board of the only department that gains is asked
-- whether they may decide, and whether the municipality is told when people from outside come and it costs money.
alter table fund_policy
  add column asks_own_board boolean not null default true,
  add column tells_municipality boolean not null default true;

-- The budget for the municipality is a letter about the case as well.
alter table fund_letter drop constraint fund_letter_kind_check;
alter table fund_letter add constraint fund_letter_kind_check
  check (kind in ('receipt', 'commitment', 'refusal', 'waiting_list', 'municipality'));
