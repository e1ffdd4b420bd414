import { addDays, type Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Event, WayHere } from '../modules/act/events/public.ts';
import { anEvent, comes, verbs } from '../modules/act/events/seed.ts';
import { contactOf } from '../modules/housing/public.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { HELD, type Held } from './held.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** The year's events, held and to come; and what became of those that went wrong. */
export function arrangementScenes(): readonly Scene[] {
  return [
    ...HELD.flatMap(heldScenes),
    { ago: 214, by: 'jens', play: plansMidsummer },
    { ago: 209, by: 'jens', play: rainsAway },
    { ago: 21, by: 'mette', play: plansLights },
    { ago: 18, by: 'mette', play: asksTheFireService },
    { ago: 14, by: 'daniel', play: plansDinner },
    { ago: 12, by: 'nasrin', play: plansWalk },
    { ago: 5, by: 'nasrin', play: cancelsWalk },
    { ago: 6, by: 'peter', play: plansNewYear },
    { ago: 0, by: 'karen', play: (tx) => verbs.morning(tx) },
  ];
}

/** On the calendar a week before, and counted on the day. */
export function heldScenes(one: Held): readonly Scene[] {
  return [
    { ago: one.ago + 8, by: one.by, play: (tx, stage) => plan(tx, stage, one) },
    { ago: one.ago, by: one.by, play: (tx) => hold(tx, one) },
  ];
}

async function plan(tx: TenantDb, stage: Stage, one: Held): Promise<void> {
  const { known = [] } = one;
  const event = await anEvent(tx, {
    title: one.title,
    what: one.what,
    place: one.place,
    on: addDays(tx.today, 8),
    starts: one.starts ?? '17:30',
    ends: null,
    departmentIds: one.where.map((key) => stage.department(key)),
    openToAll: !one.closed,
    signUp: known.length > 0,
    ...(one.of ? { initiativeId: initiativeOf(stage, one.of) } : {}),
  });
  for (const key of known) await comes(tx, event.id, { ...(await knownBy(tx, stage, key)), cameBy: 'asked' });
}

async function hold(tx: TenantDb, one: Held): Promise<void> {
  const event = await eventOf(tx, one.title, tx.today);
  const signedUp = await verbs.signUpsOf(tx, event.id);
  const came = signedUp.map(({ id, adults, children }) => ({ id, adults, children }));
  must(await verbs.checkIn(tx, event.id, { came, not: [] }), one.title);
  for (const [way, [adults, children]] of Object.entries(one.walkIns) as [WayHere, readonly [number, number]][]) {
    must(await verbs.countWalkIn(tx, event.id, { adults, children, cameBy: way }), one.title);
  }
  must(
    await verbs.countEvent(tx, event.id, { nobodyCame: came.length + Object.keys(one.walkIns).length === 0 }),
    one.title,
  );
}

async function knownBy(tx: TenantDb, stage: Stage, key: string) {
  const contact = await contactOf(tx, stage.person(key));
  if (!contact) throw new Error(`Cannot sign "${key}" up: nobody can reach them`);
  const { name, email, phone } = contact;
  return { name, email, phone: email ? null : phone };
}

function initiativeOf(stage: Stage, key: string): Id<'initiative'> {
  const id = stage.initiatives.get(key);
  if (!id) throw new Error(`Cannot hold something of "${key}": it has not begun`);
  return id;
}

async function eventOf(tx: TenantDb, title: string, on: Day): Promise<Event> {
  const row = await tx.sql
    .selectFrom('event')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('title', '=', title)
    .where('on_day', '=', on)
    .executeTakeFirst();
  const event = row && (await verbs.eventById(tx, row.id));
  if (!event) throw new Error(`Cannot hold "${title}": it is not on the calendar`);
  return event;
}

const MIDSUMMER = 'Sankthans på Møllevænget';

async function plansMidsummer(tx: TenantDb, stage: Stage): Promise<void> {
  const event = await anEvent(tx, {
    title: MIDSUMMER,
    what: 'Bål, snobrød og sange. Bålet bliver tændt klokken 20.',
    place: 'Plænen ved møllen',
    on: addDays(tx.today, 6),
    starts: '19:00',
    departmentIds: [stage.department('moellevaenget')],
    expected: 80,
    aspects: ['outdoors', 'fire', 'food'],
  });
  await comes(tx, event.id, { ...(await knownBy(tx, stage, 'sofie')), children: 2, cameBy: 'poster' });
  await comes(tx, event.id, { name: 'Elly', home: 'nr. 17, st. th.', adults: 1 });
}

/** Called off by rain on the day before; a note is brought to whoever has no mail. */
async function rainsAway(tx: TenantDb): Promise<void> {
  const event = await eventOf(tx, MIDSUMMER, addDays(tx.today, 1));
  const words = 'Det regner hele weekenden. Vi gemmer snobrødet til august.';
  must(await verbs.cancelEvent(tx, event.id, { reason: 'weather', words }), MIDSUMMER);
}

const LIGHTS = 'Julelys og klippeklistre';

