import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES } from '../../kernel/language.ts';
import { sample as sampled } from '../../testing/long.ts';
import type { Pairs } from './bars.ts';
import { preparePairs } from './charts.ts';
import { renderPdf } from './pdf.ts';
import { type PrintedPdf, readPdf } from './pdf-reading.ts';
import { cards, letter, list, lyngbakken, minutes, poster, report } from './samples.ts';
import type { Block, Brand, DocumentSpec, LetterSpec } from './spec.ts';

const samples: readonly DocumentSpec[] = [
  letter,
  { kind: 'letters', language: 'da', title: 'To breve', letters: [letter, letter] },
  report,
  minutes,
  poster,
  cards,
  list,
];

async function print(spec: DocumentSpec, brand: Brand = lyngbakken): Promise<PrintedPdf> {
  const outcome = await renderPdf(spec, brand);
  assert.ok(outcome.ok, 'Typst is installed on this machine');
  return readPdf(outcome.value);
}

for (const sample of samples) {
  test(`a ${sample.kind} is read aloud with its title, its language and its structure`, async () => {
    for (const language of LANGUAGES) {
      const printed = await print({ ...sample, language });
      assert.equal(printed.title, sample.title);
      assert.equal(printed.language, `${language}-${language === 'da' ? 'DK' : 'GB'}`);
      assert.ok(printed.tagged);
      assert.ok(printed.claimsUa1);
      assert.ok(printed.roles.includes('H1'), printed.roles.join(' '));
    }
  });
}

test('our own letter type is in the file, and nothing has fallen back to another', async () => {
  for (const sample of samples) {
    const { fonts } = await print(sample);
    assert.ok(fonts.length > 0);
    for (const font of fonts) assert.match(font, /^Nunito-(Regular|Bold|ExtraBold|Black)$/);
  }
});

test('a picture without a text for those who cannot see it is refused', async () => {
  const silent: LetterSpec = {
    ...letter,
    body: [{ kind: 'qr', content: 'https://lyngbakken.example', caption: 'Se her', alt: ' ' }],
  };
  await assert.rejects(renderPdf(silent, lyngbakken), /alternative text/);
});

test('a document without a title is refused', async () => {
  await assert.rejects(renderPdf({ ...letter, title: ' ' }, lyngbakken), /without a title/);
});

test('whatever a person writes is printed as written, never obeyed', async () => {
  const markup = fc.string({
    unit: fc.constantFrom(...Array.from('#$[]@*_<>\\`=-/~"\'(){}+%&;:æ1')),
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(markup, { minLength: 1, maxLength: 30 }), async (items) => {
      const printed = await print({ ...letter, body: [{ kind: 'list', items }] });
      const seen = printed.text.replaceAll(/\s/g, '');
      for (const item of items) assert.ok(seen.includes(item.replaceAll(/\s/g, '')), JSON.stringify(item));
    }),
    { numRuns: sampled(4, 60, 'letters with markup in them'), seed: 6 },
  );
});

test('no character a person can type keeps a letter from being printed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 8 }), async (items) => {
      const printed = await print({
        ...letter,
        title: `Hej ${items[0] ?? ''}`,
        body: [{ kind: 'list', items: ['Hej 🎉', 'a\u0000b\ud800', '中文 Ђ', ...items] }],
      });
      assert.ok(printed.text.includes('Hej'));
    }),
    { numRuns: sampled(4, 60, 'letters of any characters'), seed: 7 },
  );
});

test('a sign that no font here can draw is left out, a letter of an unknown script marked, and the rest of the sentence stands', async () => {
  const { text } = await print({
    ...letter,
    body: [{ kind: 'paragraph', text: 'Vi fester \u{1f9ff}\u{e0101} med \u{12000} i dag' }],
  });
  assert.match(text, /Vi fester\s+med \? i dag/);
});

