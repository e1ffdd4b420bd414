import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../kernel/day.ts';
import { openLog } from '../../platform/web/log.ts';
import { SITE, testApp } from '../../testing/app.ts';
import { aFund } from '../decide/fund/seed.ts';
import { insertMeeting } from '../decide/fund/store/meetings.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { anInitiative } from '../initiatives/seed.ts';
import { openTurn } from '../turns/public.ts';

const lines: string[] = [];
const quiet = openLog('silent');
const log = { ...quiet, info: (facts: object) => void lines.push(JSON.stringify(facts)) };
const { newHouse } = await testApp({ log });

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    const mette = await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home });
    const inge = await aPerson(tx, { name: 'Inge Falk', email: 'inge@example.dk', roles: ['organisation_board'] });
    const soup = await anInitiative(tx, {
      title: 'Suppe; gården, onsdag',
      status: 'under_way',
      by: mette,
      departmentIds: [departmentId],
      startsIn: 10,
      endsIn: 11,
    });
    await openTurn(tx, {
      kind: 'initiative.tell',
      subject: { kind: 'initiative', id: soup },
      thread: soup,
      assignee: { personId: mette },
      facts: { initiative: soup },
      due: day('2026-05-20'),
    });
    return { departmentId, mette, inge, soup };
  });
  return { house, ...people };
}

const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const addressIn = (html: string, file: string) =>
  new RegExp(`${SITE}(/[^<"]*${file.replace('.', '\\.')})`).exec(html)?.[1] ?? assert.fail(`no address of ${file}`);

test('one’s own calendar holds one’s deadlines, activities and meetings, without a name, and no proxy may keep it', async () => {
  const { house, mette, inge, soup } = await lived();
  const her = await house.signedIn(mette);
  const page = await (await her.get('/min-side/kalender')).submit('Lav min adresse');
  const answer = await house.visitor().fetch(addressIn(page.html, 'kalender.ics'));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  const calendar = unfolded(await answer.text());
  assert.match(calendar, /SUMMARY:Suppe\\; gården\\, onsdag\r\n/);
  assert.match(calendar, /DTSTART;VALUE=DATE:20260513\r\nDTEND;VALUE=DATE:20260515\r\n/);
  assert.match(calendar, /DTSTART;VALUE=DATE:20260520\r\n/);
  assert.match(calendar, new RegExp(`UID:initiative-${soup}@grobund.test\r\n`));
  assert.doesNotMatch(calendar, /Mette|Holm/);
  const news = await (await house.visitor().fetch(addressIn(page.html, 'din-tur.xml'))).text();
  assert.match(news, /<item>\n<title>[^<]*Suppe; gården, onsdag<\/title>/);
  assert.doesNotMatch(news, /Mette|Holm/);

  const [fund] = await house.tx(async (tx) => [await aFund(tx)]);
  await house.tx((tx) => insertMeeting(tx, { fundId: fund as never, on: day('2026-06-09'), reference: 'OB 4' }));
  const board = await (await (await house.signedIn(inge)).get('/min-side/kalender')).submit('Lav min adresse');
  const theirs = unfolded(await (await house.visitor().fetch(addressIn(board.html, 'kalender.ics'))).text());
  assert.match(theirs, /DTSTART;VALUE=DATE:20260609\r\nDTEND;VALUE=DATE:20260610\r\nSUMMARY:Møde om /);
  assert.doesNotMatch(theirs, /Suppe/);
});

test('a new address kills the old one at once; so does closing it; and an address is in no log', async () => {
  const { house, mette } = await lived();
  const her = await house.signedIn(mette);
  const first = await (await her.get('/min-side/kalender')).submit('Lav min adresse');
  const old = addressIn(first.html, 'kalender.ics');
  assert.equal((await house.visitor().fetch(old)).status, 200);
  const second = await first.submit('Lav en ny adresse');
  const fresh = addressIn(second.html, 'kalender.ics');
  assert.notEqual(fresh, old);
  assert.equal((await house.visitor().fetch(old)).status, 404);
  assert.equal((await house.visitor().fetch(fresh)).status, 200);
  const closed = await second.submit('Luk adressen');
  assert.match(closed.text, /Du har ingen adresse endnu/);
  assert.equal((await house.visitor().fetch(fresh)).status, 404);
  const other = await newHouse();
  const code = fresh.split('/')[3] ?? '';
  assert.equal((await other.visitor().fetch(`/abonnement/${code}/kalender.ics`)).status, 404);
  assert.ok(lines.some((line) => line.includes('/abonnement/:code/kalender.ics')));
  for (const address of [old, fresh]) assert.ok(!lines.join().includes(address.split('/')[3] ?? '?'));
});

test('everybody can follow the house, and each department by itself', async () => {
  const { house, departmentId } = await lived();
  const [other, hidden] = await house.tx(async (tx) => {
    const away = await aDepartment(tx, { number: '2', name: 'Ådalen' });
    const here = await anInitiative(tx, { title: 'Højbede <nu>', departmentIds: [away], startsIn: 3 });
    return [away, here];
  });
  const read = async (path: string) => unfolded(await (await house.visitor().fetch(path)).text());
  const all = await read('/nyt/kalender.ics');
  assert.match(all, /Højbede <nu>/);
  assert.match(all, /Suppe/);
  const one = await read(`/nyt/kalender.ics?afdeling=${departmentId}`);
  assert.match(one, /X-WR-CALNAME:Det sker i Kærhaven/);
  assert.doesNotMatch(one, /Højbede/);
  const news = await read(`/nyt/initiativer.xml?afdeling=${other}`);
  assert.match(news, /<title>Højbede &#60;nu&#62;<\/title>/);
  assert.match(news, new RegExp(`initiative-${hidden}@`));
  assert.equal((await house.visitor().fetch('/nyt/kalender.ics?afdeling=noget')).status, 404);
  assert.match((await house.visitor().get('/nyt')).text, /Kalender for Ådalen/);
});
