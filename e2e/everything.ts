import { startDevSmtp } from '../src/dev/smtp.ts';
import { type Actor, SYSTEM } from '../src/kernel/actor.ts';
import type { Id } from '../src/kernel/id.ts';
import { changeContact, neverContact, registerPerson } from '../src/modules/housing/commands/people.ts';
import { registerDuty } from '../src/modules/housing/commands/roles.ts';
import { contactOf, loadActor } from '../src/modules/housing/public.ts';
import { verbs } from '../src/modules/initiatives/seed.ts';
import { issueCodes } from '../src/modules/signin/store/letters.ts';
import { uploadTenancies } from '../src/modules/tenancy-import/commands/import.ts';
import { fileWords } from '../src/modules/tenancy-import/text.ts';
import { notify, openTurn } from '../src/modules/turns/public.ts';
import { stopToken } from '../src/modules/turns/store/stops.ts';
import { NEWS } from '../src/news.ts';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import { drainJobs } from '../src/platform/jobs/drain.ts';
import { openMailCarrier } from '../src/platform/mail/mail.ts';
import { smsLog } from '../src/platform/sms/sms.ts';
import { path } from '../src/platform/web/path.ts';
import { workOf } from '../src/schedule.ts';
import type { Visit } from './accessibility.ts';
import { acrossPages } from './everything-across.ts';
import { cataloguePages } from './everything-catalogue.ts';
import { connectionPages } from './everything-connections.ts';
import { evaluationPages } from './everything-evaluation.ts';
import { eventPages } from './everything-events.ts';
import { fundPages } from './everything-fund.ts';
import { invoicePages } from './everything-invoices.ts';
import { latePages } from './everything-late.ts';
import { moneyPages } from './everything-money.ts';
import { panelPages } from './everything-panels.ts';
import { privacyPages } from './everything-privacy.ts';
import { quietPages } from './everything-quiet.ts';
import { restPages } from './everything-rest.ts';
import { setupPages } from './everything-setup.ts';
import { signinPages } from './everything-signin.ts';
import { storyPages } from './everything-stories.ts';
import { strategyPages } from './everything-strategy.ts';
import { taskPages } from './everything-tasks.ts';
import { workshopPages } from './everything-workshops.ts';
import { type As, DAY_MS, must, NOON, personNamed, sessionOf } from './town.ts';
import type { Live } from './worlds.ts';

const KAREN = 'Karen Mose';
const METTE = 'Mette Lauridsen';
const POUL = 'Poul Erik Munk';
const SAMIRA = 'Samira Haddad';
const SIGNE = 'Signe Højlund';
const AKSEL = 'Aksel Bundgaard';
const BIRGIT = 'Birgit Kofoed';
const ORIGIN = 'http://127.0.0.1/lyngbakken';

/**
 * Goes on with the story until every page and every form stands somewhere, by the commands that people use, and notes
 * into `pages` where the run begins.
 */