test('the recipient stands in the window of a C5 and of a C6/5 envelope, also with six long lines', async () => {
  const long = [
    'Boligorganisationen for Fællesskabernes Fremtidssikring',
    'Att.: Økonomi',
    'c/o Mette Sørensen',
    'Ærøvej 14, 2. th.',
    'Boks 17',
    '8900 Randers C',
  ];
  for (const recipient of [letter.recipient, long]) {
    const printed = await print({ ...letter, recipient });
    const first = printed.find(recipient[0]?.slice(0, 15) ?? '');
    const last = printed.find('8900 Randers C');
    assert.ok(first && last);
    assert.ok(Math.abs(first.left - 20) < 0.5, `left ${first.left}`);
    assert.ok(first.baseline > 47 && last.baseline < 70, `from ${first.baseline} to ${last.baseline} mm`);
  }
});

test('a letter in large print is 18 points, its headings larger still, and the window and its place are as ever', async () => {
  const large: LetterSpec = { ...letter, large: true };
  const [small, big] = [await print(letter), await print(large)];
  const sizeOf = (printed: PrintedPdf, text: string) => Math.round((printed.find(text)?.size ?? 0) * 10) / 10;
  assert.deepEqual([sizeOf(small, 'Tak for jeres'), sizeOf(big, 'Tak for jeres')], [11, 18]);
  assert.ok(sizeOf(big, 'I har fået tilsagn') > sizeOf(big, 'Det har vi lovet'));
  assert.ok(sizeOf(big, 'Det har vi lovet') > 18);
  for (const printed of [small, big]) assert.ok(Math.abs((printed.find('Mette Sørensen')?.left ?? 0) - 20) < 0.5);
  assert.equal(big.find('Mette Sørensen')?.baseline, small.find('Mette Sørensen')?.baseline);
  const mixed = await print({ kind: 'letters', language: 'da', title: 'Breve', letters: [large, letter] });
  assert.ok(mixed.pages.length > small.pages.length, 'one letter of the pile large, the next one not');
  assert.ok(big.claimsUa1);
});

test('a letter over two pages counts them, and each of many letters begins with page 1', async () => {
  const paragraph: Block = { kind: 'paragraph', text: 'Bestyrelsesansvarsforsikringen blev drøftet. '.repeat(8) };
  const long = await print({ ...letter, body: Array.from({ length: 12 }, () => paragraph) });
  assert.equal(long.pages.length, 2);
  assert.match(long.pages[1] ?? '', /Side 2 af 2/);
  const many = sampled(40, 200, 'letters in one file');
  const letters = Array.from({ length: many }, (_, index) => ({
    ...letter,
    recipient: [`Beboer nr. ${index}`, 'Ærøvej 1', '8900 Randers C'],
  }));
  const { pages } = await print({ kind: 'letters', language: 'da', title: 'Breve', letters });
  assert.equal(pages.length, many);
  for (const [index, page] of pages.entries()) {
    assert.ok(page.includes(`Beboer nr. ${index}`) && page.includes('Side 1 af 1'), `letter ${index}`);
  }
});

test('amounts and dates are Danish in a Danish letter and English in an English one', async () => {
  const danish = (await print(letter)).text;
  assert.match(danish, /22\. november 2026/);
  assert.match(danish, /6\.750,50\skr\./);
  assert.match(danish, /Sagsnr\. 2026-0147/);
  const english = (await print({ ...letter, language: 'en' })).text;
  assert.match(english, /22 November 2026/);
  assert.match(english, /DKK\s6,750\.50/);
});

test('tables have header cells, and a long list repeats them on every page', async () => {
  const printed = await print({
    ...list,
    groups: [
      { heading: 'Ærøvej 12', rows: Array.from({ length: 90 }, (_, index) => [`Nr. ${index}`, 'Mette', 'Dansk']) },
    ],
  });
  assert.ok(printed.pages.length >= 3);
  for (const page of printed.pages) assert.match(page, /Adresse\s+Navn\s+Sprog/);
  assert.ok(printed.roles.includes('TH'));
});

