import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { loadActor } from '../../modules/housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../modules/housing/seed.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { TestTenant } from '../database.ts';
import { Calendar, Dice, FIRST } from './calendar.ts';
import { Diary } from './diary.ts';

const NEIGHBOURS = 15;
/** In which department the homes lie; the last neighbours live in none of ours. */
const HOMES = [0, 0, 0, 1, 1, 2];

export interface Neighbour {
  readonly id: Id<'person'>;
  readonly email: string;
  /** Two may share one. */
  readonly home: number | null;
}

/** A house in which a history is lived, and what is needed to live it. */
export interface Town {
  readonly house: TestTenant;
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly diary: Diary;
  readonly departments: readonly Id<'department'>[];
  readonly neighbours: readonly Neighbour[];
  readonly signe: Id<'person'>;
  readonly inge: Id<'person'>;
  /** One transaction as this person. */
  by<T>(who: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T>;
}

export async function foundTown(house: TestTenant, seed: number): Promise<Town> {
  house.clock.set(`${FIRST}T00:00:00+01:00`);
  const actors = new Map<string, Actor>();
  const people = await house.tx(async (tx) => {
    const departments: Id<'department'>[] = [];
    for (const name of ['Kærhaven', 'Engblommen', 'Stationsgården']) {
      departments.push(await aDepartment(tx, { number: String(departments.length + 1), name }));
    }
    const signe = await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] });
    const inge = await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] });
    const homes = [];
    for (const [at, place] of HOMES.entries()) {
      const departmentId = departments[place] as Id<'department'>;
      homes.push(
        await aTenancy(tx, { departmentId, number: String(at), houseNumber: String(at + 1), floor: '', door: '' }),
      );
    }
    const neighbours: Neighbour[] = [];
    for (let at = 0; at < NEIGHBOURS; at += 1) {
      const home = at < 10 ? at % HOMES.length : null;
      const email = `nabo${at}@example.dk`;
      const lives = home === null ? undefined : homes[home];
      neighbours.push({
        id: await aPerson(tx, { name: `Nabo ${at}`, email, ...(lives ? { lives } : {}) }),
        email,
        home,
      });
    }
    for (const id of [signe, inge, ...neighbours.map((one) => one.id)])
      actors.set(id, (await loadActor(tx, id)) as Actor);
    return { departments, signe, inge, neighbours };
  });
  const dice = new Dice(seed);
  return {
    house,
    dice,
    calendar: new Calendar(dice),
    diary: new Diary(),
    ...people,
    by: (who, work) => house.as(actors.get(who) as Actor, work),
  };
}

/** The department that a home lies in. */
export function placeOf(home: number): number {
  return HOMES[home] as number;
}

/** Where something is to be: mostly in one department, and in one of them more than in the others. */
export function somewhere({ dice, departments }: Town): readonly number[] {
  if (dice.chance(15)) return [];
  if (dice.chance(15)) return [0, 1];
  return [dice.chance(50) ? 0 : dice.roll(departments.length)];
}

export function idsOf({ departments }: Town, places: readonly number[]): readonly Id<'department'>[] {
  return departments.filter((_, at) => places.includes(at));
}
