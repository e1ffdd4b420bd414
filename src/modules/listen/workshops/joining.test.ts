import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withinRate } from '../../../platform/web/rate.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { MOST_NAMES, MOST_SAID, NAMES_AT_A_TIME, pickedNames, SAID_AT_A_TIME } from './rules/after.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';
import { lockPledgesDue } from './store/pledges.ts';

const { newHouse } = await testApp();

const FIELD = 'rammer.generationer';
const TITLE = 'Boliger, hvor generationer bor sammen';

/** A workshop with one gap, which hangs on the wall beside words of the host's own. */
async function evening() {
  const house = await newHouse();
  const { signe, workshop } = await house.tx(async (tx) => {
    const made = await aWorkshop(tx);
    const [table] = await setTables(tx, made, [null]);
    await verbs.enterAtTable(tx, made, table ?? assert.fail(), 0, [{ field: FIELD, answer: 'X', words: null }]);
    await verbs.putUpChoices(tx, made, [
      { field: FIELD, title: TITLE },
      { field: '', title: 'Tage imod de nye' },
    ]);
    return { workshop: made, signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }) };
  });
  const host = await house.signedIn(signe);
  return { house, host, workshop, place: `/workshops/${workshop.id}`, link: `/w/${workshop.code}` };
}

type Evening = Awaited<ReturnType<typeof evening>>;

async function writeDown({ house, link }: Pick<Evening, 'house' | 'link'>, at: number, name: string, more: Answers) {
  const join = await house.visitor().get(`${link}/vaer-med`);
  const choice = join.root.querySelectorAll('input[name="choices[]"]')[at]?.getAttribute('value') ?? '';
  return join.submit('Jeg vil være med', { 'choices[]': choice, name, ...more });
}
type Answers = Readonly<Record<string, string>>;

const AGREED = { shared: 'ja' };

test('who said yes at the wall comes along into the initiative, and nobody else does', async () => {
  const at = await evening();
  const { house, host, place } = at;
  const refused = await writeDown(at, 0, 'Rikke Damsgaard', { contact: 'ved ikke', ...AGREED });
  assert.equal(refused.status, 422);
  assert.ok(refused.root.querySelector('input[name="shared"][checked]'), 'what was ticked stays');
  await writeDown(at, 0, 'Rikke Damsgaard', { contact: '20 30 40 51', ...AGREED });
  await writeDown(at, 0, 'Halima Yusuf', { contact: 'halima@eksempel.dk' });
  const choices = await host.get(`${place}/valgt`);
  assert.match(choices.text, /halima@eksempel\.dk \(må ikke gives videre\)/);
  await (await host.get(`${place}/videre`)).submit('Lav initiativer', { 'boxes[]': FIELD });
  const initiative = (await host.get(`${place}/videre`)).link(TITLE);
  const inside = await host.get(`${initiative}/inde`);
  assert.match(inside.text, /Rikke Damsgaard/);
  assert.match(inside.text, /20 30 40 51/);
  assert.doesNotMatch(inside.text, /Halima/);
  const openly = await house.visitor().get(initiative);
  assert.match(openly.text, /1 vil være med\./);
  assert.match(openly.text, /Vil være med\s+1 person/);
  assert.doesNotMatch(openly.text, /Rikke/);

  await writeDown(at, 0, 'Rikke D.', { contact: '20304051', ...AGREED });
  await writeDown(at, 0, 'Halima Yusuf', { contact: 'Halima@eksempel.dk', ...AGREED });
  const later = await host.get(`${initiative}/inde`);
  assert.match(later.text, /Halima Yusuf/, 'a yes that is given later counts as well');
  assert.doesNotMatch(later.text, /Rikke D\./, 'the same number is there once');
  assert.match((await house.visitor().get(initiative)).text, /2 personer/);
});

test('those who drive an initiative see who wants to join, call them or take them off; others do neither', async () => {
  const at = await evening();
  const { house, host, place } = at;
  await writeDown(at, 0, 'Rikke Damsgaard', { contact: '20 30 40 51', ...AGREED });
  await (await host.get(`${place}/videre`)).submit('Lav initiativer', { 'boxes[]': FIELD });
  const initiative = (await host.get(`${place}/videre`)).link(TITLE);
  const [mette, board] = await house.tx(async (tx) => [
    await aPerson(tx, { name: 'Mette Lauridsen' }),
    await aPerson(tx, { name: 'Per Lindholm', roles: ['organisation_board'] }),
  ]);
  const seenByBoard = await (await house.signedIn(board)).get(`${initiative}/inde`);
  assert.equal(seenByBoard.status, 200);
  assert.doesNotMatch(seenByBoard.text, /Rikke/, 'the board sees how many, not who');
  const driver = await house.signedIn(mette);
  const form = (await host.get(`${initiative}/inde`)).root.querySelector('form[action*="/vil-vaere-med/"]');
  const action = form?.getAttribute('action') ?? assert.fail();
  const before = await driver.get(initiative);
  const tried = await driver.post(action, { do: 'remove', ...token(before) });
  assert.equal(tried.status, 404, 'before Mette drives it');
  const taken = await (await driver.get(initiative)).submit('Ja, jeg tager det');
  const called = await taken.submit('Vi har talt sammen');
  assert.match(called.text, /Det er skrevet ned/);
  assert.match(called.text, /Mette Lauridsen har talt med én, der vil være med/);
  assert.doesNotMatch((await house.visitor().get(initiative)).text, /har talt med én/);
  const gone = await called.submit('Fjern');
  assert.match(gone.text, /Navnet er slettet/);
  assert.doesNotMatch(gone.text, /Rikke/);
  assert.match((await gone.reader.post(action, { do: 'remove', ...token(gone) })).text, /ikke på listen mere/);
  const elsewhere = await house.tx((tx) => anInitiative(tx, { title: 'Suppe i gården' }));
  const wrong = action.replace(initiative.split('/').at(-1) ?? '', elsewhere);
  assert.match((await host.post(wrong, { do: 'called', ...token(await host.get(place)) })).text, /ikke på listen mere/);
});

