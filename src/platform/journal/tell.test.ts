import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import type { JournalKinds } from './journal.ts';
import type { Entry } from './read.ts';
import { tellEntries } from './tell.ts';

const SOUP = 'aaaaaaaa-0000-4000-8000-000000000001' as Id<'initiative'>;
const MEADOW = 'aaaaaaaa-0000-4000-8000-000000000002';
const METTE = 'bbbbbbbb-0000-4000-8000-000000000001' as Id<'person'>;

test('neighbours that say the same are told as one where their kind says how, of one day and about one thing', async () => {
  const together: JournalKinds = {
    'test.shown': { sentence: () => 'Alle kan se det.', audience: 'public' },
    'test.listed': {
      sentence: ({ actor, facts }) => (facts.paper ? `${actor} skrev nogen op.` : 'Nogen meldte sig til.'),
      together: ({ actor }, all) => `${actor} skrev ${all.reduce((sum, { people }) => sum + Number(people), 0)} op.`,
    },
  };
  const entry = (seq: number, at: string, more: Partial<Entry> = {}): Entry => ({
    ...{ seq, at: new Date(`2026-05-0${at}Z`), kind: 'test.listed', actorKind: 'person', actorId: METTE },
    ...{
      channel: 'web',
      subject: { kind: 'event', id: SOUP },
      thread: SOUP,
      facts: { people: 2, paper: true },
      ...more,
    },
  });
  const told = await tellEntries(
    together,
    [
      entry(9, '3T10:00', { facts: { people: 1, paper: false } }),
      entry(8, '3T09:00'),
      entry(7, '3T08:00', { facts: { people: 3, paper: true } }),
      entry(6, '3T07:00', { subject: { kind: 'event', id: MEADOW } }),
      entry(5, '2T23:30'),
      entry(4, '2T21:30'),
      entry(3, '2T09:00', { kind: 'test.shown' }),
      entry(2, '2T08:00', { kind: 'test.shown' }),
    ],
    async () => new Map([[METTE, 'Mette']]),
    'da',
  );
  assert.deepEqual(
    told.map(({ seq, sentence }) => `${seq} ${sentence}`),
    [
      '9 Nogen meldte sig til.',
      '8 Mette skrev 5 op.',
      '6 Mette skrev nogen op.',
      '5 Mette skrev nogen op.',
      '4 Mette skrev nogen op.',
      '3 Alle kan se det.',
      '2 Alle kan se det.',
    ],
    'half past eleven in UTC is the next day in Denmark',
  );
});
