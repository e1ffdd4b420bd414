import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { type House, testApp } from '../../../testing/app.ts';
import type { Page } from '../../../testing/reader.ts';
import { aFund } from '../../decide/fund/seed.ts';
import { aPromised, by, paidInvoice, verbs as results } from '../../decide/results/seed.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { initiativeById } from '../../initiatives/public.ts';
import { actingAs, verbs as initiatives } from '../../initiatives/seed.ts';
import { aCard, beganWith, deckCard, verbs } from './seed.ts';

const { newHouse } = await testApp();

/** Kærhaven and Møllevænget, a consultant, a resident, a board member of the first, and a fund. The deck is in. */
async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const otherId = await aDepartment(tx, { number: '2', name: 'Møllevænget' });
    const home = await aTenancy(tx, { departmentId });
    await verbs.putInDeck(tx);
    return {
      departmentId,
      otherId,
      fundId: await aFund(tx),
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home, roles: ['board_member'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
    };
  });
}

const house = await newHouse();
const people = await lived(house);

test('the catalogue is filtered by plain links, and the edges are where they are said to be', async () => {
  await house.tx(async (tx) => {
    const at = (title: string, ore: number, minutes: number) =>
      aCard(tx, {
        words: { title, budget: ore ? ['Alt'] : [], keywords: 'kantprøve' },
        facts: { budgetOre: ore ? [ore as never] : [], minutes, months: [12, 1], setting: 'either' },
      });
    await at('Kant 499', 49_900, 180);
    await at('Kant 500', 50_000, 181);
    await at('Kant gratis', 0, 180);
  });
  const titles = async (query: string) => {
    const page = await house.visitor().get(`/katalog?q=kantprøve&${query}`);
    return [...page.text.matchAll(/Kant (\w+)/g)]
      .map(([, which = '']) => which)
      .toSorted((one, other) => one.localeCompare(other));
  };
  assert.deepEqual(await titles(''), ['499', '500', 'gratis']);
  assert.deepEqual(await titles('pris=under-500'), ['499', 'gratis']);
  assert.deepEqual(await titles('pris=free'), ['gratis']);
  assert.deepEqual(await titles('tid=aften'), ['499', 'gratis']);
  assert.deepEqual(await titles('aarstid=winter&sted=inde'), ['499', '500', 'gratis']);
  assert.deepEqual(await titles('aarstid=summer'), []);
  assert.deepEqual(await titles('moede=ja'), []);
  const list = await house.visitor().get('/katalog');
  const cheap = await list.follow('Under 500 kr.');
  assert.match(cheap.text, /Nabokaffe hver torsdag/);
  assert.doesNotMatch(cheap.text, /Blomstereng/);
});

test('a search finds Danish words in any inflection, parts of words, and what is nearly spelt so', async () => {
  const finds = async (asked: string, title: RegExp) => {
    const page = await house.visitor().get(`/katalog?q=${encodeURIComponent(asked)}`);
    assert.match(page.text, title, asked);
  };
  await finds('cykler', /Reparationscafé/);
  await finds('spisning', /Fællesspisning/);
  await finds('blomstereng', /Blomstereng/);
  await finds('blomsterneg', /Blomstereng/);
  await finds('skimmmel', /Luft ud to gange/);
  await finds('værktøjsbibliotk', /Værktøjsbibliotek/);
  await finds('fellesspisning', /Fællesspisning/);
  await finds('sommer fest', /Sommerfest/);
  await finds('sprogcafe', /Sprogcafé/);
  await finds('noget sjovt med reperation', /Reparationscafé/);
  const nothing = await house.visitor().get('/katalog?q=xyzzyq');
  assert.match(nothing.text, /Det har vi ikke et kort til endnu/);
});

