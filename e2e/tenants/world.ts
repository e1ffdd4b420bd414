import type pg from 'pg';
import { createApp } from '../../src/app.tsx';
import { SYSTEM } from '../../src/kernel/actor.ts';
import type { Id } from '../../src/kernel/id.ts';
import { openTurn, type Ways } from '../../src/modules/turns/public.ts';
import { NEWS } from '../../src/news.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { Tenant, TenantDb } from '../../src/platform/db/tenant-db.ts';
import { drainJobs } from '../../src/platform/jobs/drain.ts';
import type { LiveHints } from '../../src/platform/live/hints.ts';
import { readCookies } from '../../src/platform/web/cookies.ts';
import { openLog } from '../../src/platform/web/log.ts';
import type { WebServer } from '../../src/platform/web/server.ts';
import { beginSession } from '../../src/platform/web/session.ts';
import { openDirectory } from '../../src/platform/web/tenants.ts';
import { workOf } from '../../src/schedule.ts';
import { builtAssets } from '../../src/testing/app.ts';
import { Reader } from '../../src/testing/reader.ts';
import { houseOfStory, NOON, tellStory } from '../town.ts';
import { sendTo } from './across.ts';
import { asOwner, fillEveryTable, idsOf, plantCanary } from './canaries.ts';
import { PEOPLE, personNamed, type Who } from './people.ts';
import { type Secrets, secretsOf } from './secrets.ts';
import type { Thing, Things } from './things.ts';

export const SITE = 'http://grobund.test';
/** Stands in every text of the other tenant, and nowhere else. */
export const CANARY = 'qzfremmed';

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

/**
 * In a database that `tellStory` has filled. `publicUrl`: the app stands behind https there; else it believes what a request says.
 */
export async function twoHouses(
  database: Database,
  hints: LiveHints,
  ways: Ways,
  publicUrl: string | null = null,
): Promise<World> {
  const mine = await moveTo(database, await houseOfStory(database), 'mit-hus');
  const theirs = await moveTo(database, await tellStory(database), 'deres-hus');
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
        await tx(mine, (db) => beginSession(db, cookies, personId, 'test', 'mail'));
        reader.keep(cookies.lines());
        return reader;
      },
    };
  });
}

