-- Calls to other systems wait in a queue of their own, so that none of them delays a code to sign in with.
create or replace function wake_webhooks() returns trigger language plpgsql as $$
begin
  perform enqueue_job('connections.send', jsonb_build_object('webhook', w.id), null, w.id::text, 'calls')
  from webhook w
  where w.tenant_id = current_tenant()
    and exists (select from fresh f where f.kind = any (w.kinds))
    and not exists (
      select from webhook_pause p where p.tenant_id = w.tenant_id and p.webhook_id = w.id and p.ended_at is null
    );
  return null;
end $$;

-- How the person signed in on this device. Null: before it was written down.
alter table session add column way text
  check (way in ('mail', 'sms', 'passkey', 'mitid', 'entra', 'house', 'card', 'letter'));

-- Who answers for a key. It opens only while they are of the secretariat; a colleague can take it over.
alter table api_token add column keeper_id uuid;
update api_token set keeper_id = made_by;
alter table api_token alter column keeper_id set not null;
alter table api_token add foreign key (tenant_id, keeper_id) references person (tenant_id, id);
create index api_token_keeper on api_token (tenant_id, keeper_id);

-- What a copy weighs, so that no house fills another.
alter table sent_copy add column bytes bigint not null default 0 check (bytes >= 0);
alter table received_copy add column bytes bigint not null default 0 check (bytes >= 0);
