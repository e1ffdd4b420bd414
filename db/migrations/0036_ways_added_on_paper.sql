-- Was this way in added by somebody who had come in by a code on paper, and had no other way to show who they are? Then it
-- is worth no more than the paper, and ends with it. A work account gives roles, and is never added so.
alter table passkey add column on_paper boolean not null default false;
alter table sign_in_identity add column on_paper boolean not null default false;
update passkey k set on_paper = true
from person p where p.tenant_id = k.tenant_id and p.id = k.person_id and p.email is null and p.phone is null;
update sign_in_identity i set on_paper = true
from person p
where p.tenant_id = i.tenant_id and p.id = i.person_id and p.email is null and p.phone is null and i.way <> 'entra';
alter table sign_in_identity add check (not on_paper or way <> 'entra');
