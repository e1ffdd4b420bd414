import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isStaff } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { workOf } from '../../../schedule.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { JOBS } from './rules/jobs.ts';
import { stateOf } from './rules/people.ts';
import { anApplicant, aPanel, residentsToMirror, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

const NAMES = ['Anna Holm', 'Bo Lind', 'Carla Juul', 'Dan Friis', 'Eva Krag', 'Finn Toft', 'Gry Bang', 'Hans Dam'];

/** A house of two departments with 12 residents, two who select, a board member, and a call for four seats. */
async function called(seats = 4) {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const { one, other } = await residentsToMirror(tx);
    return {
      one,
      other,
      signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
      jonas: await aPerson(tx, { name: 'Jonas Brandt', roles: ['consultant'] }),
      karen: await aPerson(tx, { name: 'Karen Mose', roles: ['organisation_board'] }),
    };
  });
  const as = async <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> => {
    const actor = await house.tx((tx) => loadActor(tx, personId));
    assert.ok(actor && (isStaff(actor) || actor.kind === 'person'));
    return house.as(actor, work);
  };
  const panel = await as(made.signe, (tx) => aPanel(tx, { seats }));
  await as(made.signe, (tx) => verbs.addSelector(tx, panel.id, made.jonas));
  return { house, as, panel, place: `/fokusgrupper/${panel.id}`, ...made };
}

/** Eight who signed up, from both departments and of two ages. */
async function applied(seats = 4) {
  const made = await called(seats);
  const people = await made.house.tx(async (tx) => {
    const found = [];
    for (const [at, name] of NAMES.entries()) {
      const department = at % 2 ? made.one : made.other;
      const birthYear = at < 4 ? 1990 : 1950;
      found.push(await anApplicant(tx, made.panel.id, { name, department, birthYear, email: `a${at}@example.dk` }));
    }
    return found;
  });
  return { ...made, people };
}

async function workAll(house: House): Promise<void> {
  await post.work(house, jobs);
}