export function everything(pages: Visit[]): Live {
  return async ({ database, tenant }) => {
    const as: As = async (name, work, daysAgo = 0) => {
      const visit = { tenant, now: new Date(NOON.getTime() - daysAgo * DAY_MS), origin: ORIGIN };
      const actor: Actor | null = name
        ? await database.asTenant({ ...visit, actor: SYSTEM }, async (tx) => loadActor(tx, await personNamed(tx, name)))
        : { kind: 'visitor' };
      if (!actor) throw new Error(`Cannot act as ${name}: no such person`);
      return database.asTenant({ ...visit, actor }, work);
    };
    const note = (as: string | null, ...urls: string[]) => pages.push(...urls.map((url) => ({ url, as })));

    note(null, '/', '/log-ind', '/log-ind/kode', '/log-ind/brev', '/log-ind/link/et-link', '/ideer/ny');
    note(METTE, '/', '/din-tur', '/min-side', '/min-side/enheder', '/min-side/adresse', '/initiativer/ny');
    note(SIGNE, '/', '/kontoret', '/ideer', '/personer', '/organisationer', '/udskriv');
    note(SIGNE, '/udskriv/koder', '/udskriv/breve', '/udskriv/adressebrev', '/afdelinger/ny', '/import');
    note(KAREN, '/', '/bestyrelsen', '/indstillinger/roller', '/aarsrapport');
    for (const name of ['Lise Krogh', 'Brian Dahl', 'Maja Vestergaard', 'Inge Falkenberg']) note(name, '/');
    note(null, '/dev', '/dev/udbakke', '/dev/opgaver');

    for (const name of [METTE, SIGNE]) await sessionOf(database, tenant, name);
    await ideasAndInitiatives(as, note);
    await people(as, note);
    await waysIn(as, note, pages);
    await letters(as);
    note(SIGNE, `/import/${await as(SIGNE, someImport)}`);
    pages.push(...(await fundPages(as)), ...(await moneyPages(as)), ...(await latePages(as)), ...(await restPages(as)));
    pages.push(
      ...(await privacyPages(as)),
      ...(await connectionPages(as)),
      ...(await setupPages(as)),
      ...(await signinPages(as)),
      ...(await invoicePages(as)),
      ...(await panelPages(as)),
      ...(await eventPages(as)),
      ...(await cataloguePages(as)),
      ...(await taskPages(as)),
      ...(await evaluationPages(as)),
      ...(await storyPages(as)),
      ...(await strategyPages(as)),
      ...(await quietPages(as)),
    );
    pages.push(...(await acrossPages(as, database, tenant)), ...(await workshopPages(as)));

    const smtp = await startDevSmtp({ database, port: 0 });
    const mail = openMailCarrier({ url: smtp.url, from: 'Grobund <post@grobund.test>' });
    const { kinds } = workOf({ mail, sms: smsLog }, NEWS);
    await drainJobs({ database, kinds, clock: { now: () => NOON }, originOf: () => ORIGIN });
    mail.close();
    await smtp.close();
  };
}

type Note = (as: string | null, ...urls: string[]) => void;