test('"det vil vi også" makes an initiative with steps, the department’s rules and the fund’s application filled in', async () => {
  const card = await house.tx(async (tx) => {
    await verbs.setDepartmentRules(tx, {
      departmentId: people.departmentId,
      boardAbove: kroner(3000),
      proposalDays: 10,
      words: 'Hent nøglen på kontoret.',
    });
    return deckCard(tx, 'firePlace');
  });
  const mette = await house.signedIn(people.mette);
  const page = await mette.get(`/katalog/kort/${card.id}`);
  const form = await page.follow('Det vil vi også');
  assert.match(form.text, /når det koster over 3\.000 kr\., skal bestyrelsen sige ja/);
  const wrong = await form.submit('Lav initiativet', { title: '', participants: 'mange' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv, hvad det skal hedde/);
  const inside = await form.submit('Lav initiativet', { title: 'Bål i Kærhaven', participants: '60' });
  assert.match(inside.text, /få det på afdelingsmødets dagsorden\. Forslaget skal være inde 10 dage før/);
  assert.match(inside.text, /Hent nøglen på kontoret/);
  assert.match(inside.text, /Spørg driften/);
  assert.match(inside.text, /Find et sted langt nok fra huse og træer/);
  assert.match(inside.text, /Fortæl en historie på ti minutter/);
  assert.match(inside.text, /Kortet ”Bålplads og fortælleaftener” i kataloget/);
  assert.match(inside.text, /Bålfad og sten 8\.400 kr\./, 'the bowl for twice as many');
  const application = await inside.follow('Søg puljen');
  const { lines, participants } = fieldsOf(application);
  assert.equal(participants, '60');
  assert.deepEqual(lines, [
    'Bålfad og sten 8.400',
    'Bænke af træ 7.200',
    'Spande og brandtæppe 1.400',
    'Brænde og dej til tre aftener 1.000',
  ]);
});

/** What the form of the fund says already. */
function fieldsOf({ root }: Page) {
  const value = (name: string) => root.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  const lines = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((at) =>
    value(`what${at}`) ? [`${value(`what${at}`)} ${value(`amount${at}`)}`] : [],
  );
  return { lines, participants: value('participants'), title: value('title') };
}

test('the fund’s application is filled in from a card, without an initiative', async () => {
  const card = await house.tx((tx) => deckCard(tx, 'sharedDinner'));
  const page = await house.visitor().get(`/katalog/kort/${card.id}`);
  const { lines, participants, title } = fieldsOf(await page.follow('Søg puljen med det samme'));
  assert.equal(title, 'Fællesspisning på tværs af tre afdelinger');
  assert.equal(participants, '60');
  assert.deepEqual(lines, ['Mad til 60 2.400', 'Kaffe, saft og servietter 300']);
});

test('who has done it, what it cost and how many came is read from the rows, and small groups stay unseen', async () => {
  for (const [came, told] of [
    [14, /Der kom 14\..*3\.000 kr\..*14/],
    [3, /3\.000 kr\..*under 5/],
  ] as const) {
    const other = await newHouse();
    await other.tx((tx) => verbs.putInDeck(tx));
    const { id, initiativeId, mette, heldOn } = await aPromised(other);
    await other.tx((tx) => beganWith(tx, initiativeId, 'knitting'));
    const card = await other.tx((tx) => deckCard(tx, 'knitting'));
    const page = async () => (await other.visitor().get(`/katalog/kort/${card.id}`)).text;
    assert.match(await page(), /1 har sagt: det vil vi også.*Ingen har prøvet det her endnu/);
    await other.tx((tx) => paidInvoice(tx, id, kroner(3_000)));
    other.clock.set(`${addDays(heldOn, 2)}T12:00:00+02:00`);
    await by(other, mette, async (tx) => {
      await results.giveFeedback(tx, id, { came, best: '', differently: '' });
      await initiatives.endInitiative(tx, initiativeId, { result: 'done', words: 'Slut.' });
    });
    assert.match(await page(), /Det er gjort 1 gang\. Det kostede 3\.000 kr\./);
    assert.match(await page(), told);
  }
});

test('a finished initiative becomes one card, however often it is pressed, without the small group’s number', async () => {
  const id = await house.tx(async (tx) => {
    const poul = await actingAs(tx, people.poul);
    const made = await initiatives.startInitiative(poul, {
      title: 'Kortaften',
      what: 'Vi spillede kort.',
      why: '',
      category: 'people',
      place: '',
      startsOn: null,
      endsOn: null,
      wholeOrganisation: false,
      departmentIds: [people.departmentId],
      drivenBy: { personId: people.poul, namePublic: false },
    });
    const step = await initiatives.addStep(poul, made, { says: 'Find kort frem', personId: null, dueOn: null });
    if (step.ok) await initiatives.finishStep(poul, made, step.value, { outcome: 'done', words: '' });
    await initiatives.endInitiative(poul, made, { result: 'done', words: 'Det var sjovt.' });
    return made;
  });
  const poul = await house.signedIn(people.poul);
  const inside = await poul.get(`/initiativer/${id}/inde`);
  const after = await inside.submit('Gør det til et kort i kataloget', {});
  assert.match(after.text, /Kortet ligger hos redaktionen/);
  await house.tx(async (tx) => {
    const initiative = await initiativeById(tx, id);
    const first = initiative && (await verbs.cardOf(tx, initiative, 'da'));
    assert.equal(first, initiative && (await verbs.cardOf(tx, initiative, 'da')));
    await verbs.publishCard(await actingAs(tx, people.signe), first as never);
  });
  assert.match((await house.visitor().get(`/initiativer/${id}`)).text, /Det er blevet til et kort i kataloget/);
  const stranger = await house.signedIn(people.mette);
  assert.equal((await stranger.get(`/initiativer/${id}/inde`)).text.includes('Gør det til et kort'), false);
});

test('money from elsewhere is written in by staff, and leads to nothing but the web', async () => {
  const signe = await house.signedIn(people.signe);
  const form = await signe.get('/katalog/penge-udefra/ny');
  const wrong = await form.submit('Gem', { name: 'Fonden Lys', supports: 'Lys', url: 'javascript:alert(1)' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /begynder med https/);
  await wrong.submit('Gem', { url: 'https://fonden-lys.example/soeg' });
  const page = await house.visitor().get('/katalog/penge-udefra');
  assert.match(page.text, /Fonden Lys/);
  assert.match(page.text, /Stedet er opfundet/);
  const fundPage = await house.visitor().get(`/puljer/${people.fundId}`);
  assert.match(fundPage.text, /Se penge udefra/);
});