test('a chart says its figures to those who cannot see it, and a missing one is missing, not zero', async () => {
  const { alternatives } = await print(report);
  assert.deepEqual(alternatives, [
    'Flest var med i Ærøparken, færrest i Højhuset. Ærøparken: 61 %; Enghaven: 47 %; Højhuset: 18 %; Kløvermarken: mangler.',
  ]);
});

test('each pair of bars has its own scale, and where one is not told neither is drawn', async () => {
  const pairs: Pairs = {
    kind: 'pairs',
    caption: '',
    alt: 'I år og sidste år.',
    names: ['2026', '2025'],
    pairs: [
      {
        label: 'Deltagere',
        bars: [
          { value: 373, shown: '373' },
          { value: 746, shown: '746' },
        ],
      },
      {
        label: 'Historier',
        bars: [
          { value: 2, shown: '2' },
          { value: null, shown: 'færre end fem' },
        ],
      },
    ],
  };
  const [people, stories] = (preparePairs(pairs) as { pairs: { bars: { share: number | null }[] }[] }).pairs;
  assert.deepEqual(
    [people, stories].map((pair) => pair?.bars.map(({ share }) => share)),
    [
      [0.5, 1],
      [null, null],
    ],
  );
  const { text, alternatives } = await print({ ...report, body: [pairs] });
  assert.deepEqual(alternatives, [
    'I år og sidste år. Deltagere, 2026: 373, 2025: 746; Historier, 2026: 2, 2025: færre end fem.',
  ]);
  assert.match(text, /færre end fem/);
});

test('a title keeps its words whole, but for one that is wider than the page', async () => {
  const title = 'Boligorganisationens fællesskabsundersøgelse og handlingsplan';
  for (const sample of [report, minutes]) {
    const whole = await print({ ...sample, title });
    assert.ok(whole.find('fællesskabsundersøgelse') && whole.find('Boligorganisationens'), sample.kind);
  }
  const { text } = await print({ ...report, title: 'Helhedsplansfinansieringsforudsætningsredegørelseskommissionen' });
  assert.doesNotMatch(text, /Helhedsplansfinansieringsforudsætningsredegørelseskommissionen/, 'it is parted');
});

test('a poster is one page however long its title and its text are', async () => {
  for (const [title, count] of [
    ['Fest', 0],
    ['Ekstraordinærtbeboermødearrangementsudvalg', 1],
    ['Fællesspisning og fælleshave i Kløvermarkens store beboerlokale', 18],
  ] as const) {
    const printed = await print({
      ...poster,
      title,
      paragraphs: ['Suppe over bål og lygter til børnene, og alle er velkomne.'.repeat(count)],
    });
    assert.equal(printed.pages.length, 1, title);
    assert.match(printed.text, /86 00 00 00/);
  }
});

test('thirteen cards take two sheets, each with its address and code', async () => {
  const [card] = cards.cards;
  assert.ok(card);
  const printed = await print({
    ...cards,
    cards: Array.from({ length: 13 }, (_, index) => ({ ...card, code: `48${index} 913` })),
  });
  assert.equal(printed.pages.length, 2);
  assert.match(printed.pages[1] ?? '', /4812 913/);
});

test('a subheading with no heading above it does not keep minutes from being printed', async () => {
  const body: Block[] = [
    { kind: 'subheading', text: 'Cykler' },
    { kind: 'heading', text: 'Støj' },
  ];
  const { roles } = await print({ ...minutes, items: [{ title: 'Eventuelt', body, decision: null }] });
  assert.deepEqual(
    roles.filter((role) => /^H\d$/.test(role)),
    ['H1', 'H2', 'H3', 'H3'],
  );
});

test('a mail merge that would fill the memory is refused, and so is an empty one', async () => {
  for (const letters of [[], Array.from({ length: 251 }, () => letter)]) {
    const merge: DocumentSpec = { kind: 'letters', language: 'da', title: 'Breve', letters };
    await assert.rejects(renderPdf(merge, lyngbakken), /between 1 and 250/);
  }
});
