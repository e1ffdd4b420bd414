import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { aPromised, by, verbs as results, someAnswers } from '../../decide/results/seed.ts';
import { verbs as initiatives } from '../../initiatives/seed.ts';
import { mayWithStory } from './access.ts';
import { smsOf } from './letters/sms.ts';
import { draftFrom } from './rules/draft.ts';
import { mayGoTo, paragraphsOf, STORY_STATES, type StoryState } from './rules/story.ts';
import { aStory } from './seed.ts';

const { newHouse } = await testApp();

/** Mette's soup is held, told of and over; a picture lies with the case, and two people are known on it. */
async function held() {
  const house = await newHouse();
  const people = await aPromised(house, {}, { mette: 'mette@example.dk', signe: 'signe@lyngbakken.example' });
  house.clock.set(`${addDays(people.heldOn, 3)}T12:00:00+02:00`);
  const photoId = await by(house, people.mette, async (tx) => {
    await results.giveFeedback(tx, people.id, someAnswers({ came: 42, best: 'Ingen ville gå hjem.' }));
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7aa65a' } })
      .jpeg()
      .toBuffer();
    const added = await results.addPhoto(tx, people.id, {
      ...{ bytes: new Uint8Array(bytes), name: 'suppe.jpg', alt: 'To naboer rører i gryden' },
      ...{ people: 'adults', mayBePublic: true, consent: 'Ja' },
    });
    assert.ok(added.ok);
    const ended = await initiatives.endInitiative(tx, people.initiativeId, { result: 'done', words: 'Køb mere brød.' });
    assert.ok(ended.ok);
    return added.value;
  });
  return { house, ...people, photoId };
}

