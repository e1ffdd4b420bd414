import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../../engines/table/read-csv.ts';
import { addDays, type Day, day, daysBetween } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { sample } from '../../../testing/long.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';

const { newHouse } = await testApp();

const FIRST = day('2024-11-01');
const TODAY = day('2026-05-03');
const PEOPLE = 14;

/** What the dice say happened; days are counted from FIRST. */
interface Tale {
  readonly begun: number;
  /** Which of the two departments; both, or none: everybody. */
  readonly places: readonly number[];
  readonly lasts: number | null;
  readonly drivers: readonly { readonly who: number; readonly after: number; readonly days: number | null }[];
  readonly rest: { readonly after: number; readonly days: number | null } | null;
  readonly end: { readonly done: boolean; readonly after: number } | null;
}

interface Thought {
  readonly posted: number;
  readonly place: number | null;
  readonly waits: number | null;
  readonly joined: boolean;
}

const LATEST = daysBetween(FIRST, TODAY);
const tale: fc.Arbitrary<Tale> = fc.record({
  begun: fc.nat(LATEST - 1),
  places: fc.subarray([0, 1]),
  lasts: fc.option(fc.nat(60)),
  drivers: fc.uniqueArray(fc.record({ who: fc.nat(PEOPLE - 1), after: fc.nat(30), days: fc.option(fc.nat(90)) }), {
    maxLength: 3,
    selector: ({ who }) => who,
  }),
  rest: fc.option(fc.record({ after: fc.nat(60), days: fc.option(fc.nat(60)) })),
  end: fc.option(fc.record({ done: fc.boolean(), after: fc.nat(80) })),
});
const thought: fc.Arbitrary<Thought> = fc.record({
  posted: fc.nat(LATEST - 1),
  place: fc.option(fc.nat(1)),
  waits: fc.option(fc.nat(40)),
  joined: fc.boolean(),
});
const history = fc.record({
  tales: fc.array(tale, { minLength: 1, maxLength: 40 }),
  thoughts: fc.array(thought, { maxLength: 30 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

interface Town {
  readonly departments: readonly Id<'department'>[];
  readonly signe: Id<'person'>;
  readonly people: readonly Id<'person'>[];
}

async function town(house: House): Promise<Town> {
  return house.tx(async (tx) => ({
    departments: [await aDepartment(tx), await aDepartment(tx, { number: '2', name: 'Engblommen' })],
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    people: await Promise.all(Array.from({ length: PEOPLE }, (_, at) => aPerson(tx, { name: `Nabo ${at}` }))),
  }));
}

const on = (at: number): Day => addDays(FIRST, at);
const noon = (at: number) => new Date(`${on(at)}T12:00:00+01:00`);

/** Puts the history into the tables, row by row. What would happen after today has not happened. */
async function write(house: House, { departments, people, signe }: Town, { tales, thoughts }: History): Promise<void> {
  await house.tx(async (tx) => {
    const tenant_id = tx.tenant.id;
    for (const [at, one] of tales.entries()) {
      const whole = one.places.length === 0;
      const { id } = await tx.sql
        .insertInto('initiative')
        .values({
          tenant_id,
          ...{
            title: `Nummer ${at}`,
            what: 'Vi prøver.',
            category: 'people',
            channel: 'web',
            whole_organisation: whole,
          },
          created_at: noon(one.begun),
          ends_on: one.lasts === null ? null : on(one.begun + one.lasts),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const own = { tenant_id, initiative_id: id };
      for (const place of one.places) {
        const department_id = departments[place] as Id<'department'>;
        await tx.sql
          .insertInto('initiative_department')
          .values({ ...own, department_id })
          .execute();
      }
      for (const { who, from, until } of drivings(one)) {
        const person_id = people[who] as Id<'person'>;
        const row = { ...own, person_id, from_day: on(from), stopped_on: until === null ? null : on(until) };
        await tx.sql.insertInto('initiative_driver').values(row).execute();
      }
      const rest = resting(one);
      if (rest) {
        const row = { ...own, reason: 'Vi venter.', from_day: on(rest.from) };
        const { id: parking_id } = await tx.sql
          .insertInto('initiative_parking')
          .values(row)
          .returning('id')
          .executeTakeFirstOrThrow();
        if (rest.until !== null) {
          await tx.sql
            .insertInto('initiative_waking')
            .values({ tenant_id, parking_id, on_day: on(rest.until) })
            .execute();
        }
      }
      const end = ending(one);
      if (end) {
        const result = end.done ? 'done' : 'stopped';
        await tx.sql
          .insertInto('initiative_end')
          .values({ ...own, result, on_day: on(end.at) })
          .execute();
      }
    }
    const { id: somewhere } = await tx.sql.selectFrom('initiative').select('id').limit(1).executeTakeFirstOrThrow();
    for (const [at, one] of thoughts.entries()) {
      const { id } = await tx.sql
        .insertInto('idea')
        .values({
          tenant_id,
          ...{ said: 'Suppe', channel: 'web', read_by: on(one.posted + 5), posted_at: noon(one.posted) },
          department_id: one.place === null ? null : (departments[one.place] as Id<'department'>),
          follow_hash: createHash('sha256').update(`${tenant_id} ${at}`).digest(),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const answered = answeredAt(one);
      if (answered === null) continue;
      const answer = one.joined
        ? { answer: 'joined' as const, initiative_id: somewhere }
        : { answer: 'words' as const };
      const row = { tenant_id, idea_id: id, answered_by: signe, answered_at: noon(answered), ...answer };
      await tx.sql.insertInto('idea_answer').values(row).execute();
    }
  });
}

function drivings({ begun, drivers }: Tale) {
  return drivers
    .map(({ who, after, days }) => ({ who, from: begun + after, until: days === null ? null : begun + after + days }))
    .filter(({ from, until }) => from <= LATEST && (until === null || until <= LATEST));
}

function resting({ begun, rest }: Tale) {
  if (!rest) return null;
  const from = begun + rest.after;
  const until = rest.days === null ? null : from + rest.days;
  return from <= LATEST && (until === null || until <= LATEST) ? { from, until } : null;
}

function ending({ begun, end }: Tale) {
  return end && begun + end.after <= LATEST ? { done: end.done, at: begun + end.after } : null;
}

function answeredAt({ posted, waits }: Thought): number | null {
  return waits !== null && posted + waits <= LATEST ? posted + waits : null;
}

/** The day it was held, found by walking: the first day on which anybody could say "it has been". */
function heldAt(one: Tale): number | null {
  const end = ending(one);
  const last = one.lasts === null ? null : one.begun + one.lasts;
  if (end) {
    if (!end.done) return null;
    return last !== null && last < end.at ? last : end.at;
  }
  if (last === null || last >= LATEST) return null;
  const after = last + 1;
  const rest = resting(one);
  if (rest && rest.from <= after && (rest.until === null || after < rest.until)) return null;
  return drivings(one).some(({ from, until }) => from <= after && (until === null || after < until)) ? last : null;
}

/** A number as the file shows it; null: hidden; undefined: missing. */
type Told = number | null | undefined;

/** Counts the history by hand: for a year, in a department or (null) everywhere. */
function recount({ tales, thoughts }: History, year: number, place: number | null): Readonly<Record<string, Told>> {
  const inYear = (at: number | null) => at !== null && on(at).startsWith(`${year}-`);
  const here = ({ places }: Tale) => place === null || places.includes(place);
  const things = tales.filter(here);
  const known = tales.some(({ begun }) => on(begun) <= `${year}-12-31`);
  const count = (some: readonly Tale[]): Told => (known ? some.length : undefined);
  const held = things.filter((one) => inYear(heldAt(one)));
  const across = held.filter(({ places }) => places.length !== 1).length;
  const ideas = thoughts.filter((one) => place === null || one.place === place);
  const ideasKnown = thoughts.some(({ posted }) => on(posted) <= `${year}-12-31`);
  const answered = ideas.filter((one) => inYear(answeredAt(one)));
  const waits = answered.map(({ waits: days }) => days ?? 0).toSorted((a, b) => a - b);
  const middle = (waits.at((waits.length - 1) >> 1) ?? 0) + (waits.at(waits.length >> 1) ?? 0);
  const everything = tales.flatMap((one, at) => drivings(one).map((driving) => ({ ...driving, tale: one, at })));
  const begun = everything.filter(({ from }) => inYear(from));
  const first = begun.filter(
    (one) => !everything.some((other) => other.who === one.who && isBefore(other, one, everything)),
  );
  return {
    'Initiativer, der begyndte': count(things.filter((one) => inYear(one.begun))),
    'Initiativer, der blev til noget': count(held),
    'Initiativer, der stoppede': count(
      things.filter((one) => ending(one)?.done === false && inYear(ending(one)?.at ?? null)),
    ),
    ...(place === null
      ? { 'Holdt på tværs af afdelinger': known && held.length > 0 ? share(across, held.length) : undefined }
      : {}),
    'Mennesker, der tog noget på sig': known ? people(begun, place) : undefined,
    'Tog noget på sig for første gang': known ? people(first, place) : undefined,
    'Idéer, der kom ind': ideasKnown ? ideas.filter(({ posted }) => inYear(posted)).length : undefined,
    'Idéer, der blev til noget':
      ideasKnown && answered.length > 0
        ? share(answered.filter(({ joined }) => joined).length, answered.length)
        : undefined,
    'Dage, til en idé fik svar': ideasKnown && waits.length > 0 ? middle / 2 : undefined,
  };
}

interface Driving {
  readonly who: number;
  readonly from: number;
  readonly tale: Tale;
}

/** Earlier, or on the same day and written down before. */
function isBefore(one: Driving, other: Driving, all: readonly Driving[]): boolean {
  return one.from < other.from || (one.from === other.from && all.indexOf(one) < all.indexOf(other));
}

function share(part: number, of: number): number {
  return Math.round((10_000 * part) / of) / 100;
}

/** Different people, each in one place: nobody is shown where somebody could be found. */
function people(some: readonly Driving[], place: number | null): Told {
  const where = new Map<number, Set<number>>();
  for (const { who, tale: one } of some) {
    const home = one.places.length === 1 ? (one.places[0] ?? 2) : 2;
    where.set(who, (where.get(who) ?? new Set()).add(home));
  }
  const homes = [...where.values()].map((set) => (set.size === 1 ? ([...set][0] ?? 2) : 2));
  const sizes = [0, 1, 2].map((at) => homes.filter((home) => home === at).length);
  if (homes.length < 5) return null;
  if (place === null) return homes.length;
  const own = sizes[place] ?? 0;
  if (sizes.every((size) => size >= 5)) return own;
  const large = sizes.filter((size) => size >= 5);
  return own >= 5 && own > Math.min(...large) ? own : null;
}

/** The dashboard as its own file, by the name of the figure. */
async function shown(house: House, signe: Id<'person'>, year: number, place: Id<'department'> | null) {
  const reader = await house.signedIn(signe);
  const response = await reader.fetch(`/tal?aar=${year}&hent=csv${place ? `&afdeling=${place}` : ''}`);
  assert.equal(response.status, 200);
  const read = readCsv(new Uint8Array(await response.arrayBuffer()));
  const rows = read.ok ? read.value : assert.fail('the file cannot be read');
  const told = (text: string | undefined): Told => {
    if (text === 'mangler') return undefined;
    return text === 'færre end fem' ? null : Number((text ?? '').replace(',', '.'));
  };
  return new Map(rows.map((cells) => [cells[1] ?? '', { now: told(cells[2]), before: told(cells[4]) }]));
}

test('every figure of the dashboard is what somebody finds who counts the history by hand', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const house = await newHouse();
      const place = await town(house);
      await write(house, place, one);
      for (const [at, part] of [null, ...place.departments].entries()) {
        const figures = await shown(house, place.signe, 2026, part);
        const [now, before] = [2026, 2025].map((year) => recount(one, year, at === 0 ? null : at - 1));
        for (const name of Object.keys(now ?? {})) {
          const found = figures.get(name) ?? assert.fail(`the dashboard does not show "${name}"`);
          assert.deepEqual([found.now, found.before], [now?.[name], before?.[name]], `${name}, part ${at}`);
        }
      }
    }),
    { seed: 7, numRuns: sample(8, 300, 'histories against the dashboard'), endOnFailure: true },
  );
});
