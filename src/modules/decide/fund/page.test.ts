import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import { kroner } from '../../../kernel/money.ts';
import { measureFill, renderPdf } from '../../../platform/documents/pdf.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { lyngbakken } from '../../../platform/documents/samples.ts';
import { readForm } from '../../../platform/web/form.ts';
import { sample } from '../../../testing/long.ts';
import { pageForm } from './forms/page.ts';
import { applicationSheet, blankSheet, measuredSheet } from './letters/page.ts';
import { typedSoFar } from './routes/typed-page.ts';
import { EMPTY_PAGE, LINES, type Page } from './rules/application.ts';

const DEPARTMENTS = new Map([
  ['a', 'Kærhaven'],
  ['b', 'Stationsgården'],
  ['c', 'Møllevænget'],
]);
const TODAY = day('2026-11-22');
const SENT = { reference: 'P-0007', on: TODAY, answerBy: addDays(TODAY, 14), channel: null };
const AROUND = { fund: 'Puljen til fællesskaber', departments: DEPARTMENTS, sent: SENT, contact: true };

const words = (most: number) =>
  fc
    .array(fc.constantFrom('suppe', 'fællesskabsmiddag', 'i', 'gården', 'æøå', 'Ærø.\n', '\n\n', '#[x]', '12.500'), {
      maxLength: Math.ceil(most / 6),
    })
    .map((parts) => parts.join(' ').slice(0, most));

const pages: fc.Arbitrary<Page> = fc
  .record({
    title: words(80),
    purpose: words(5000),
    groundReason: words(600),
    remains: words(400),
    whoBuys: words(120),
    otherMoneyWords: words(200),
    lines: fc.array(fc.record({ what: words(120), supplier: words(120) }), { maxLength: LINES.most }),
  })
  .map(({ lines, ...texts }) => ({
    ...EMPTY_PAGE,
    ...texts,
    applicantName: 'Mette Holm',
    applicantEmail: 'mette@example.dk',
    participants: 40,
    startsOn: TODAY,
    endsOn: addDays(TODAY, 400),
    grounds: ['across_departments', 'short_notice', 'smaller_group'],
    departmentIds: [...DEPARTMENTS.keys()] as Id<'department'>[],
    otherMoney: kroner(1_000),
    minors: true,
    nonResidents: true,
    coApplicants: [{ name: 'Poul Dahl', personId: null, email: null, declinedOn: null }],
    lines: lines.map((line) => ({ ...line, what: line.what || 'Mad', amount: kroner(1_234.5) })),
  }));

async function printed(page: Page) {
  const pdf = await renderPdf(applicationSheet(page, AROUND), lyngbakken);
  assert.ok(pdf.ok, 'Typst is installed on this machine');
  return readPdf(pdf.value);
}

async function fillOf(page: Page): Promise<number> {
  const fill = await measureFill(measuredSheet(page, DEPARTMENTS), lyngbakken);
  assert.ok(fill.ok);
  return fill.value;
}

test('whatever is written prints on exactly one A4 page, and what the meter accepts prints at full size', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (page) => {
      const sheet = await printed(page);
      assert.equal(sheet.pages.length, 1);
      assert.ok(sheet.claimsUa1 && sheet.tagged);
      const last = sheet.find('Poul Dahl');
      assert.ok(last, 'what stands last on the page is on the page');
      assert.ok(last.baseline < 297 - 18, `baseline ${last.baseline} mm`);
      if ((await fillOf(page)) <= 1) assert.equal(Math.round(last.size * 10) / 10, 10.5);
    }),
    { numRuns: sample(8, 100, 'applications printed'), seed: 8 },
  );
});

test('the meter grows with what is written, and passes 1 where a second page would begin', async () => {
  const page = { ...EMPTY_PAGE, title: 'Suppe', applicantName: 'Mette Holm', participants: 4 };
  const fills: number[] = [];
  for (const times of [1, 20, 40, 80, 120]) {
    fills.push(
      await fillOf({ ...page, purpose: 'Vi spiser suppe sammen ved det lange bord i gården. '.repeat(times) }),
    );
  }
  assert.deepEqual(
    fills,
    [...fills].sort((one, other) => one - other),
  );
  assert.ok((fills[0] ?? 1) < 0.5 && (fills[4] ?? 0) > 1, fills.join(' '));
});

test('the empty form is one page with lines for a pen, in both languages', async () => {
  for (const language of LANGUAGES) {
    const pdf = await renderPdf(blankSheet('Puljen', [...DEPARTMENTS.values()], language), lyngbakken);
    assert.ok(pdf.ok);
    const sheet = await readPdf(pdf.value);
    assert.equal(sheet.pages.length, 1);
    assert.ok(sheet.claimsUa1);
    assert.match(sheet.text, language === 'da' ? /Dato og underskrift/ : /Date and signature/);
    const fill = await measureFill(blankSheet('Puljen', [...DEPARTMENTS.values()], language), lyngbakken);
    assert.ok(fill.ok && fill.value <= 1, `${language} ${fill.ok && fill.value}`);
  }
});

test('everything that cannot be read on the page is said at once, each at the field that is to be mended', () => {
  const form = new FormData();
  const typed = {
    email: 'mette@',
    participants: 'mange',
    startsOn: '2026-12-05',
    endsOn: '2026-12-01',
    what1: 'Mad',
    amount1: 'x',
    what2: 'Borde',
    supplier3: 'Vesterby Brugs',
    amount4: '400',
    withEmail1: 'poul@example.dk',
  };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  for (const language of LANGUAGES) {
    const read = readForm(pageForm(language), form);
    assert.ok(!read.ok);
    assert.deepEqual(read.refusal.messages.map(({ field }) => field).sort(), [
      'amount1',
      'amount2',
      'email',
      'endsOn',
      'participants',
      'what3',
      'what4',
      'with1',
    ]);
    assert.deepEqual(read.refusal.values, typed);
  }
  assert.deepEqual(typedSoFar(form, 'da').page.lines, []);
});