const token = (page: Awaited<ReturnType<Evening['host']['get']>>) => {
  const field = page.root.querySelector('input[type="hidden"]');
  return { [field?.getAttribute('name') ?? '']: field?.getAttribute('value') ?? '' };
};

test('what the host wrote on the wall becomes an initiative in one click, once, with its names', async () => {
  const at = await evening();
  const { house, host, place } = at;
  await writeDown(at, 1, 'Jens Ole Thorup', { contact: '20 30 40 52', ...AGREED });
  const choices = await host.get(`${place}/valgt`);
  const actions = choices.root.querySelectorAll('form[action$="/initiativ"]').map((one) => one.getAttribute('action'));
  assert.equal(actions.length, 2);
  const made = await host.post(actions[1] ?? '', token(choices));
  assert.match(made.text, /Det er et initiativ nu/);
  assert.match((await host.post(actions[1] ?? '', token(made))).text, /initiativer i forvejen/);
  const initiative = made.root.querySelector('a[href*="/initiativer/"]')?.getAttribute('href') ?? assert.fail();
  const openly = await house.visitor().get(initiative);
  assert.match(openly.text, /Tage imod de nye/);
  assert.match(openly.text, /1 vil være med\./);
  assert.match(openly.text, /Hang på væggen/);
  await host.post(actions[0] ?? '', token(made));
  const gap = await house.visitor().get((await host.get(`${place}/videre`)).link(TITLE));
  assert.match(gap.text, /1 satte X \(det kunne vi\)/, 'a gap keeps its figures');
});

test('what somebody takes home comes up on the wall when the host has read it', async () => {
  const { house, host, place, link } = await evening();
  const say = async (words: string) => {
    const said = await (await house.visitor().get(link)).submit('Send det til væggen', { words });
    assert.match(said.text, /når arrangøren har læst det/);
  };
  for (const words of ['Bank på døren', 'Noget grimt', 'Ring på mandag']) await say(words);
  const onWall = async () => {
    const { text } = await house.visitor().get(`${link}/vaeg`);
    return ['Bank på døren', 'Noget grimt', 'Ring på mandag'].filter((words) => text.includes(words));
  };
  const open = async (): Promise<string> => (await house.visitor().get(link)).text;
  assert.deepEqual(await onWall(), []);
  assert.doesNotMatch(await open(), /Bank på døren/);
  const form = (page: Awaited<ReturnType<typeof host.get>>, words: string, to: 'vis' | 'skjul') =>
    page.root
      .querySelectorAll(`form[action$="/${to}"]`)
      .find((one) => one.toString().includes(words))
      ?.getAttribute('action') ?? assert.fail(`${words} has no ${to}`);
  assert.match((await host.get(`${place}/saml-ind`)).text, /3 har skrevet, hvad der var det vigtigste/);
  const page = await host.get(place);
  const hidden = await host.post(form(page, 'Noget grimt', 'skjul'), token(page));
  assert.match((await host.post(form(page, 'Bank på døren', 'vis'), token(page))).text, /Det hænger på væggen/);
  assert.deepEqual(await onWall(), ['Bank på døren']);
  const guest = await house.visitor().get(link);
  await guest.reader.post(form(page, 'Noget grimt', 'vis'), token(guest));
  assert.deepEqual(await onWall(), ['Bank på døren'], 'the link is not the host');
  await say('Spørg naboen');
  await (await host.get(place)).submit('Vis alle, der venter');
  assert.deepEqual(await onWall(), ['Bank på døren', 'Ring på mandag'], 'what was hidden stays so');
  await host.post(form(hidden, 'Noget grimt', 'vis'), token(hidden));
  assert.deepEqual(await onWall(), ['Bank på døren', 'Noget grimt', 'Ring på mandag']);
});