test('a seat is drawn only when two have pressed, and then everybody hears', async () => {
  const { house, panel, place, signe, jonas, people } = await applied();
  house.clock.forward({ days: 22 });
  const her = await house.signedIn(signe);
  const list = await her.get(`${place}/tilmeldte`);
  assert.match(list.text, /Anna Holm/);
  const draws = await list.submit('Luk puljen');
  assert.match(draws.text, /Puljen er lukket/);
  const asked = await draws.submit('Træk lod: to trykker');
  assert.equal(asked.status, 200);
  await workAll(house);
  const ready = await her.get(asked.path);
  assert.match(ready.text, /Klar/);
  const once = await ready.submit('Jeg trykker');
  assert.match(once.text, /Nu skal en til trykke|Du har trykket/);
  assert.equal(
    (await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter(({ place: seat }) => seat).length,
    0,
  );
  const his = await house.signedIn(jonas);
  const turns = await his.get('/din-tur');
  const drawn = await (await turns.follow('To skal trykke')).submit('Jeg trykker');
  assert.match(drawn.text, /Pladserne er trukket/);
  const all = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  assert.equal(all.filter((one) => stateOf(one) === 'offered').length, 4);
  await workAll(house);
  const mails = await Promise.all(people.map((_, at) => post.to(`a${at}@example.dk`)));
  for (const [at, mail] of mails.entries()) {
    const offered = all.find(({ email }) => email === `a${at}@example.dk`)?.place;
    assert.match(mail[0]?.subject ?? '', offered ? /Du er trukket ud/ : /Du blev ikke trukket ud/, `a${at}`);
  }
});

test('only those who select see a name; boards and other staff see how the group is made up', async () => {
  const { house, place, signe, karen, people } = await applied();
  const other = await house.tx((tx) => aPerson(tx, { name: 'Torben Aagaard', roles: ['consultant'] }));
  for (const who of [karen, other]) {
    const reader = await house.signedIn(who);
    for (const path of ['tilmeldte', `tilmeldte/${people[0]?.id}`, 'traek', 'moeder', 'prioritering']) {
      assert.equal((await reader.fetch(`${place}/${path}`)).status, 404, path);
    }
    const mirror = await reader.get(`${place}/spejl`);
    assert.equal(mirror.status, 200);
    assert.doesNotMatch(mirror.html, new RegExp(NAMES.join('|')));
    assert.doesNotMatch(mirror.text, /Skrevet op/, 'how many applied is told to nobody else');
  }
  const visitor = house.visitor('10.2.0.1');
  assert.equal((await visitor.fetch(`${place}/spejl`)).status, 303);
  const looks = async () =>
    (
      await house.tx((tx) =>
        tx.sql.selectFrom('journal_entry').select('kind').where('kind', '=', 'panel.seen').execute(),
      )
    ).length;
  const before = await looks();
  await (await house.signedIn(signe)).get(`${place}/tilmeldte`);
  assert.equal(await looks(), before + 1, 'a look at names is written down');
});

test('signing up takes no account: what is wrong is said kindly, health is warned of once, and twice sent counts once', async () => {
  const { house, panel, place, one } = await called();
  const form = await house.visitor('10.3.0.1').get(`${place}/tilmeld`);
  const fields = {
    name: 'Ida Vest',
    birthYear: '1990',
    address: 'Kærhaven 1',
    department: one,
    tenure: '2-5',
    email: 'ida@example.dk',
    consent: 'ja',
  };
  const empty = await form.submit('Skriv mig op');
  assert.equal(empty.status, 422);
  const summary = [...empty.root.querySelectorAll('.error-summary a')].map((link) => link.getAttribute('href'));
  assert.deepEqual(
    summary,
    ['#name', '#birthYear', '#address', '#tenure', '#email', '#consent'],
    'in the order of the page',
  );
  const warned = await form.submit('Skriv mig op', { ...fields, why: 'Jeg har haft en depression' });
  assert.equal(warned.status, 422);
  assert.match(warned.text, /Det behøver vi ikke at vide/);
  const done = await warned.submit('Skriv mig op', { ...fields, why: 'Jeg er nysgerrig', anyway: '' });
  assert.match(done.text, /Du er skrevet op/);
  const again = await warned.submit('Skriv mig op', { ...fields, why: 'Jeg er nysgerrig', anyway: '' });
  assert.equal(again.path, done.path, 'the same form is the same person');
  assert.equal((await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).length, 1);
  const copied = house.visitor('10.3.0.3');
  const other = await copied.post(`${place}/tilmeld`, {
    ...fields,
    language: 'da',
    why: 'Jeg er nysgerrig',
    once: form.root.querySelector('[name="once"]')?.getAttribute('value') ?? '',
  });
  assert.match(other.text, /Du er skrevet op/);
  assert.notEqual(other.path, done.path, 'who was shown the same form is not let in on their page');
  const child = await form.submit('Skriv mig op', { ...fields, birthYear: '2018' });
  assert.match(child.text, /mindst 16 år/);
  const stranger = await house.visitor('10.3.0.2').get('/min-plads');
  assert.match((await stranger.submit('Vis min plads', { kode: 'ABCD-EFGH-JKMN' })).text, /kender vi ikke/);
});

test('before everybody: the fingerprint stands before the dice, and the package fits it', async () => {
  const { house, panel, place, signe, jonas } = await applied();
  house.clock.forward({ days: 22 });
  const her = await house.signedIn(signe);
  await (await her.get(`${place}/tilmeldte`)).submit('Luk puljen');
  const asked = await (await her.get(`${place}/traek`)).submit('Træk lod foran alle');
  const twice = await (await her.get(`${place}/traek`)).submit('Træk lod: to trykker');
  assert.match(twice.text, /i gang\. Vent, eller stop den/, 'no two at once');
  await workAll(house);
  const drum = await (await her.get(asked.path)).follow('Vis på storskærm');
  const hash = /[0-9a-f]{64}/.exec(drum.text)?.[0] ?? assert.fail('no fingerprint');
  const visitor = house.visitor('10.4.0.1');
  const path = new URL(drum.response.url || `http://x${drum.path}`).pathname.replace(/^.*(?=\/fokusgrupper)/, '');
  const seen = await visitor.get(path);
  assert.match(seen.text, /Terningerne er ikke kastet/);
  assert.ok(!seen.root.querySelector('form[action$="terninger"]'), 'a visitor throws no dice');
  const zip = Buffer.from(await (await visitor.fetch(`${path}/bevis`)).arrayBuffer());
  const start = zip.indexOf('panel,codes\n');
  const end = zip.indexOf('PK\u0003\u0004', start, 'latin1');
  assert.equal(createHash('sha256').update(zip.subarray(start, end)).digest('hex'), hash);
  assert.equal(zip.indexOf('answers.csv\n'), -1);
  assert.doesNotMatch(zip.toString('latin1'), new RegExp(`${NAMES[0]}|code,Alder`), 'neither names nor groups');
  const wrong = await drum.submit('Det er tallet', { dice: '40' });
  assert.equal(wrong.status, 422);
  const thrown = await (await her.get(path)).submit('Det er tallet', { dice: '4 0 7' });
  assert.doesNotMatch(thrown.text, /Disse lodnumre er trukket/, 'one alone decides nothing');
  const him = await house.signedIn(jonas);
  const both = await (await him.get(path)).submit('Ja, terningerne viste 407');
  assert.match(both.text, /Disse lodnumre er trukket/);
  const all = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  assert.equal(all.filter(({ place: seat }) => seat).length, 4);
});

test('a person sees their own chance and why; an unanswered offer goes on, and data goes when its time is up', async () => {
  const { house, panel, place, signe, jonas, people, as } = await applied();
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const id = await as(signe, async (tx) => {
    const asked = await verbs.askDraw(tx, panel.id, 'two');
    return asked.ok ? asked.value : assert.fail(asked.refusal);
  });
  await workAll(house);
  for (const who of [signe, jonas]) assert.ok((await as(who, (tx) => verbs.press(tx, id))).ok);
  const drawn = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  const at = drawn.findIndex(({ place: seat }) => !seat);
  const mine = await house.visitor('10.5.0.1').get(`/min-plads/${people[at]?.code}`);
  assert.match(mine.text, /Din chance var \d+/);
  assert.match(mine.text, /8 var i puljen til 4 pladser/);
  house.clock.forward({ days: 6 });
  const morning = jobs.find(({ name }) => name === JOBS.morning);
  const wakes = () => house.tx((tx) => (morning && 'run' in morning ? morning.run(tx, {} as never) : assert.fail()));
  await wakes();
  const lapsed = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  assert.equal(lapsed.filter((one) => stateOf(one) === 'lapsed').length, 4);
  const turns = await (await house.signedIn(signe)).get('/din-tur');
  assert.match(turns.text, /En plads i en fokusgruppe er blevet ledig/);
  house.clock.forward({ days: 100 });
  await wakes();
  await wakes();
  assert.equal((await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).length, 0, 'nobody is left after the time');
  const kept = await house.tx((tx) => verbs.drawById(tx, id));
  assert.ok(kept?.pool.every((one) => one.id === null && Object.values(one.traits).join('') === ''));
  const her = await house.signedIn(signe);
  const left = await (await her.fetch(`${place}/lodtraekning/${id}/bevis`)).text();
  assert.match(left, /vi har slettet svar, som vi lovede/);
  assert.doesNotMatch(left, /code,Alder/);
});

test('in an open group whoever signs up is in, and the page says whom it lacks when there are five', async () => {
  const { house, as, signe, one, other } = await called();
  const open = await as(signe, (tx) => aPanel(tx, { kind: 'open', name: 'Det åbne bord' }));
  const join = (from: number, to: number) =>
    house.tx(async (tx) => {
      for (let at = from; at <= to; at += 1) {
        await anApplicant(tx, open.id, { name: `Gæst ${at}`, department: at % 2 ? one : other, birthYear: 1948 });
      }
    });
  await join(1, 4);
  const page = () => house.visitor('10.6.0.1').get(`/fokusgrupper/${open.id}`);
  assert.match((await page()).text, /Gruppen er ny\. Alle er velkomne/);
  await join(5, 8);
  const full = await page();
  assert.match(full.text, /Vi mangler især 30-44 år/);
  assert.ok(
    (await house.tx((tx) => verbs.applicationsOf(tx, open.id))).every((member) => stateOf(member) === 'member'),
  );
  assert.equal((await (await house.signedIn(signe)).fetch(`/fokusgrupper/${open.id}/traek`)).status, 404);
});

test('an initiative born of a recommendation has the group as its origin, and the group reads what came of it', async () => {
  const { house, as, signe, panel, place } = await called();
  await as(signe, async (tx) => {
    await verbs.recommend(tx, panel.id, { says: 'Sæt bænke ved opgangene.', meetingId: null, on: tx.today });
  });
  const her = await house.signedIn(signe);
  const page = await her.get(`${place}/anbefalinger`);
  const empty = await page.submit('Svar gruppen');
  assert.equal(empty.status, 422);
  await page.submit('Svar gruppen', { answer: 'Det gør vi i Kærhaven.' });
  await (await her.get(`${place}/anbefalinger`)).submit('Opret initiativet', { title: 'Bænke', category: 'green' });
  const read = await house.visitor('10.7.0.1').get(place);
  assert.match(read.text, /Sæt bænke ved opgangene\..*Det gør vi i Kærhaven\./);
  const initiative = await read.follow('Se initiativet');
  assert.match(initiative.text, /voksede ud af en fokusgruppes anbefaling/);
  assert.match(initiative.text, /Sæt bænke ved opgangene/);
});

test('a draw that is stopped chooses nobody, and bounds that cannot be kept are answered with what would help', async () => {
  const { house, panel, signe, as } = await applied();
  const cells = await house.tx((tx) => verbs.cellsOf(tx, panel.id));
  const ages = cells
    .filter(({ feature }) => feature === 'age')
    .map((cell, at) => (at === 0 ? { ...cell, fewest: 0, most: 1 } : { ...cell, fewest: 4, most: 4 }));
  assert.ok(
    (
      await as(signe, (tx) =>
        verbs.saveProfile(tx, panel.id, [...ages, ...cells.filter(({ feature }) => feature !== 'age')]),
      )
    ).ok,
  );
  await house.tx(async (tx) => {
    for (const one of (await verbs.applicationsOf(tx, panel.id)).slice(5))
      await verbs.leave(tx, one.id, 'withdrawn', null);
  });
  const her = await house.signedIn(signe);
  const stopped = await (await her.get(`/fokusgrupper/${panel.id}/traek`)).submit('Prøv');
  await stopped.submit('Stop');
  await workAll(house);
  assert.match((await her.get(stopped.path)).text, /Stoppet/);
  const tried = await (await her.get(`/fokusgrupper/${panel.id}/traek`)).submit('Prøv');
  await workAll(house);
  const told = await her.get(tried.path);
  assert.match(told.text, /Grænserne kan ikke holdes/);
  assert.match(told.text, /fra mindst 4 til mindst \d/);
});
