import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageHeader } from './page-header.tsx';

const header = (turnCount: number) =>
  PageHeader({
    language: 'da',
    title: 'Forside',
    organisation: { name: 'Lyngbakken', colour: '#2f6b3d', logo: null },
    path: '/',
    person: { name: 'Mette Holm' },
    turnCount,
    navigation: { first: [], more: [] },
    flash: null,
    assets: { css: [], scripts: [] },
    children: '',
  }).text;

test('how much waits is told up to 99, and is "99+" beyond that', () => {
  assert.doesNotMatch(header(0), /turn-count/);
  assert.match(header(99), />99<.*: 99 ting venter på dig</);
  assert.match(header(100), />99\+<.*: mere end 99 ting venter på dig</);
});