/** Nearly full: twenty-four seats, and somebody waits. */
async function plansLights(tx: TenantDb, stage: Stage): Promise<void> {
  const event = await anEvent(tx, {
    title: LIGHTS,
    what: 'Vi laver lygter af syltetøjsglas og hænger dem op i gården. Der er kakao til alle. Tag et glas med.',
    place: 'Beboerlokalet, Kærhaven 5',
    on: addDays(tx.today, 30),
    starts: '14:00',
    ends: '16:30',
    departmentIds: [stage.department('kaerhaven')],
    capacity: 24,
    signUpBy: addDays(tx.today, 28),
    aspects: ['fire', 'photos', 'children'],
    callWho: 'Mette i nummer 7',
    phone: '+4599999911',
    initiativeId: initiativeOf(stage, 'suppe'),
  });
  const mine: readonly (readonly [string, number, number, WayHere])[] = [
    ['samira', 2, 3, 'asked'],
    ['olena', 1, 2, 'asked'],
    ['kasper', 2, 1, 'poster'],
  ];
  for (const [key, adults, children, cameBy] of mine) {
    await comes(tx, event.id, { ...(await knownBy(tx, stage, key)), adults, children, cameBy });
  }
  await comes(tx, event.id, { name: 'Rigmor', home: 'nr. 11, 1. th.', adults: 1, children: 2, cameBy: 'neighbour' });
  await comes(tx, event.id, { name: 'Familien i nummer 19', adults: 2, children: 4, cameBy: 'neighbour' });
  await comes(tx, event.id, { name: 'Jamal', adults: 1, children: 2, cameBy: 'asked', onBehalf: 'phone' });
  await comes(tx, event.id, { name: 'Birthe', adults: 2, children: 2, cameBy: 'poster', home: 'nr. 23, st. tv.' });
}

/** Two of the things on the list are done. */
async function asksTheFireService(tx: TenantDb): Promise<void> {
  const event = await eventOf(tx, LIGHTS, addDays(tx.today, 27));
  for (const duty of await verbs.dutiesOfEvent(tx, event.id)) {
    if (['fire', 'children', 'poster_up'].includes(duty.code)) await verbs.tick(tx, event, duty, true);
  }
}

async function plansDinner(tx: TenantDb, stage: Stage): Promise<void> {
  const event = await anEvent(tx, {
    title: 'Fællesspisning på tværs',
    what: 'Havnepladsen laver fiskesuppe og inviterer de to andre. 45 kroner for voksne, børn er gratis.',
    place: 'Fælleshuset på Møllevænget',
    on: addDays(tx.today, 27),
    starts: '18:00',
    ends: '20:30',
    departmentIds: ['moellevaenget', 'havnepladsen', 'stationsgaarden'].map((key) => stage.department(key)),
    capacity: 90,
    expected: 90,
    aspects: ['food', 'alcohol', 'music'],
    initiativeId: initiativeOf(stage, 'spisning'),
  });
  await verbs.saveTexts(tx, event, [
    {
      language: 'en',
      title: 'Dinner across the departments',
      what: 'Havnepladsen cooks fish soup and invites the two others. 45 kr. for adults, free for children.',
    },
    {
      language: 'tr',
      title: 'Komşularla birlikte yemek',
      what: 'Havnepladsen balık çorbası yapıyor ve herkesi davet ediyor. Yetişkinler 45 kron, çocuklar ücretsiz.',
    },
    {
      language: 'uk',
      title: 'Спільна вечеря',
      what: 'Havnepladsen готує рибний суп і запрошує сусідів. 45 крон для дорослих, діти безкоштовно.',
    },
  ]);
  await comes(tx, event.id, { ...(await knownBy(tx, stage, 'emil')), adults: 2, cameBy: 'asked' });
  await comes(tx, event.id, { name: 'Else og Kaj', adults: 2, cameBy: 'asked', home: 'Møllevænget 17, 2. tv.' });
}

async function plansNewYear(tx: TenantDb, stage: Stage): Promise<void> {
  await anEvent(tx, {
    title: 'Nytårskur på Rugmarken',
    what: 'Vi skåler på et nyt år på hjørnet. Kom, som du er.',
    place: 'Hjørnet ved nr. 14',
    on: addDays(tx.today, 48),
    starts: '13:00',
    ends: '14:00',
    departmentIds: [stage.department('rugmarken')],
    signUp: false,
  });
}

const WALK = 'Vintertur langs møllestien';

async function plansWalk(tx: TenantDb, stage: Stage): Promise<void> {
  const event = await anEvent(tx, {
    title: WALK,
    what: 'En rolig tur på en time. Bagefter er der kaffe i fælleshuset.',
    place: 'Ved møllen',
    on: addDays(tx.today, 20),
    starts: '10:30',
    ends: '12:00',
    departmentIds: [stage.department('moellevaenget')],
  });
  await comes(tx, event.id, { ...(await knownBy(tx, stage, 'leila')), adults: 1, cameBy: 'asked' });
  await comes(tx, event.id, { name: 'Elly', home: 'Møllevænget 17, st. th.', adults: 1, cameBy: 'neighbour' });
}

/** She has broken her foot. Elly has no telephone: somebody must bring her a note. */
async function cancelsWalk(tx: TenantDb): Promise<void> {
  const event = await eventOf(tx, WALK, addDays(tx.today, 13));
  must(await verbs.cancelEvent(tx, event.id, { reason: 'illness', words: 'Vi finder en ny dag i januar.' }), WALK);
}