test('from a finished initiative to page, feed, newsletter, poster and SMS from one text, and out of all when a yes is taken back', async () => {
  const { house, signe, mette, poul, inge, departmentId, id: caseId, initiativeId, photoId } = await held();
  await by(house, signe, (tx) => results.showWords(tx, caseId, true));
  const asMette = await house.signedIn(mette);

  const inside = await asMette.get(`/initiativer/${initiativeId}/inde`);
  const write = await inside.submit('Fortæl historien', {});
  const field = (name: string) => write.root.querySelector(`[name="${name}"]`);
  assert.equal(field('heading')?.getAttribute('value'), 'Suppe i gården', 'what Grobund knows stands there already');
  assert.match(field('body')?.text ?? '', /Der kom 42 mennesker\.\s+Det lærte vi: Køb mere brød\./);
  assert.equal(field('said')?.text.trim(), 'Ingen ville gå hjem.', 'what was best, since staff have shown it');

  const typed = { heading: '', 'photos[]': photoId, name: 'Mette Holm', lead: 'Gryden blev tom kl. 19.' };
  const empty = await write.submit('Gem', typed);
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv en overskrift/);
  assert.match(empty.root.querySelector('[name="lead"]')?.text ?? '', /Gryden blev tom/, 'what was typed is kept');
  const unagreed = await empty.submit('Gem', { ...typed, heading: 'Suppe til 42' });
  assert.equal(unagreed.status, 422);
  assert.match(unagreed.text, /Sæt kryds, når de har sagt ja til at blive nævnt/);
  assert.match(unagreed.text, /Sæt kryds, når alle på billederne har sagt ja/);
  const yes = { ...typed, heading: 'Suppe til 42', nameConsent: 'ja', photoConsent: 'ja', who: mette };
  const draft = await unagreed.submit('Gem', yes);
  assert.match(draft.text, /Kladde/);
  assert.match(draft.text, /ord, LIX \d+/);

  const { id } = await house.tx((tx) => tx.sql.selectFrom('story').select('id').executeTakeFirstOrThrow());
  const place = `/historier/${id}`;
  const strangers = [house.visitor(), await house.signedIn(poul), await house.signedIn(inge)];
  for (const stranger of strangers) assert.equal((await stranger.get(place)).status, 404, 'a draft is nobody else’s');
  const photo = `${place}/billede/${photoId}`;
  assert.equal((await house.visitor().fetch(photo)).status, 404);

  const asSigne = await house.signedIn(signe);
  const asked = await draft.submit('Spørg', { person: signe });
  assert.match(asked.text, /Signe Krog er spurgt/);
  assert.match((await asSigne.get('/din-tur')).text, /Mette Holm spørger, om du vil læse en historie/);
  const unsaid = await (await asSigne.get(place)).submit('Svar', { answer: 'changes' });
  assert.match(unsaid.text, /Skriv, hvad du foreslår/);
  await unsaid.submit('Svar', { answer: 'good', words: 'Dejlig.' });
  const answered = await asMette.get(place);
  assert.match(answered.text, /Signe Krog: Den er god\. Dejlig\./);
  assert.match((await asMette.get('/din-tur')).text, /Din historie er læst/);

  await answered.submit('Send den til redaktionen', {});
  const token = (await asMette.get(place)).root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  assert.equal((await asMette.post(`${place}/udgiv`, { _csrf: token })).status, 404, 'its writer does not publish it');
  const out = await (await asSigne.get(place)).submit('Udgiv', {});
  assert.match(out.text, /Historien er udgivet/);
  assert.equal((await asMette.get(`${place}/skriv`)).status, 404, 'what everybody reads is changed by the editors');

  const visitor = house.visitor();
  const read = async (path: string) => (await visitor.fetch(path)).text();
  assert.match(
    (await visitor.get(place)).text,
    /Suppe til 42.*Gryden blev tom kl\. 19.*Ingen ville gå hjem.*Mette Holm/s,
  );
  assert.match((await visitor.get('/')).text, /Nye historier\s+Beboere\s+Suppe til 42/);
  assert.match((await visitor.get(`/initiativer/${initiativeId}`)).text, /Læs historien: Suppe til 42/);
  assert.match((await visitor.get(`/initiativer/${initiativeId}`)).text, /Historien blev fortalt/);
  assert.match((await visitor.get(`/historier?emne=people&afdeling=${departmentId}`)).text, /Suppe til 42/);
  assert.doesNotMatch((await visitor.get('/historier?emne=green')).text, /Suppe til 42/);
  assert.match((await visitor.get('/historier/skaerm')).text, /Suppe til 42/);
  for (const feed of ['rss.xml', 'atom.xml']) assert.match(await read(`/historier/${feed}`), /Suppe til 42/);
  const block = await read(`${place}/nyhedsbrev.html`);
  assert.ok(block.includes(`${place}/billede/${photoId}" alt="To naboer rører i gryden"`));
  assert.match(block, /Ingen ville gå hjem\.<br><em>Mette Holm/);
  assert.match(await read(`${place}/nyhedsbrev.txt`), /SUPPE TIL 42\n\nGryden blev tom kl\. 19\./);
  const share = await visitor.get(`${place}/del`);
  assert.match(share.text, /Suppe til 42\. Gryden blev tom kl\. 19\.\shttp/);
  assert.match(share.text, /tegn: én SMS/);
  const poster = async () => {
    const pdf = await visitor.fetch(`${place}/plakat`);
    return readPdf(new Uint8Array(await pdf.arrayBuffer()));
  };
  const printed = await poster();
  assert.ok(printed.claimsUa1 && printed.pages.length === 1);
  assert.match(printed.text, /Suppe til 42/);
  assert.ok(printed.roles.includes('Figure'), printed.roles.join(' '));
  assert.equal((await visitor.fetch(photo)).status, 200);

  const before = await asSigne.get(`${place}/skriv`);
  await (await asMette.get(place)).submit('Tag navnet ud', {});
  assert.equal((await before.submit('Gem', {})).status, 422, 'a form from before cannot put the name back');
  assert.doesNotMatch(await read(`${place}/nyhedsbrev.html`), /Mette Holm/);
  assert.doesNotMatch((await visitor.get(place)).text, /Mette Holm/);
  await (await asMette.get(`/pulje/ansoegninger/${caseId}/tilbagemelding`)).submit('Fjern billedet', {});
  assert.equal((await visitor.fetch(photo)).status, 404, 'taken back with the case, it is out of the story');
  for (const path of [place, `${place}/del`, `${place}/nyhedsbrev.html`, '/', '/historier', '/historier/skaerm'])
    assert.ok(!(await read(path)).includes(photoId), path);
  assert.doesNotMatch((await poster()).text, /Mette Holm/);

  await (await asMette.get(place)).submit('Træk historien tilbage', {});
  for (const path of [place, `${place}/del`, `${place}/plakat`, `${place}/nyhedsbrev.txt`])
    assert.equal((await visitor.fetch(path)).status, 404, path);
  assert.doesNotMatch(await read('/historier/rss.xml'), /Suppe til 42/);
  assert.doesNotMatch((await visitor.get('/soeg?q=suppe')).text, /Suppe til 42/);
});

test('a picture that staff hide is out of the story, and a story is begun once', async () => {
  const { house, signe, mette, id: caseId, initiativeId, photoId } = await held();
  const first = await by(house, mette, (tx) => aStory(tx, initiativeId, { photos: [photoId] }));
  assert.equal(
    await by(house, signe, (tx) => aStory(tx, initiativeId, { photos: [photoId], state: 'published' })),
    first,
  );
  const photo = `/historier/${first}/billede/${photoId}`;
  assert.equal((await house.visitor().fetch(photo)).status, 200);
  await by(house, signe, (tx) => results.showPhoto(tx, caseId, photoId, false));
  assert.equal((await house.visitor().fetch(photo)).status, 404);
});

