import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layOut, type Paper, type Rect, type SheetPage } from './layout.ts';
import { readyMade, readyMadeWithQuestions } from './ready-made.ts';
import { readTemplate, type SheetTemplate } from './template.ts';

const PAPERS: readonly Paper[] = ['a4', 'a3', 'a2'];

const anyTheme = (id: string) =>
  fc.record({
    id: fc.constant(id),
    title: fc.string({ minLength: 1, maxLength: 60 }),
    options: fc
      .array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 14 })
      .map((texts) => texts.map((text, at) => ({ id: `o${at}`, text }))),
    other: fc.nat(3),
    notes: fc.nat(3),
  });
const anyTemplate: fc.Arbitrary<SheetTemplate> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 60 }),
  lang: fc.constantFrom('da', 'en', 'ar'),
  themes: fc
    .integer({ min: 1, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyTheme(`t${at}`)))),
});

describe('a sheet is laid out so that it can be filled in and photographed', () => {
  it('puts the ready-made themes on four sheets of A3, and all 26 options and 4 others on one of A2', () => {
    assert.deepEqual(
      pagesOf('a3').map(({ boxes }) => boxes.length),
      [8, 8, 7, 7],
    );
    const [wall] = pagesOf('a2');
    assert.equal(wall?.boxes.length, 30);
    assert.equal(wall?.boxes.filter(({ text }) => text === null).length, 4);
    assert.equal(pagesOf('a4').length, 4);
  });

  it('gives a box 14 mm or more, 8 mm free to everything but its words, and 5 mm to where one writes', () => {
    everyPage((page) => {
      for (const [at, box] of page.boxes.entries()) {
        assert.ok(box.w >= 14 && box.h === box.w);
        for (const other of page.boxes.slice(at + 1)) assert.ok(apart(box, other) >= 8, `${box.id} and ${other.id}`);
        for (const words of page.boxes.map((other) => other.words)) assert.ok(apart(box, words) >= 8);
        for (const note of page.notes) assert.ok(apart(box, note) >= 8);
        for (const { x, y, size } of page.markers) assert.ok(apart(box, { x, y, w: size, h: size }) >= 8);
      }
    });
  });

  it('keeps markers 8 mm from the edge with one cell of white around, and everything inside the paper', () => {
    everyPage((page) => {
      const rest = [
        page.heading,
        page.legend,
        page.qr,
        page.strip,
        page.foot,
        ...page.fields,
        ...page.notes,
        ...page.titles,
      ];
      for (const { x, y, size } of page.markers) {
        assert.ok(Math.min(x, y, page.page.w - x - size, page.page.h - y - size) >= 8);
        for (const part of rest) assert.ok(apart({ x, y, w: size, h: size }, part) >= size / 8);
      }
      for (const part of [...rest, ...page.boxes, ...page.boxes.map(({ words }) => words)])
        assert.ok(
          part.x >= 8 && part.y >= 8 && part.x + part.w <= page.page.w - 8 && part.y + part.h <= page.page.h - 8,
        );
      for (const note of page.notes) assert.ok(note.h >= 19 && note.w >= 70, `${note.w} by ${note.h}`);
    });
  });

  it('gives every box and field a name of its own, and every sheet its number', () => {
    everyPage((page) => {
      const ids = [...page.boxes, ...page.notes].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    });
    assert.deepEqual(
      pagesOf('a3').map(({ sheet }) => sheet),
      [500, 501, 502, 503],
    );
  });

  it('lays boxes, fields and markers where they lie on sheets that are printed already', () => {
    const places = PAPERS.map((paper) => {
      const pages = pagesOf(paper, readyMadeWithQuestions).map(({ boxes, notes, markers }) => [
        boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h]),
        notes.map(({ id, x, y, w, h }) => [id, x, y, w, h]),
        markers,
      ]);
      return createHash('sha256').update(JSON.stringify(pages)).digest('hex').slice(0, 16);
    });
    assert.deepEqual(places, ['e8043a038bcb8983', 'b02b68354fe5f460', '72e5cd019a783a42'], 'else they cannot be read');
  });

  it('gives each supplementary question a field of its own, before the free notes', () => {
    const [rammer, ...rest] = readyMade.themes;
    assert.ok(rammer);
    const asked = { ...rammer, questions: [{ id: 'q1', text: 'Hvad savner I?' }] };
    const [page] = pagesOf('a3', { ...readyMade, themes: [asked, ...rest] });
    assert.deepEqual(
      page?.notes.map(({ id, text }) => [id, text]),
      [
        ['rammer.q1', 'Hvad savner I?'],
        ['rammer.note1', null],
      ],
    );
  });

  it('has room for the ready-made questions on every paper', () => {
    for (const paper of PAPERS) {
      const questions = pagesOf(paper, readyMadeWithQuestions).flatMap(({ notes }) => notes.filter(({ text }) => text));
      assert.equal(questions.length, 4);
    }
  });

  it('says which theme the paper cannot hold, rather than making the boxes smaller', () => {
    const options = Array.from({ length: 30 }, (_, at) => ({ id: `o${at}`, text: 'Noget' }));
    const crowded = {
      ...readyMade,
      themes: readyMade.themes.map((theme, at) => (at === 1 ? { ...theme, options } : theme)),
    };
    assert.deepEqual(
      layOut(crowded, 'a3', (at) => at),
      {
        ok: false,
        refusal: [{ code: 'too-many-options', theme: 'engagement', paper: 'a3' }],
      },
    );
  });
});

