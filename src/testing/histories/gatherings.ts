import { addDays, type Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { anEvent, comes, verbs } from '../../modules/act/events/seed.ts';
import type { Held } from './diary.ts';
import { idsOf, placeOf, somewhere, type Town } from './town.ts';

type Way = 'asked' | 'neighbour' | 'poster' | 'mail' | 'other';
const WAYS = ['asked', 'neighbour', 'poster', 'mail', 'other', null] as const;

interface Coming {
  readonly id: Id<'event_sign_up'>;
  readonly adults: number;
  readonly children: number;
  readonly way: Way | null;
  /** What the home or the contact is known by; null: nothing is known. */
  readonly mark: string | null;
  readonly place: number | null;
}

interface Plan {
  readonly id: Id<'event'>;
  readonly held: Held;
  readonly coming: Coming[];
}

/** Events of a history: announced, signed up to, called off or held, and mostly counted. */
export class Gatherings {
  readonly ids: Id<'event'>[] = [];
  readonly #town: Town;

  constructor(town: Town) {
    this.#town = town;
  }

  async announce(on: Day): Promise<void> {
    const { dice, calendar, diary, by, signe } = this.#town;
    const places = somewhere(this.#town);
    const starts = dice.after(on, 20);
    const until = addDays(starts, dice.chance(25) ? dice.roll(3) : 0);
    const openToAll = dice.chance(70);
    const capacity = dice.chance(30) ? 6 + dice.roll(8) : null;
    const words = { on: starts, until, openToAll, capacity, departmentIds: idsOf(this.#town, places) };
    const { id } = await by(signe, (tx) => anEvent(tx, words));
    const held: Held = {
      on: starts,
      last: until,
      places,
      open: openToAll,
      cancelled: false,
      came: null,
      ways: new Map(),
    };
    diary.events.push(held);
    this.ids.push(id);
    const plan: Plan = { id, held, coming: [] };
    for (let party = dice.roll(6); party > 0; party -= 1) {
      calendar.at(dice.chance(50) ? on : starts, (today) => this.#signUp(plan, today));
    }
    if (dice.chance(15)) calendar.at(dice.after(on, 10), (today) => this.#callOff(plan, today));
    if (dice.chance(80)) calendar.at(dice.after(starts, 12), (today) => this.#count(plan, today));
  }

  async #signUp({ id, held, coming }: Plan, on: Day): Promise<void> {
    const { dice, by, house, neighbours, signe } = this.#town;
    const [adults, children, way] = [1 + dice.roll(3), dice.roll(3), dice.one(WAYS)];
    const how = dice.roll(4);
    const who = dice.one(neighbours);
    if (held.cancelled || held.came || on > held.last) return;
    const party = { name: `Nabo ${coming.length}`, adults, children, cameBy: way };
    const known = who.home === null ? null : `home ${who.home}`;
    const stranger = `gaest${dice.roll(6)}@example.dk`;
    const [signed, mark] =
      how === 0
        ? [await by(who.id, (tx) => comes(tx, id, { ...party, onBehalf: null })), known]
        : how === 1
          ? [await house.tx((tx) => comes(tx, id, { ...party, email: who.email })), known ?? who.email]
          : how === 2
            ? [await house.tx((tx) => comes(tx, id, { ...party, email: stranger })), stranger]
            : [await by(signe, (tx) => comes(tx, id, party)), null];
    const place = mark?.startsWith('home') && who.home !== null ? placeOf(who.home) : null;
    if (signed.placed) coming.push({ id: signed.id, adults, children, way, mark, place });
  }

  async #callOff({ id, held }: Plan, on: Day): Promise<void> {
    const { by, signe } = this.#town;
    if (held.came || on > held.last) return;
    const off = await by(signe, (tx) => verbs.cancelEvent(tx, id, { reason: 'weather', words: '' }));
    if (off.ok) held.cancelled = true;
  }

  /** Those who came are ticked, further ones are counted at the door, and it is closed. Sometimes nobody came. */
  async #count({ id, held, coming }: Plan, on: Day): Promise<void> {
    const { dice, by, signe } = this.#town;
    const there = coming.filter(() => dice.chance(75));
    const walkIns = Array.from({ length: dice.roll(4) }, () => ({
      adults: 1 + dice.roll(4),
      children: dice.roll(3),
      cameBy: dice.one(WAYS),
    }));
    if (held.cancelled || on < held.on) return;
    const counted = await by(signe, async (tx) => {
      const came = there.map((one) => ({ id: one.id, adults: one.adults, children: one.children }));
      await verbs.checkIn(tx, id, { came, not: [] });
      for (const one of walkIns) await verbs.countWalkIn(tx, id, one);
      return verbs.countEvent(tx, id, { nobodyCame: there.length === 0 && walkIns.length === 0 });
    });
    if (counted.ok) this.#write(held, there, walkIns);
  }

  #write(
    held: Held,
    there: readonly Coming[],
    walkIns: readonly { readonly adults: number; readonly children: number; readonly cameBy: Way | null }[],
  ): void {
    const { visits } = this.#town.diary;
    const seen = new Set(visits.map(({ mark }) => mark));
    const heads = (some: readonly { readonly adults: number; readonly children: number }[]) =>
      some.reduce((sum, { adults, children }) => sum + adults + children, 0);
    const marked = there.filter(({ mark }) => mark !== null);
    held.came = {
      people: heads(there) + heads(walkIns),
      known: heads(marked),
      first: heads(marked.filter(({ mark }) => mark !== null && !seen.has(mark))),
    };
    const told = [
      ...there.map(({ way, adults, children }) => [way, adults + children] as const),
      ...walkIns.map(({ cameBy, adults, children }) => [cameBy, adults + children] as const),
    ];
    for (const [way, people] of told) if (way) held.ways.set(way, (held.ways.get(way) ?? 0) + people);
    const month = `${held.on.slice(0, 7)}-01`;
    for (const { mark, place } of marked) {
      if (mark === null || visits.some((one) => one.mark === mark && one.month === month)) continue;
      visits.push({ month, mark, place });
    }
  }
}

export function liveGatherings(town: Town, much: number): Gatherings {
  const gatherings = new Gatherings(town);
  for (let at = 0; at < much; at += 1) town.calendar.at(town.dice.day(), (on) => gatherings.announce(on));
  return gatherings;
}
