import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { lyngbakken } from '../../../platform/documents/samples.ts';
import { testApp } from '../../../testing/app.ts';
import { cardPaper, editionPaper } from './letters/papers.ts';
import { deckCard, verbs } from './seed.ts';
import { publishedCards } from './store/cards.ts';

const { newHouse } = await testApp();

test('a card is one page of A4, one poster of A2, and a page in the edition, tagged for those who hear it', async () => {
  const house = await newHouse();
  const { card, cards } = await house.tx(async (tx) => {
    await verbs.putInDeck(tx);
    return { card: await deckCard(tx, 'summerParty'), cards: await publishedCards(tx, 400) };
  });
  const paper = { language: 'da', origin: 'https://lyngbakken.example' } as const;
  const edition = { number: 1, on: day('2026-05-04'), foreword: 'Vedtaget.' };
  const few = cards.filter(({ deckKey }) => deckKey === 'meadow' || deckKey === 'airOut' || deckKey === 'knitting');
  for (const [spec, pages, says] of [
    [cardPaper(card, 'a4', paper), 1, /Sommerfest med 25 små opgaver.*Det vil vi også/s],
    [cardPaper(card, 'a4', { ...paper, language: 'en', remarks: ['Remember the key.'] }), 1, /The caretakers say/s],
    [cardPaper(card, 'a2', { ...paper, language: 'en' }), 1, /A summer party in 25 small tasks/s],
    [editionPaper(edition, few, 'da'), 5, /Inspirationskatalog.*Indhold.*Blomstereng.*Det gør jeg selv/s],
  ] as const) {
    const pdf = await renderPdf(spec, lyngbakken);
    if (!pdf.ok) return;
    const read = await readPdf(pdf.value);
    assert.equal(read.pages.length, pages);
    assert.match(read.text, says);
    assert.ok(read.tagged && read.claimsUa1);
  }
});