describe('a template is read from any JSON', () => {
  it('reads what it writes', () => {
    assert.deepEqual(readTemplate(JSON.parse(JSON.stringify(readyMade))), { ok: true, value: readyMade });
  });

  it('takes a theme without "other", "notes" and "lang"', () => {
    const read = readTemplate({ name: 'A', themes: [{ id: 1, title: 'B', options: [{ id: 'x', text: 'C' }] }] });
    assert.deepEqual(read.ok && read.value.themes[0], {
      id: '1',
      title: 'B',
      options: [{ id: 'x', text: 'C' }],
      other: 0,
      notes: 0,
    });
    assert.equal(read.ok && read.value.lang, 'da');
  });

  for (const [name, json, at, code] of [
    ['a list', [], '', 'not-an-object'],
    ['no themes', { name: 'A', themes: [] }, 'themes', 'empty'],
    ['a theme that is text', { name: 'A', themes: ['x'] }, 'themes[0]', 'not-an-object'],
    [
      'two themes with one id',
      {
        name: 'A',
        themes: [
          { id: 'x', title: 'T', options: [] },
          { id: 'x', title: 'T', options: [] },
        ],
      },
      'themes[1].id',
      'same-id',
    ],
    [
      'an option without words',
      { name: 'A', themes: [{ id: 'x', title: 'T', options: [{ id: 'o', text: ' ' }] }] },
      'themes[0].options[0].text',
      'empty',
    ],
    [
      'half an "other"',
      { name: 'A', themes: [{ id: 'x', title: 'T', options: [], other: 0.5 }] },
      'themes[0].other',
      'not-a-count',
    ],
    [
      'a very long title',
      { name: 'A', themes: [{ id: 'x', title: 'T'.repeat(121), options: [] }] },
      'themes[0].title',
      'too-long',
    ],
  ] as const)
    it(`says where ${name} stands`, () => {
      const read = readTemplate(json);
      assert.ok(
        !read.ok && read.refusal.some((problem) => problem.at === at && problem.code === code),
        JSON.stringify(read),
      );
    });
});

function pagesOf(paper: Paper, template = readyMade): readonly SheetPage[] {
  const laid = layOut(template, paper, (at) => 500 + at);
  assert.ok(laid.ok);
  return laid.value;
}

function everyPage(holds: (page: SheetPage) => void): void {
  for (const paper of PAPERS) pagesOf(paper).forEach(holds);
  fc.assert(
    fc.property(anyTemplate, fc.constantFrom(...PAPERS), (template, paper) => {
      const laid = layOut(template, paper, (at) => at);
      if (laid.ok) laid.value.forEach(holds);
    }),
  );
}

/** Millimetres between two parts; 0 or less when they touch. */
function apart(one: Rect, other: Rect): number {
  const x = Math.max(other.x - one.x - one.w, one.x - other.x - other.w);
  const y = Math.max(other.y - one.y - one.h, one.y - other.y - other.h);
  return Math.max(x, y);
}
