import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { createApp } from '../../src/app.tsx';
import { CONNECTIONS as DOORS } from '../../src/connections.ts';
import { tellDemo } from '../../src/demo/tell.ts';
import { type Role, SYSTEM } from '../../src/kernel/actor.ts';
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
import { openTurn, type Ways } from '../../src/modules/turns/public.ts';
import { stopToken } from '../../src/modules/turns/store/stops.ts';
import { NEWS } from '../../src/news.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { Tenant, TenantDb } from '../../src/platform/db/tenant-db.ts';
import { drainJobs } from '../../src/platform/jobs/drain.ts';
import type { LiveHints } from '../../src/platform/live/hints.ts';
import { AREAS } from '../../src/platform/resources/resource.ts';
import { readCookies } from '../../src/platform/web/cookies.ts';
import { openLog } from '../../src/platform/web/log.ts';
import type { WebServer } from '../../src/platform/web/server.ts';
import { beginSession } from '../../src/platform/web/session.ts';
import { openDirectory } from '../../src/platform/web/tenants.ts';
import { workOf } from '../../src/schedule.ts';
import { builtAssets } from '../../src/testing/app.ts';
import { Reader } from '../../src/testing/reader.ts';
import { NOON } from '../town.ts';
import { guestCodeOf, sendTo } from './across.ts';
import { asOwner, fillEveryTable, idsOf, plantCanary } from './canaries.ts';
import type { Thing, Things } from './things.ts';

export const SITE = 'http://grobund.test';
/** Stands in every text of the other tenant, and nowhere else. */
export const CANARY = 'qzfremmed';

/** One of each kind that the product knows, by their names in the story; a visitor has none. */
export const PEOPLE = {
  visitor: null,
  resident: 'Mette Lauridsen',
  board_member: 'Samira Haddad',
  ambassador: 'Vibeke Thorsen',
  consultant: 'Signe Højlund',
  secretariat: 'Karen Mose',
  finance: 'Lise Krogh',
  operations: 'Brian Dahl',
  municipal_officer: 'Maja Vestergaard',
  organisation_board: 'Inge Falkenberg',
  guest: 'Nanna Riis',
} as const satisfies Partial<Record<Role | 'visitor', string | null>>;
export type Who = keyof typeof PEOPLE;

