import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES } from '../../kernel/language.ts';
import { galleryExamples } from '../gallery.tsx';
import { initialsOf } from './avatar.tsx';
import { pagesAround } from './wayfinding.tsx';

test('from every page one can reach the first, the last and the neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (one, other) => {
      const [page, pages] = [Math.min(one, other), Math.max(one, other)];
      const shown = pagesAround(page, pages);
      for (const near of [1, pages, page, Math.max(1, page - 1), Math.min(pages, page + 1)])
        assert.ok(shown.includes(near));
      const numbers = shown.filter((each) => each !== null);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
      assert.ok(shown.length <= 9);
    }),
  );
});

test('a sign for skipped pages never stands for a single page', () => {
  assert.deepEqual(pagesAround(4, 7), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(pagesAround(6, 20), [1, null, 5, 6, 7, null, 20]);
  assert.deepEqual(pagesAround(1, 5, true), [1, 2, null], 'where nobody counted the last, none is shown');
});

test('initials take the first and the last name, also with Danish letters and single names', () => {
  assert.equal(initialsOf('Åse Marie Holm'), 'ÅH');
  assert.equal(initialsOf('bo'), 'B');
  assert.equal(initialsOf('  Øjvind   Ærø '), 'ØÆ');
  assert.equal(initialsOf(''), '');
});

test('the gallery names each example once, in every language, and no two elements share an id', () => {
  for (const language of LANGUAGES) {
    const examples = galleryExamples(language);
    const names = examples.map(({ group, name }) => `${group}: ${name}`);
    assert.equal(new Set(names).size, names.length);
    const ids = examples.flatMap(({ html }) => [...html.text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.ok(examples.length > 30);
  }
});
