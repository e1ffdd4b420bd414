import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { day } from '../../kernel/day.ts';
import { NEWS } from '../../news.ts';
import { acrossTidyJob, handOver } from '../../platform/across/across.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { workOf } from '../../schedule.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import { Page, Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { PRIVACY_JOBS } from '../privacy/public.ts';

const { db, app, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** A browser: the cookies of each host are for that host alone. */
class Browser {
  #hosts = new Map<string, Reader>();

  at(host: string): Reader {
    const known = this.#hosts.get(host) ?? new Reader(app, `http://${host}`, '10.2.0.1');
    this.#hosts.set(host, known);
    return known;
  }

  /** A page, and on to other hosts where it leads. `trail` is where it went. */
  async go(url: string, trail: string[] = []): Promise<Page> {
    const { host, pathname, search } = new URL(url);
    trail.push(url);
    assert.ok(trail.length < 12, 'goes round');
    const answer = await this.at(host).fetch(pathname + search);
    const location = answer.headers.get('location');
    if (answer.status !== 303 || !location) return Page.read(this.at(host), answer, url);
    return this.go(new URL(location, url).href, trail);
  }
}

/** Two houses with names of their own, and one human whom both know by another name. */
async function twoHouses() {
  const mark = randomBytes(3).toString('hex');
  const [nord, syd] = [await newHouse({ host: `nord-${mark}.test` }), await newHouse({ host: `syd-${mark}.test` })];
  const hosts = [`nord-${mark}.test`, `syd-${mark}.test`] as const;
  const anna = await nord.tx((tx) => aPerson(tx, { name: 'Anna Lund', email: post.newAddress() }));
  const officer = await syd.tx((tx) =>
    aPerson(tx, { name: 'Anna L. Lund', email: post.newAddress(), roles: ['municipal_officer'] }),
  );
  const browser = new Browser();
  const enter = async (house: House, host: string, id: typeof anna) => {
    browser.at(host).keep([...(await house.signedIn(id)).cookies()].map(([name, value]) => `${name}=${value}`));
  };
  await enter(nord, hosts[0], anna);
  return { nord, syd, hosts, anna, officer, browser, enter };
}

const work = async (...houses: House[]) => {
  for (const house of houses) await post.work(house, jobs);
};

async function tied() {
  const all = await twoHouses();
  const { nord, syd, hosts, browser, officer } = all;
  await all.enter(syd, hosts[1], officer);
  const page = await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/knyt`);
  assert.match(page.text, /Du er Anna L\. Lund i .*hvor du er Anna Lund/);
  const mine = await page.submit('Ja, det er mig');
  assert.match(mine.text, /Nu kan du skifte til/);
  await work(nord, syd);
  return all;
}

test('who has signed in at both and said yes goes from one to the other by the menu, and back', async () => {
  const { nord, syd, hosts, browser } = await tied();
  const menu = await browser.go(`http://${hosts[0]}/min-side`);
  const link = menu.root.querySelector('.menu-houses a')?.getAttribute('href') ?? '';
  assert.equal(link, `/huse/${syd.tenant.slug}/skift`);
  browser.at(hosts[1]).keep([`grobund-${syd.tenant.slug}=; Max-Age=0`]);
  const trail: string[] = [];
  const there = await browser.go(`http://${hosts[0]}${link}`, trail);
  assert.equal(there.status, 200);
  assert.match(there.html, /Anna L\. Lund/);
  assert.deepEqual(
    trail.map((url) => new URL(url).host),
    [hosts[0], hosts[1], hosts[0], hosts[1], hosts[1]],
  );
  const back = await browser.go(`http://${hosts[1]}/huse/${nord.tenant.slug}/skift`);
  assert.match(back.html, /Anna Lund</);
});

test('who is not signed in over there signs in on the way, and nothing is tied before the yes', async () => {
  const { nord, syd, hosts, browser, enter, officer } = await twoHouses();
  const page = await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/knyt`);
  assert.match(page.path, /\/log-ind\?retur=%2Fhuse%2Find/);
  assert.match((await browser.go(`http://${hosts[0]}/min-side/huse`)).text, /Mangler dit ja/);
  assert.equal((await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`)).status, 404);
  await enter(syd, hosts[1], officer);
  const asked = await browser.go(`http://${hosts[1]}${new URL(page.path).searchParams.get('retur')}`);
  await asked.submit('Ja, det er mig');
  await work(nord, syd);
  assert.equal((await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`)).status, 200);
});

test('a code is worth nothing in another browser, twice, or a minute later', async () => {
  const { syd, hosts, browser, nord } = await tied();
  const steal = async (wait: () => void) => {
    const trail: string[] = [];
    const honest = new Browser();
    for (const host of hosts) honest.at(host).keep([...browser.at(host).cookies()].map((pair) => pair.join('=')));
    const caught = await honest.at(hosts[1]).fetch(`/huse/fra/${nord.tenant.slug}?vej=skift`);
    const sent = await honest
      .at(hosts[0])
      .fetch(caught.headers.get('location')?.replace(`http://${hosts[0]}`, '') ?? '');
    wait();
    return { url: sent.headers.get('location') ?? '', honest, trail };
  };
  const thief = new Browser();
  const stolen = await steal(() => undefined);
  assert.match(stolen.url, new RegExp(`^http://${hosts[1]}/huse/ind/`));
  assert.equal((await thief.go(stolen.url)).status, 422);
  assert.equal((await stolen.honest.go(stolen.url)).status, 422, 'burnt by the thief');
  const twice = await steal(() => undefined);
  assert.equal((await twice.honest.go(twice.url)).status, 200);
  assert.equal((await twice.honest.go(twice.url)).status, 422);
  const late = await steal(() => syd.clock.forward({ minutes: 2 }));
  assert.equal((await late.honest.go(late.url)).status, 422);
});

test('nobody is sent to an address that is not a house here', async () => {
  const { hosts, browser } = await tied();
  for (const path of [
    '/huse/evil.example/skift',
    '/huse/fra/evil.example?vej=skift',
    '/huse/til/%2F%2Fevil?vej=skift',
  ]) {
    const answer = await browser.at(hosts[0]).fetch(path);
    assert.equal(answer.status, 404, path);
  }
  const wrong = await browser.at(hosts[1]).fetch('/huse/fra/nobody?vej=https://evil.example');
  assert.equal(wrong.status, 404);
});

test('signing out everywhere covers the other houses, and the calendars there', async () => {
  const { nord, syd, hosts, anna, officer, browser } = await tied();
  const address = (house: House, person: typeof anna) =>
    house.tx(async (tx) => {
      const known = await tx.sql.selectFrom('feed_address').select('id').executeTakeFirst();
      const made = { tenant_id: tx.tenant.id, person_id: person, made_at: tx.now };
      return known ?? tx.sql.insertInto('feed_address').values(made).returning('id').executeTakeFirstOrThrow();
    });
  const before = [await address(nord, anna), await address(syd, officer)];
  const devices = await browser.go(`http://${hosts[0]}/min-side/enheder`);
  await devices.submit('Log ud alle steder');
  await work(nord, syd);
  assert.equal((await browser.at(hosts[1]).fetch('/min-side')).status, 303);
  const after = [await address(nord, anna), await address(syd, officer)];
  for (const [at, { id }] of after.entries()) assert.notEqual(id, before[at]?.id);
});

test('a tie that is removed in one house is gone in both', async () => {
  const { nord, syd, hosts, browser } = await tied();
  const mine = await browser.go(`http://${hosts[1]}/min-side/huse`);
  assert.match((await mine.submit('Fjern')).text, /er fjernet, begge veje/);
  await work(nord, syd);
  for (const house of [nord, syd]) {
    assert.deepEqual(await house.tx((tx) => tx.sql.selectFrom('house_tie').select('id').execute()), []);
  }
  assert.equal((await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`)).status, 404);
});

test('who was forgotten in one house meets words, a way back and a way to sign in, and then no longer the menu', async () => {
  const { nord, syd, hosts, browser } = await tied();
  await syd.tx((tx) =>
    tx.sql
      .updateTable('role_grant')
      .set({ until_day: day('2020-01-01') })
      .execute(),
  );
  await (await browser.go(`http://${hosts[1]}/min-side/data`)).submit('Slet mig', { sure: 'ja' });
  for (const house of [nord, syd]) house.clock.forward({ days: 14 });
  await syd.tx((tx) => enqueue(tx, PRIVACY_JOBS.retention, {}));
  await work(syd);
  const shut = await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`);
  assert.equal(shut.status, 422);
  assert.match(shut.text, /Vejen hertil er lukket/);
  assert.doesNotMatch(shut.text, /Anna/);
  assert.equal(shut.link(`Tilbage til ${nord.tenant.name}`), `http://${hosts[0]}/`);
  assert.equal((await shut.follow('Log ind')).status, 200);
  await work(nord);
  const mine = await browser.go(`http://${hosts[0]}/min-side/huse`);
  assert.match(mine.text, /ikke knyttet nogen andre steder/);
  assert.equal(mine.root.querySelector('.menu-houses'), null);
});

test('who writes how somebody signs in here does not walk on as them into the other house', async () => {
  for (const take of ['contact', 'merge'] as const) {
    const { nord, syd, hosts, anna, browser, enter } = await tied();
    const [secretary, other] = await nord.tx(async (tx) => [
      await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] }),
      await aPerson(tx, { name: 'Anna Lund' }),
    ]);
    if (!secretary || !other) assert.fail('nobody is there');
    await enter(nord, hosts[0], secretary);
    const staff = (path: string) => browser.go(`http://${hosts[0]}/personer/${path}`);
    if (take === 'contact') {
      await (await staff(`${anna}/ret`)).submit('Gem', { email: post.newAddress() });
    } else {
      const pick = await staff(`${other}/saml?q=Anna`);
      const merged = await pick.submit('Saml', { other: anna, asked: 'ja' });
      assert.equal(merged.status, 200, merged.text);
    }
    await enter(nord, hosts[0], take === 'contact' ? anna : other);
    assert.equal((await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`)).status, 404, take);
    await work(nord, syd);
    for (const house of [nord, syd]) {
      assert.deepEqual(await house.tx((tx) => tx.sql.selectFrom('house_tie').select('id').execute()), [], take);
    }
  }
});

test('a code on paper ties no houses together, and carries nobody into a role in another', async () => {
  const { nord, syd, hosts, anna, officer, browser, enter } = await tied();
  const cameIn = (house: House, way: 'letter' | 'mail' | null) =>
    house.tx((tx) => tx.sql.updateTable('session').set({ way }).where('tenant_id', '=', tx.tenant.id).execute());
  const across = () => browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`);
  await cameIn(nord, 'letter');
  assert.match((await across()).text, /Vejen hertil er lukket.*kode fra papir/);
  await cameIn(nord, 'mail');
  assert.match((await across()).text, /Nu er du i/);
  const came = await syd.tx((tx) =>
    tx.sql.selectFrom('session').select('way').where('person_id', '=', officer).orderBy('created_at').execute(),
  );
  assert.ok(came.some(({ way }) => way === 'house'));

  // Who is nobody in particular there walks over, and is there as by paper.
  await syd.tx((tx) =>
    tx.sql
      .updateTable('role_grant')
      .set({ until_day: day('2020-01-01') })
      .execute(),
  );
  await cameIn(nord, 'letter');
  assert.match((await across()).text, /Nu er du i/);
  const ways = await syd.tx((tx) => tx.sql.selectFrom('session').select('way').execute());
  assert.ok(ways.some(({ way }) => way === 'letter'));

  await enter(nord, hosts[0], anna);
  const third = await newHouse();
  // Nobody knows how one began that is older than the writing down of ways: it may be paper.
  for (const way of ['letter', null] as const) {
    await cameIn(nord, way);
    const asked = await browser.go(`http://${hosts[0]}/huse/${third.tenant.slug}/knyt`);
    assert.match(asked.html, /Log ind på en anden måde/, String(way));
  }
});

test('a third house cannot speak for one of the two', async () => {
  const { nord, syd, hosts, browser } = await tied();
  const third = await newHouse();
  const [row] = await nord.tx((tx) => tx.sql.selectFrom('house_tie').select('secret').execute());
  const body = { tie: Buffer.from(row?.secret ?? []).toString('hex') };
  await third.tx((tx) => handOver(tx, { to: syd.tenant.id, kind: 'house.signed_out', body }));
  await third.tx((tx) => handOver(tx, { to: syd.tenant.id, kind: 'house.untied', body }));
  await work(syd);
  assert.equal((await browser.at(hosts[1]).fetch('/min-side')).status, 200);
  assert.equal((await browser.go(`http://${hosts[0]}/huse/${syd.tenant.slug}/skift`)).status, 200);
});

test('letters that nobody fetched are thrown away', async () => {
  const { nord, syd, hosts, browser } = await tied();
  const caught = await browser.at(hosts[1]).fetch(`/huse/fra/${nord.tenant.slug}?vej=skift`);
  await browser.at(hosts[0]).fetch(caught.headers.get('location')?.replace(`http://${hosts[0]}`, '') ?? '');
  const waiting = () => syd.tx((tx) => tx.sql.selectFrom('handover').select('id').execute());
  assert.equal((await waiting()).length, 1);
  syd.clock.forward({ minutes: 5 });
  await syd.tx((tx) => acrossTidyJob.run(tx, {}));
  assert.equal((await waiting()).length, 0);
});
