import { addDays } from '../src/kernel/day.ts';
import { newKey } from '../src/modules/act/events/commands/telling.ts';
import { anEvent, comes, verbs } from '../src/modules/act/events/seed.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';
const METTE = 'Mette Lauridsen';
const INGE = 'Inge Falkenberg';

/** Events of every kind: to come and full, today with people at the door, called off with somebody to tell, and counted. */
export async function eventPages(as: As): Promise<Visit[]> {
  const made = await as(SIGNE, async (tx) => {
    const full = await tx.sql
      .selectFrom('event')
      .select(['id', 'initiative_id as initiativeId'])
      .where('title', 'like', 'Julelys%')
      .executeTakeFirstOrThrow();
    const held = await tx.sql
      .selectFrom('event')
      .select('id')
      .orderBy('on_day', 'desc')
      .where('on_day', '<', tx.today)
      .executeTakeFirstOrThrow();
    const door = await anEvent(tx, { on: tx.today, title: 'Kaffe i dag', aspects: ['fire', 'food'] });
    const mine = await comes(tx, door.id, { name: 'Aya Lind', phone: '+4512345678', children: 1, cameBy: 'asked' });
    await comes(tx, door.id, { name: 'Bo', home: 'nr. 5' });
    await verbs.countWalkIn(tx, door.id, { adults: 2, children: 1, cameBy: null });
    const off = await anEvent(tx, { on: addDays(tx.today, 3), title: 'Bål', signUp: true });
    await comes(tx, off.id, { name: 'Elly', home: 'nr. 7, st. tv.' });
    await verbs.cancelEvent(tx, off.id, { reason: 'weather', words: 'Det blæser.' });
    const ahead = await anEvent(tx, {
      on: addDays(tx.today, 30),
      title: 'Forårsfest',
      capacity: 2,
      aspects: ['lottery'],
    });
    const first = await comes(tx, ahead.id, { name: 'Først', adults: 2 });
    const waits = await comes(tx, ahead.id, { name: 'Venter', adults: 1 });
    return {
      full,
      held,
      door,
      mine,
      off,
      ahead,
      first,
      waits,
      codes: [await newKey(tx, first.id), await newKey(tx, waits.id)],
    };
  });
  const at = (id: string, more = '') => `/arrangementer/${id}${more}`;
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  const { full, held, door, off, ahead } = made;
  return [
    ...visits(null, '/arrangementer', '/arrangementer?vis=holdt', at(full.id), at(held.id), at(off.id), at(door.id)),
    ...visits(null, at(full.id, '/tilmeld'), at(ahead.id, '/tilmeld'), at(held.id, '/tilmeld'), '/min-tilmelding'),
    ...visits(null, ...made.codes.map((code) => `/min-tilmelding/${code}`)),
    ...visits(SIGNE, '/arrangementer', '/arrangementer/ny', '/arrangementer/regler', at(ahead.id, '/ret')),
    ...visits(SIGNE, at(ahead.id, '/sprog'), at(ahead.id, '/aflys'), at(ahead.id, '/tilmeld'), at(ahead.id, '/inde')),
    ...visits(SIGNE, at(ahead.id, '/tilmeldte'), at(ahead.id, `/tilmeldte/${made.first.id}`), at(held.id, '/inde')),
    ...visits(SIGNE, at(door.id, '/tilmeldte'), at(door.id, '/inde'), at(off.id, '/beskeder'), at(off.id, '/inde')),
    ...visits(
      METTE,
      at(full.id, '/inde'),
      at(full.id, '/tilmeldte'),
      `/arrangementer/ny?initiativ=${full.initiativeId}`,
    ),
    ...visits(INGE, at(full.id, '/inde'), at(held.id)),
  ];
}

/** Files: looked at as pictures, and read in src/modules/act/events/papers.test.ts. */
export const EVENTS_SKIP: Readonly<Record<string, string>> = {
  'GET /arrangementer/:id/plakat': 'a PDF',
  'GET /arrangementer/:id/liste': 'a PDF',
  'GET /arrangementer/:id/beskeder/liste': 'a PDF',
  'GET /arrangementer/:id/kalender.ics': 'a calendar file',
};