test('false names by the hundred stop at a limit of the workshop, and the host takes them off together', async () => {
  const at = await evening();
  const { house, host, workshop, place } = at;
  await writeDown(at, 0, 'Rikke Damsgaard', { contact: '20 30 40 51', ...AGREED });
  await house.tx((tx) =>
    sql`
      insert into workshop_signup (tenant_id, choice_id, person_name, email, shared, signed_at)
      select c.tenant_id, c.id, 'Falsk ' || n, 'falsk' || n || '@eksempel.dk', true, ${tx.now}
      from workshop_choice c, generate_series(1, ${MOST_NAMES - 1}::int) n where c.position = 1 order by n`.execute(
      tx.sql,
    ),
  );
  const full = await writeDown(at, 0, 'Jens Ole Thorup', { contact: '20 30 40 52', ...AGREED });
  assert.equal(full.status, 422);
  assert.match(full.text, /for mange navne/);
  assert.equal(full.root.querySelector('input[name="name"]')?.getAttribute('value'), 'Jens Ole Thorup');
  await (await host.get(`${place}/videre`)).submit('Lav initiativer', { 'boxes[]': FIELD });
  const initiative = (await host.get(`${place}/videre`)).link(TITLE);
  assert.match((await house.visitor().get(initiative)).text, /Vil være med\s+500 personer/);
  const list = await host.get(`${place}/valgt`);
  const idOf = (name: string) =>
    list.root
      .querySelectorAll('label')
      .find((one) => one.text.includes(`${name},`))
      ?.getAttribute('for')
      ?.slice(5) ?? assert.fail(name);
  assert.match((await list.submit('Slet de valgte navne')).text, /Sæt hak ved de navne/);
  const form = list.root.querySelector('form[action$="/navne"]')?.getAttribute('action') ?? '';
  const body = new URLSearchParams({ ...token(list), imellem: 'ja' });
  for (const name of ['Falsk 1', `Falsk ${MOST_NAMES - 1}`]) body.append('navne[]', idOf(name));
  await host.fetch(form, { method: 'POST', body });
  const gone = await host.get(`${place}/valgt`);
  assert.match(gone.text, /499 navne er slettet/);
  assert.match(gone.text, /Rikke Damsgaard/);
  assert.match(
    (await house.visitor().get(initiative)).text,
    /Vil være med\s+1 person/,
    'nor are they in the initiative',
  );
  await house.tx(async (tx) => {
    for (let at = 0; at < NAMES_AT_A_TIME.times; at += 1)
      await withinRate(tx, `workshop names ${workshop.id}`, NAMES_AT_A_TIME);
  });
  assert.match((await writeDown(at, 0, 'Mette', { contact: '20 30 40 53' })).text, /for mange navne/);
});

test('words that strangers fill the wall with stop at a limit of the workshop; steps come down together and nobody is asked', async () => {
  const { house, host, workshop, place, link } = await evening();
  await house.tx(async (tx) => {
    const at = sql`${tx.tenant.id}, ${workshop.id}, 'Støj ' || n, ${tx.now}::timestamptz`;
    const many = sql`generate_series(1, ${MOST_SAID}::int) n`;
    await sql`
      insert into workshop_pledge (tenant_id, workshop_id, words, pledged_at, remind_on, code_hash)
      select ${at}, ${tx.today}, sha256(n::text::bytea) from ${many}`.execute(tx.sql);
    await sql`insert into workshop_insight (tenant_id, workshop_id, words, said_at) select ${at} from ${many}`.execute(
      tx.sql,
    );
  });
  const said = await (await house.visitor().get(link)).submit('Send det til væggen', { words: 'Bank på døren' });
  assert.equal(said.status, 422);
  assert.match(said.text, /for meget, der venter/);
  const promise = async () =>
    (await house.visitor().get(`${link}/skridt`)).submit('Det gør jeg', { step: 'Banker på hos naboen' });
  assert.match((await promise()).text, /for mange skridt på væggen/);
  const hidden = await (await host.get(`${place}/skridt`)).submit('Skjul alle skridt på siden her');
  assert.match(hidden.text, /50 skridt er skjult på væggen/);
  assert.equal((await house.tx((tx) => lockPledgesDue(tx, MOST_SAID))).length, MOST_SAID - 50);
  await promise();
  assert.match((await house.visitor().get(`${link}/vaeg`)).text, /Banker på hos naboen/);
  await house.tx(async (tx) => {
    for (let at = 0; at < SAID_AT_A_TIME.times; at += 1)
      await withinRate(tx, `workshop steps ${workshop.id}`, SAID_AT_A_TIME);
  });
  assert.equal((await promise()).status, 422);
});

test('names are picked one by one, or all from the first to the last', () => {
  const all = ['a', 'b', 'c', 'd'];
  assert.deepEqual(pickedNames(all, ['b', 'd', 'x'], false), ['b', 'd']);
  assert.deepEqual(pickedNames(all, ['d', 'b'], true), ['b', 'c', 'd']);
  assert.deepEqual(pickedNames(all, ['x'], true), []);
});