test('two who write at once: the second sees what stands there now and loses nothing typed', async () => {
  const { house, mette, initiativeId } = await held();
  const id = await by(house, mette, (tx) => aStory(tx, initiativeId));
  const asMette = await house.signedIn(mette);
  const [one, other] = [await asMette.get(`/historier/${id}/skriv`), await asMette.get(`/historier/${id}/skriv`)];
  await one.submit('Gem', { heading: 'Den første' });
  const late = await other.submit('Gem', { heading: 'Den anden' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Nogen har rettet historien/);
  assert.equal(late.root.querySelector('[name="heading"]')?.getAttribute('value'), 'Den anden');
});

test('what was changed since the editor read it is not published before it is read again', async () => {
  const { house, signe, mette, initiativeId } = await held();
  const id = await by(house, mette, (tx) => aStory(tx, initiativeId, { state: 'sent' }));
  const read = await (await house.signedIn(signe)).get(`/historier/${id}`);
  await (await (await house.signedIn(mette)).get(`/historier/${id}/skriv`)).submit('Gem', {
    body: 'Noget helt andet.',
  });
  const again = await read.submit('Udgiv', {});
  assert.match(again.text, /Historien er rettet, siden du læste den.*Noget helt andet/s);
  assert.equal((await house.visitor().get(`/historier/${id}`)).status, 404);
  assert.match((await again.submit('Udgiv', {})).text, /Historien er udgivet/);
});

test('an SMS is one part wherever heading and address fit in it, and its address is whole', () => {
  const href = 'https://lyngbakken.example/historier/0198c0de-0000-7000-8000-000000000001';
  const short = smsOf({ heading: 'Suppe til 42', lead: 'Gryden blev tom.' }, href);
  assert.equal(short.text, `Suppe til 42. Gryden blev tom.\n${href}`);
  const long = smsOf({ heading: 'Suppe til 42!', lead: 'Naboer mødtes i gården og talte sammen. '.repeat(9) }, href);
  assert.equal(long.size.segments, 1);
  assert.match(long.text, /^Suppe til 42! (Naboer mødtes i gården og talte sammen\. ?)+\nhttps/);
  const one = smsOf(
    { heading: 'Suppe til 42!', lead: `${'Naboer mødtes i gården, og '.repeat(9)} så spiste de.` },
    href,
  );
  assert.ok(one.size.units <= 160 && one.size.units > 140, String(one.size.units));
  assert.match(one.text, /^Suppe til 42! .*(Naboer|mødtes|i|gården,|og)\.\.\.\nhttps/);
  assert.ok(long.text.endsWith(href));
  const curly = smsOf({ heading: '”Suppe” – til alle', lead: 'Ja.' }, href);
  assert.equal(curly.size.encoding, 'gsm7');
  const wide = smsOf({ heading: 'ł'.repeat(60), lead: 'Ja.' }, href);
  assert.equal(wide.size.encoding, 'ucs2');
  assert.ok(wide.size.segments > 1 && wide.text.endsWith(href));
  assert.ok(smsOf({ heading: 'x'.repeat(90), lead: 'Ja.' }, href.padEnd(120, '0')).size.segments === 2);
});

test('a draft says what is known and nothing else; a body is paragraphs and lists', () => {
  const parts = {
    ...{
      title: 'Fælles kompost',
      what: 'Tre beholdere bag skuret. Og en vagt',
      why: '',
      steps: [],
      stepsHeading: 'Trin',
    },
    ...{ figures: [], learned: '', best: null },
  };
  assert.deepEqual(draftFrom(parts), {
    ...{ heading: 'Fælles kompost', lead: 'Tre beholdere bag skuret.', body: 'Og en vagt', quote: null },
  });
  const more = draftFrom({ ...parts, steps: ['Spørg', 'Byg'], figures: ['Der kom 9.', '5 hjalp.'], best: 'Godt.' });
  assert.equal(more.body, 'Og en vagt\n\nTrin\n\n- Spørg\n- Byg\n\nDer kom 9. 5 hjalp.');
  assert.deepEqual(more.quote, { said: 'Godt.', name: '', personId: null });
  assert.equal(draftFrom({ ...parts, what: 'x'.repeat(500) }).lead.length, 240);
  assert.deepEqual(paragraphsOf('Et\nto\n\n- a\n- b\n\n\n- c\nd'), ['Et\nto', ['a', 'b'], '- c\nd']);
});

test('who was asked to read a story reads it no longer when they have answered and it is taken back', () => {
  const reader = { kind: 'person', personId: 'p' as Id<'person'>, name: '', grants: [] } as const;
  const sees = (state: StoryState, answer: 'good' | null) =>
    mayWithStory(reader, { state }, { drivers: [] }, [
      { id: 'r' as Id<'story_reading'>, personId: reader.personId, askedBy: null, answer, words: '' },
    ]).see;
  assert.deepEqual(
    STORY_STATES.map((state) => [sees(state, null), sees(state, 'good')]),
    [
      [true, true],
      [true, true],
      [true, true],
      [true, false],
    ],
  );
});

test('where a story can go from where it stands', () => {
  const ways = STORY_STATES.map((state) => [
    state,
    (['sent', 'published', 'withdrawn'] as const).filter((next) => mayGoTo(state, next)).join(' '),
  ]);
  assert.deepEqual(Object.fromEntries(ways), {
    draft: 'sent published',
    sent: 'published withdrawn',
    published: 'withdrawn',
    withdrawn: 'sent published',
  });
});
