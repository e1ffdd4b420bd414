import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { CONNECTIONS as DOORS } from '../../src/connections.ts';
import type { Id } from '../../src/kernel/id.ts';
import { endToken, makeToken } from '../../src/modules/connections/commands/tokens.ts';
import { makeWebhook, pauseWebhook, resumeWebhook } from '../../src/modules/connections/commands/webhooks.ts';
import { offeredKinds } from '../../src/modules/connections/rules/events.ts';
import { feedAddressOf, feedCode, insertFeedAddress } from '../../src/modules/connections/store/feeds.ts';
import { newFollowCode, newSlipCode } from '../../src/modules/decide/fund/commands/codes.ts';
import { makeLink } from '../../src/modules/decide/results/commands/feedback.ts';
import { actingAs, verbs } from '../../src/modules/initiatives/seed.ts';
import { insertWish, makeSecrets } from '../../src/modules/signin/store/codes.ts';
import { issueCodes } from '../../src/modules/signin/store/letters.ts';
import { stopToken } from '../../src/modules/turns/store/stops.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';
import { AREAS } from '../../src/platform/resources/resource.ts';
import { guestCodeOf } from './across.ts';
import { eventCodeOf } from './events.ts';
import { panelCodeOf } from './panels.ts';
import { personNamed } from './people.ts';
import { quietCodeOf } from './questions.ts';
import { taskCodesOf } from './tasks.ts';
import type { Things } from './things.ts';
import { workshopCodesOf } from './workshops.ts';

/** Where nobody answers: nothing is told before a test listens. */
const CLOSED_PORT = 9;

/** What is reached by knowing it: codes, links and keys, and what hangs by them. */
export type Secrets = Pick<
  Things,
  | 'ideaCode'
  | 'guestCode'
  | 'panelCode'
  | 'eventCode'
  | 'pledgeCode'
  | 'invitationCode'
  | 'taskAskCode'
  | 'quietCode'
  | 'feedCode'
  | 'apiToken'
  | 'token'
  | 'webhook'
  | 'stopToken'
  | 'linkToken'
  | 'homeCode'
  | 'idea'
  | 'wish'
  | 'tenancy'
  | 'application'
  | 'caseCode'
  | 'slipCode'
  | 'cardCode'
  | 'invoice'
  | 'invoiceCode'
>;

/** What is followed by a code: the database keeps only hashes of these, so they are made anew. */
export async function secretsOf(tx: TenantDb): Promise<Secrets> {
  const samira = await personNamed('Samira Haddad')(tx);
  const idea = await verbs.postIdea(tx, { said: 'En drage i gården', departmentId: null, contact: {}, onBehalf: null });
  const wish = await insertWish(tx, {
    channel: 'mail',
    address: 'samira.haddad@lyngbakken.test',
    language: 'da',
    returnPath: null,
    expiresAt: new Date(tx.now.getTime() + 900_000),
  });
  const { link } = await makeSecrets(tx, wish, samira);
  const home = await tx.sql.selectFrom('tenancy').select('id').orderBy('id').executeTakeFirstOrThrow();
  const expiresAt = new Date(tx.now.getTime() + 86_400_000);
  const [code = ''] = await issueCodes(tx, [home.id], { by: null, expiresAt });
  return {
    ...(await moneySecrets(tx)),
    idea: idea.id,
    ideaCode: idea.code,
    feedCode: await feedOf(tx, samira),
    ...(await doorsOf(tx)),
    guestCode: await guestCodeOf(tx),
    panelCode: await panelCodeOf(tx),
    eventCode: await eventCodeOf(tx),
    ...(await workshopCodesOf(tx)),
    ...(await taskCodesOf(tx)),
    ...(await quietCodeOf(tx)),
    wish,
    linkToken: link,
    tenancy: home.id,
    homeCode: `${code.slice(0, 4)}-${code.slice(4)}`,
    stopToken: await stopToken(tx, { kind: 'person', personId: samira }, 'digest'),
  };
}

/** A key that opens everything, and a system that is told everything. */
async function doorsOf(tx: TenantDb) {
  const acting = await actingAs(tx, await personNamed('Karen Mose')(tx));
  const wish = { name: 'Alt', areas: AREAS, reason: 'Prøve', term: 365 } as const;
  const { id, token } = await makeToken(acting, wish);
  // What has ended and been paused is there too, so that no row is made up that ends or pauses these.
  await endToken(acting, (await makeToken(acting, wish)).id);
  const kinds = offeredKinds(DOORS.kinds);
  const webhook = await makeWebhook(acting, { name: 'Alt', url: `http://127.0.0.1:${CLOSED_PORT}/`, kinds });
  await pauseWebhook(acting, webhook.id);
  await resumeWebhook(acting, webhook.id);
  return { token: id, apiToken: token, webhook: webhook.id };
}

/** The secret part of a person's own calendar address. */
async function feedOf(tx: TenantDb, personId: Id<'person'>): Promise<string> {
  await insertFeedAddress(tx, personId);
  const address = await feedAddressOf(tx, personId);
  if (!address) throw new Error('The calendar has no address');
  return feedCode(tx, address);
}

/** The doors to one case of the fund, that with the most to see, and to an invoice. */
async function moneySecrets(tx: TenantDb) {
  const { rows } = await sql<{ id: Id<'fund_application'> }>`
    select a.id from fund_application a where a.tenant_id = ${tx.tenant.id}
    order by exists (select from fund_photo p where p.tenant_id = a.tenant_id and p.application_id = a.id) desc,
      (select count(*) from fund_letter l where l.tenant_id = a.tenant_id and l.application_id = a.id) desc, a.id
    limit 1`.execute(tx.sql);
  const application = rows[0]?.id;
  if (!application) throw new Error('The story has no application');
  const invoice = await tx.sql.selectFrom('invoice').select('id').orderBy('id').executeTakeFirstOrThrow();
  const invoiceCode = randomBytes(15).toString('base64url');
  const follow_hash = createHash('sha256').update(invoiceCode).digest();
  await tx.sql.updateTable('invoice').set({ follow_hash }).where('id', '=', invoice.id).execute();
  return {
    application,
    caseCode: await newFollowCode(tx, application),
    slipCode: await newSlipCode(tx, application),
    cardCode: await makeLink(tx, application, 'card'),
    invoice: invoice.id,
    invoiceCode,
  };
}