/** Ideas by every way they come, and initiatives in the states whose forms differ. */
async function ideasAndInitiatives(as: As, note: Note): Promise<void> {
  const said = 'En gynge til de store';
  const followed = await as(null, (tx) =>
    verbs.postIdea(tx, { said, departmentId: null, contact: {}, onBehalf: null }),
  );
  note(null, `/min-ide/${followed.code}`);
  const paper = await as(SIGNE, (tx) =>
    verbs.postIdea(tx, {
      said: 'Lys på stien',
      departmentId: null,
      contact: { name: 'En på 2. sal' },
      onBehalf: 'paper',
    }),
  );
  note(SIGNE, `/ideer/${paper.id}`, `/ideer/${followed.id}`);
  const open = await as(POUL, ({ sql }) =>
    sql
      .selectFrom('turn')
      .select('subject_id')
      .where('kind', '=', 'initiative.drive')
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  note(POUL, `/vil-du-drive/${open.subject_id}`);
  const inside = (title: string) =>
    as(SIGNE, async ({ sql }) => {
      const found = sql.selectFrom('initiative').select('id').where('title', '=', title);
      return `/initiativer/${(await found.executeTakeFirstOrThrow()).id}/inde`;
    });
  note(SIGNE, await inside('Højbede i hoftehøjde'), await inside('Gågruppen Møllestien'));
  note(METTE, await inside('Suppeaften i gården'), (await inside('Byttehylde i vaskeriet')).replace('/inde', ''));
}

/** A child without a parent's word, somebody with a duty, and a home that is left alone. */
async function people(as: As, note: Note): Promise<void> {
  const samira = await as(SIGNE, (tx) => personNamed(tx, SAMIRA));
  note(SIGNE, `/personer/${samira}`);
  const child = await as(KAREN, async (tx) =>
    must(await registerPerson(tx, { name: 'Alma Lind', birthYear: 2014, guardianName: 'Line Lind' })),
  );
  const unsure = await as(KAREN, async (tx) => must(await registerPerson(tx, { name: 'Emma Lind' })));
  await as(KAREN, ({ sql }) =>
    sql.updateTable('person').set({ birth_year: 2014 }).where('id', '=', unsure).executeTakeFirstOrThrow(),
  );
  note(SIGNE, `/personer/${child}`, `/personer/${unsure}`);
  const mayor = await as(KAREN, async (tx) => {
    const id = must(await registerPerson(tx, { name: BIRGIT, email: 'birgit.kofoed@lyngbakken.test' }));
    const town = tx.sql.selectFrom('organisation').select('id').where('kind', '=', 'municipality');
    const { id: organisationId } = await town.executeTakeFirstOrThrow();
    must(await registerDuty(tx, id, { duty: 'mayor', organisationId, from: tx.today, until: null }));
    return id;
  });
  note(SIGNE, `/personer/${mayor}`);
  const alone = await as(KAREN, async (tx) => {
    const living = await tx.sql
      .selectFrom('residency')
      .select(['person_id', 'tenancy_id'])
      .where('person_id', '<>', samira)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await neverContact(tx, living.tenancy_id);
    return living.person_id;
  });
  note(SIGNE, `/personer/${alone}`);
  const kaerhaven = await as(SIGNE, ({ sql }) =>
    sql.selectFrom('department').select('id').orderBy('id').executeTakeFirstOrThrow(),
  );
  note(SIGNE, `/afdelinger/${kaerhaven.id}/ret`, `/afdelinger/${kaerhaven.id}`);
}

/** The codes and links that people are sent. */
async function waysIn(as: As, note: Note, pages: Visit[]): Promise<void> {
  const samira = await as(SIGNE, (tx) => personNamed(tx, SAMIRA));
  note(null, `/beskeder/${await as(SIGNE, (tx) => stopToken(tx, { kind: 'person', personId: samira }, 'digest'))}`);
  const [code = ''] = await as(SIGNE, async (tx) => {
    const home = await tx.sql.selectFrom('tenancy').select('id').orderBy('id').executeTakeFirstOrThrow();
    return issueCodes(tx, [home.id], { by: null, expiresAt: new Date(tx.now.getTime() + 86_400_000) });
  });
  pages.push(
    { url: '/log-ind/brev', as: null, fill: { kode: code } },
    { url: '/min-side/adresse', as: METTE, fill: { adresse: 'mette.ny@lyngbakken.test' } },
    { url: '/log-ind', as: null, fill: { adresse: 'mette.lauridsen@lyngbakken.test' } },
  );
  note(null, `/dev/som/${samira}`);
}

/** One letter waits to be printed, and a mail came back. */
async function letters(as: As): Promise<void> {
  await as(SIGNE, async (tx) => {
    const soup = tx.sql.selectFrom('initiative').select('id').where('title', '=', 'Suppeaften i gården');
    const { id } = await soup.executeTakeFirstOrThrow();
    await openTurn(tx, {
      kind: 'initiative.tell',
      subject: { kind: 'initiative', id },
      thread: id,
      assignee: { personId: await personNamed(tx, AKSEL) },
      facts: { initiative: id },
    });
    const birgit = await personNamed(tx, BIRGIT);
    await changeContact(tx, birgit, { email: 'findes-ikke.birgit@lyngbakken.test' });
    if (!(await contactOf(tx, birgit))?.email) throw new Error('Cannot write to Birgit: she has no address');
    await notify(tx, {
      to: { personId: birgit },
      topic: 'answer',
      say: () => ({
        subject: 'Svar på din idé',
        paragraphs: ['Bænken kommer til maj.'],
        action: { label: 'Se den', path: path('/initiativer')({}) },
      }),
    });
  });
}

/** A file from a housing system, with a row that cannot be read. */
async function someImport(tx: TenantDb): Promise<Id<'tenancy_import'>> {
  const rows = [
    'Afdeling;Lejemål;Vej;Husnr;Etage;Dør;Postnr;By',
    '1;1-999;Kærhaven;99;st;tv;4999;Vesterby',
    '1;;;;;;;',
  ];
  const bytes = new TextEncoder().encode(rows.join('\r\n'));
  return must(await uploadTenancies(tx, { name: 'lejemål.csv', bytes }, fileWords('da')));
}