/** Two houses with the same story in one database, and a canary in every text of theirs. */
export interface World {
  readonly database: Database;
  readonly app: WebServer;
  readonly mine: Tenant;
  readonly theirs: Tenant;
  readonly ownThings: Things;
  readonly foreignThings: Things;
  /** Every id that stands in their rows and not in ours. */
  readonly foreignIds: ReadonlySet<string>;
  /** Columns that could not take the canary. */
  readonly without: readonly string[];
  /** Errors that the app met. */
  readonly broken: readonly string[];
  tx<T>(tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T>;
  /** Somebody of my house on a fresh device, at an address of their own. */
  reader(who: Who): Promise<Reader>;
  work(): Promise<void>;
}

/** `publicUrl`: the app stands behind https there; else it believes what a request says. */
export async function twoHouses(
  database: Database,
  hints: LiveHints,
  ways: Ways,
  publicUrl: string | null = null,
): Promise<World> {
  const mine = await tellUnder(database, 'mit-hus');
  const theirs = await tellUnder(database, 'deres-hus');
  const broken: string[] = [];
  const app = createApp({
    database,
    hints,
    assets: await builtAssets(),
    directory: openDirectory(database, 0),
    log: { ...openLog('silent'), error: ({ error }) => void broken.push(String((error as Error).stack)) },
    clock: () => NOON,
    secret: 'a secret of the two houses alone, long enough',
    reach: { publicUrl, loopbackOnly: false, behindProxy: false },
  });
  const tx: World['tx'] = (tenant, work) =>
    database.asTenant({ tenant, actor: SYSTEM, now: NOON, origin: `${SITE}/${tenant.slug}` }, work);
  const { kinds } = workOf(ways, NEWS);
  const work = async () => {
    const originOf = (tenant: Tenant) => `${SITE}/${tenant.slug}`;
    await drainJobs({ database, kinds, clock: { now: () => NOON }, originOf });
  };
  const people = new Map<Who, Id<'person'>>();
  for (const [who, name] of Object.entries(PEOPLE)) if (name) people.set(who as Who, await tx(mine, personNamed(name)));
  const secrets = { mine: await tx(mine, secretsOf), theirs: await tx(theirs, secretsOf) };
  for (const tenant of [mine, theirs]) await tx(tenant, letterToAksel);
  await tx(mine, (db) => sendTo(db, theirs.slug));
  await tx(theirs, (db) => sendTo(db, mine.slug));
  await work();

  return asOwner(database.pool, async (client) => {
    for (const { id } of [mine, theirs]) await fillEveryTable(client, id);
    // The triggers slept: what is kept of those rows is read from them now.
    await client.query('select read_invoice_standing(tenant_id, id) from invoice');
    await client.query('select read_payment_standing(tenant_id, id) from payment');
    const foreign = await thingsOf(client, theirs.id, secrets.theirs);
    const without = await plantCanary(client, theirs.id, CANARY);
    const own = await thingsOf(client, mine.id, secrets.mine);
    const { rows } = await client.query<{ email: string }>(
      'select email from person where tenant_id = $1 and id = $2',
      [theirs.id, foreign.person],
    );
    const ownIds = await idsOf(client, mine.id);
    // We know which house a copy came from; its number stands nowhere else.
    ownIds.delete(theirs.id);
    const foreignIds = new Set([...(await idsOf(client, theirs.id))].filter((id) => !ownIds.has(id)));
    let devices = 0;
    return {
      database,
      app,
      mine,
      theirs,
      ownThings: own,
      foreignThings: { ...foreign, mail: rows[0]?.email ?? '' },
      foreignIds,
      without,
      broken,
      tx,
      work,
      async reader(who) {
        devices += 1;
        const address = `10.${devices >> 16}.${(devices >> 8) & 255}.${devices & 255}`;
        const reader = new Reader(app, `${SITE}/${mine.slug}`, address);
        const personId = people.get(who);
        if (!personId) return reader;
        const cookies = readCookies(null, publicUrl !== null);
        await tx(mine, (db) => beginSession(db, cookies, personId, 'test'));
        reader.keep(cookies.lines());
        return reader;
      },
    };
  });
}

/** The story knows one address only, so the house moves away from it. */
async function tellUnder(database: Database, slug: string): Promise<Tenant> {
  const told = await tellDemo(database, NOON);
  await database.pool.query('update tenant set slug = $2, name = $3 where id = $1', [told.id, slug, `Huset ${slug}`]);
  return { ...told, slug, name: `Huset ${slug}` };
}

function personNamed(name: string) {
  return async ({ sql }: TenantDb): Promise<Id<'person'>> =>
    (await sql.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
}

type Secrets = Pick<
  Things,
  | 'ideaCode'
  | 'guestCode'
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

/** What is followed by a code: the database keeps only hashes of these. */
async function secretsOf(tx: TenantDb): Promise<Secrets> {
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
/** Where nobody answers: nothing is told before a test listens. */
const CLOSED_PORT = 9;

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

/** Somebody without e-mail is asked, so a letter waits to be printed. */
async function letterToAksel(tx: TenantDb): Promise<void> {
  const personId = await personNamed('Aksel Bundgaard')(tx);
  const soup = tx.sql.selectFrom('initiative').select('id').where('title', '=', 'Suppeaften i gården');
  const { id } = await soup.executeTakeFirstOrThrow();
  const subject = { kind: 'initiative', id };
  await openTurn(tx, {
    kind: 'initiative.tell',
    subject,
    thread: id,
    assignee: { personId },
    facts: { initiative: id },
  });
}

/** One of each, such that they belong together. */
const CHOSEN: Readonly<Partial<Record<Thing, string>>> = {
  initiative: `select id from initiative where tenant_id = $1 and title like 'Suppeaften%'`,
  ask: `select k.id from initiative_driver_ask k where k.tenant_id = $1
        and not exists (select from initiative_driver_answer a where a.tenant_id = k.tenant_id and a.ask_id = k.id)`,
  step: `select s.id from initiative_step s join initiative i on i.tenant_id = s.tenant_id and i.id = s.initiative_id
         where s.tenant_id = $1 and i.title like 'Suppeaften%' order by s.id desc`,
  person: `select id from person where tenant_id = $1 and name = 'Samira Haddad'`,
  role: `select g.id from role_grant g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
         where g.tenant_id = $1 and p.name = 'Samira Haddad'`,
  duty: 'select id from public_duty where tenant_id = $1',
  department: `select id from department where tenant_id = $1 and name = 'Kærhaven'`,
  building: `select b.id from building b join department d on d.tenant_id = b.tenant_id and d.id = b.department_id
             where b.tenant_id = $1 and d.name = 'Kærhaven' order by b.id`,
  organisation: `select id from organisation where tenant_id = $1 and kind = 'municipality'`,
  gathering: 'select gathering_id as id from gathering_paper where tenant_id = $1',
  guest: `select g.id from gathering_guest g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
          where g.tenant_id = $1 and p.name = 'Otto Bæk'`,
  note: 'select id from gathering_note where tenant_id = $1 order by id desc',
  paper: 'select id from gathering_paper where tenant_id = $1',
  sentCopy: `select id from sent_copy where tenant_id = $1 and source = 'paper'`,
  receivedCopy: `select id from received_copy where tenant_id = $1 and source = 'paper'`,
  outgoing: `select id from outgoing where tenant_id = $1 and channel = 'print' order by id desc`,
  import: 'select id from tenancy_import where tenant_id = $1',
  question: 'select id from fund_question where tenant_id = $1',
  fundLetter: 'select id from fund_letter where tenant_id = $1 order by application_id = $2 desc, id',
  photo: 'select id from fund_photo where tenant_id = $1 order by application_id = $2 desc, id',
  policy: 'select id from fund_policy where tenant_id = $1',
  period: 'select id from fund_period where tenant_id = $1',
  fundMeeting: 'select id from fund_meeting where tenant_id = $1',
  fund: 'select fund_id as id from fund_meeting where tenant_id = $1',
  invoiceLetter: 'select id from invoice_letter where tenant_id = $1',
  mailIn: 'select id from invoice_delivery where tenant_id = $1',
  payment: 'select id from payment where tenant_id = $1',
  batch: 'select id from payment_batch where tenant_id = $1',
  passkey: 'select id from passkey where tenant_id = $1',
  identity: 'select id from sign_in_identity where tenant_id = $1',
  copy: 'select id from privacy_export where tenant_id = $1',
  mail: `select email as id from person where tenant_id = $1 and name = 'Samira Haddad'`,
};

async function thingsOf(client: pg.ClientBase, tenantId: string, secrets: Secrets): Promise<Things> {
  const found: Partial<Record<Thing, string>> = {};
  for (const [thing, wanted] of Object.entries(CHOSEN)) {
    const given = wanted.includes('$2') ? [tenantId, secrets.application] : [tenantId];
    const { rows } = await client.query<{ id: string }>(`${wanted} limit 1`, given);
    if (!rows[0]) throw new Error(`The story has no ${thing}`);
    found[thing as Thing] = rows[0].id;
  }
  return { ...(found as Things), ...secrets };
}