/** The story knows one address only, so the house moves away from it. */
async function moveTo(database: Database, told: Tenant, slug: string): Promise<Tenant> {
  await database.pool.query('update tenant set slug = $2, name = $3 where id = $1', [told.id, slug, `Huset ${slug}`]);
  return { ...told, slug, name: `Huset ${slug}` };
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

/** The workshop whose pictures are in. */
const READ_AT = 'select workshop_id as id from workshop_photo where tenant_id = $1 and gone_at is null limit 1';

/** What people still answer about, and have written of. */
const ASKED = `select e.id from evaluation e join evaluation_answer a on a.tenant_id = e.tenant_id and a.evaluation_id = e.id
  where e.tenant_id = $1 and e.event_id is not null and a.words <> '' and not exists (
    select from evaluation_end x where x.tenant_id = e.tenant_id and x.evaluation_id = e.id) limit 1`;

/** What people have answered about, and what they wrote may be read. */
const ANSWERED = `select e.id from evaluation e
  join evaluation_answer a on a.tenant_id = e.tenant_id and a.evaluation_id = e.id and a.words <> ''
  join evaluation_end x on x.tenant_id = e.tenant_id and x.evaluation_id = e.id
  where e.tenant_id = $1 and e.event_id is not null order by e.id limit 1`;

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
  workshop: `select id from workshop where tenant_id = $1 and id = (${READ_AT})`,
  workshopTable: `select id from workshop_table where tenant_id = $1 and workshop_id = (${READ_AT}) and number = 1`,
  workshopSheet: `select sheet_id as id from workshop_photo where tenant_id = $1 and workshop_id = (${READ_AT}) order by id`,
  workshopPhoto: `select id from workshop_photo where tenant_id = $1 and workshop_id = (${READ_AT}) order by id`,
  insight: `select id from workshop_insight where tenant_id = $1 and workshop_id = (${READ_AT})`,
  workshopCode: `select code as id from workshop where tenant_id = $1 and id = (${READ_AT})`,
  tableCode: `select code as id from workshop_table where tenant_id = $1 and workshop_id = (${READ_AT}) and number = 3`,
  workshopWords: `select w.id from workshop_words w join workshop_sheet s on s.tenant_id = w.tenant_id and s.id = w.sheet_id
    where w.tenant_id = $1 and s.workshop_id = (${READ_AT})`,
  quote: `select q.id from workshop_quote q join workshop_words w on w.tenant_id = q.tenant_id and w.id = q.words_id
    join workshop_sheet s on s.tenant_id = w.tenant_id and s.id = w.sheet_id
    where q.tenant_id = $1 and s.workshop_id = (${READ_AT})`,
  pledge: `select id from workshop_pledge where tenant_id = $1 and workshop_id = (${READ_AT})`,
  choice: `select id from workshop_choice where tenant_id = $1 and workshop_id = (${READ_AT})`,
  joinedInitiative: 'select initiative_id as id from initiative_interest where tenant_id = $1 order by id',
  interest: 'select id from initiative_interest where tenant_id = $1 order by id',
  programmePoint: `select id from workshop_item where tenant_id = $1 and workshop_id = (${READ_AT})`,
  workshopInvitation: `select id from workshop_invitation where tenant_id = $1 and workshop_id = (${READ_AT}) order by id`,
  sentCopy: `select id from sent_copy where tenant_id = $1 and source = 'paper'`,
  receivedCopy: `select id from received_copy where tenant_id = $1 and source = 'paper'`,
  taskJob: 'select id from task_job where tenant_id = $1 order by id desc',
  task: `select t.id from task t join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where t.tenant_id = $1 and j.title = 'Suppeaften i december' order by t.id`,
  taskAsk: 'select id from task_ask where tenant_id = $1 order by id desc',
  doorRound: 'select id from door_round where tenant_id = $1',
  catalogueCard: `select id from catalogue_card where tenant_id = $1 and deck_key like '%neighbourCoffee'`,
  homeCard: `select id from catalogue_card where tenant_id = $1 and deck_key like '%shortShower'`,
  proposedCard: `select c.id from catalogue_card c where c.tenant_id = $1 and not exists (
    select from catalogue_card_state s where s.tenant_id = c.tenant_id and s.card_id = c.id) order by c.id`,
  catalogueEdition: 'select id from catalogue_edition where tenant_id = $1',
  catalogueRemark: 'select id from catalogue_remark where tenant_id = $1 order by id',
  cataloguePhoto: 'select id from catalogue_photo where tenant_id = $1 order by id',
  catalogueQuestion: 'select id from catalogue_question where tenant_id = $1 order by id desc',
  strategyVersion: 'select id from strategy_version where tenant_id = $1 order by number',
  strategyDraft: 'select id from strategy_version where tenant_id = $1 order by number desc',
  strategyArea: 'select id from strategy_area where tenant_id = $1 order by id',
  strategyPlan: 'select id from strategy_plan where tenant_id = $1 order by id',
  strategyMetric: 'select id from strategy_metric where tenant_id = $1 order by id',
  wheelItem: 'select id from year_wheel_item where tenant_id = $1 order by id',
  story: `select q.story_id as id from story_quote q join story_state s on s.tenant_id = q.tenant_id and s.story_id = q.story_id
    where q.tenant_id = $1 and q.name <> '' and s.state = 'published' order by q.story_id`,
  sentStory: `select story_id as id from story_state where tenant_id = $1 and state = 'sent' order by id desc`,
  draftStory: `select s.id from story s where s.tenant_id = $1 and not exists (
    select from story_state x where x.tenant_id = s.tenant_id and x.story_id = s.id) order by s.id`,
  picturedStory: 'select story_id as id from story_photo where tenant_id = $1 order by story_id, photo_id',
  storyPhoto: 'select photo_id as id from story_photo where tenant_id = $1 order by story_id, photo_id',
  toldInitiative: `select id from initiative where tenant_id = $1 and title like 'Nabokaffe%'`,
  outsideFunding: 'select id from outside_funding where tenant_id = $1 order by id',
  panel: `select panel_id as id from panel_draw where tenant_id = $1`,
  panelApplication: `select a.id from panel_application a join panel_draw d on d.tenant_id = a.tenant_id and d.panel_id = a.panel_id
    where a.tenant_id = $1 order by a.id`,
  panelDraw: 'select id from panel_draw where tenant_id = $1 order by id',
  panelMeeting: `select m.id from panel_meeting m join panel_draw d on d.tenant_id = m.tenant_id and d.panel_id = m.panel_id
    where m.tenant_id = $1`,
  panelQuestion: 'select id from panel_question where tenant_id = $1',
  panelRecommendation: 'select id from panel_recommendation where tenant_id = $1 order by id',
  event: `select id from event where tenant_id = $1 and title like 'Julelys%'`,
  eventSignUp: `select s.id from event_sign_up s join event e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = $1 and e.title like 'Julelys%' order by s.id`,
  eventDuty: `select d.id from event_duty d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
    where d.tenant_id = $1 and e.title like 'Julelys%' order by d.id`,
  eventNotice: 'select id from event_notice where tenant_id = $1 order by id',
  evaluatedEvent: `select event_id as id from evaluation where tenant_id = $1 and id = (${ASKED})`,
  evaluationCode: `select code as id from evaluation where tenant_id = $1 and id = (${ASKED})`,
  evaluationAnswer: `select id from evaluation_answer where tenant_id = $1 and evaluation_id = (${ANSWERED}) and words <> ''`,
  answeredEvent: `select event_id as id from evaluation where tenant_id = $1 and id = (${ANSWERED})`,
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
