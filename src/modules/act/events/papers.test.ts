import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { lyngbakken } from '../../../platform/documents/samples.ts';
import { listOf, posterOf } from './letters/papers.ts';
import type { Event } from './rules/event.ts';
import type { SignUp } from './rules/signing-up.ts';

const EVENT: Event = {
  id: '0198c0de-0000-7000-8000-00000000e001' as Id<'event'>,
  initiativeId: null,
  title: 'Fællesspisning på tværs',
  what: 'Fiskesuppe til alle. 45 kroner for voksne.',
  place: 'Fælleshuset på Møllevænget',
  on: day('2026-12-05'),
  until: day('2026-12-05'),
  starts: '18:00',
  ends: '20:30',
  departmentIds: [],
  wholeOrganisation: true,
  openToAll: true,
  capacity: 90,
  expected: null,
  signUp: true,
  signUpBy: day('2026-12-01'),
  aspects: [],
  callWho: 'Mette i nummer 7',
  phone: '+4512345678',
  createdBy: null,
  organisers: [],
  cancelled: null,
  count: null,
  version: 1,
};
const OFFICE = { origin: 'https://lyngbakken.example', phone: '+4599999999', email: null };

const print = async (spec: Parameters<typeof renderPdf>[0]) => {
  const pdf = await renderPdf(spec, lyngbakken);
  assert.ok(pdf.ok);
  return readPdf(pdf.value);
};

test('a poster is one page with code and telephone, A4 or A3, in a language that the site does not speak too', async () => {
  const danish = await print(posterOf(EVENT, { language: 'da', title: EVENT.title, what: EVENT.what }, 'a3', OFFICE));
  assert.equal(danish.pages.length, 1);
  assert.match(danish.text, /lørdag/);
  assert.match(danish.text, /kl\.\s18\.00-20\.30/);
  assert.match(danish.text, /ring til Mette i nummer 7:\s+12\s34\s56\s78/);
  assert.match(danish.alternatives.join(), /lyngbakken\.example\/arrangementer\//);
  const words = { title: 'Спільна вечеря', what: 'Рибний суп для всіх. 45 крон для дорослих.' };
  const other = await print(posterOf(EVENT, { language: 'uk', ...words }, 'a4', OFFICE));
  assert.equal(other.pages.length, 1);
  assert.equal(other.language, 'uk');
  assert.match(other.text, /субота/);
  assert.match(other.text, /Спільна вечеря/);
});

test('the list has a box for each, names as its reader may read them, and lines for those who just come', async () => {
  const one: SignUp = {
    id: '0198c0de-0000-7000-8000-00000000a001' as Id<'event_sign_up'>,
    eventId: EVENT.id,
    number: 3,
    name: 'Aya Hemmelig',
    email: 'aya@example.dk',
    phone: null,
    home: '',
    adults: 2,
    children: 1,
    cameBy: null,
    language: 'da',
    personId: null,
    channel: 'web',
    registeredBy: null,
    placed: true,
    left: false,
    came: null,
  };
  const at = { language: 'da', today: day('2026-12-04') } as const;
  const first = await print(listOf(EVENT, [one, { ...one, number: 4, placed: false }], 'first', at));
  assert.match(first.text, /Aya/);
  assert.doesNotMatch(first.text, /Hemmelig|aya@/);
  assert.match(first.text, /Venteliste/);
  assert.match(first.text, /2 voksne, 1 barn/);
  const all = await print(listOf(EVENT, [one], 'all', at));
  assert.match(all.text, /Aya Hemmelig/);
  assert.match(all.text, /Kom uden tilmelding/);
});
