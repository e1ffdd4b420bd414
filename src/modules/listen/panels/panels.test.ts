import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStaff } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { workOf } from '../../../schedule.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { stateOf } from './rules/people.ts';
import { anApplicant, aPanel, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS, {
  desk: (tenant, work) =>
    db.asTenant(
      { tenant, actor: { kind: 'system' }, now: new Date('2026-05-03T12:00:00+02:00'), origin: 'http://x' },
      work,
    ),
}).kinds;

const NAMES = ['Anna Holm', 'Bo Lind', 'Carla Juul', 'Dan Friis', 'Eva Krag', 'Finn Toft', 'Gry Bang', 'Hans Dam'];

/** A house of two departments with 40 residents, two who select, a board member, and a call for four seats. */
async function called(seats = 4) {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const one = await aDepartment(tx);
    const other = await aDepartment(tx, { number: '2', name: 'Stationsgården' });
    for (let at = 1; at <= 12; at += 1) {
      const departmentId = at <= 6 ? one : other;
      const home = await aTenancy(tx, {
        departmentId,
        number: String(at),
        houseNumber: String(at),
        floor: '',
        door: '',
      });
      await aPerson(tx, { name: `Beboer ${at}`, birthYear: at % 2 ? 1990 : 1950, lives: home });
    }
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
