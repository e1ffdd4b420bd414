import { addDays, type Day, yearOf } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { plainLetters } from '../kernel/plain-letters.ts';
import { insertTenancies, tenanciesAt } from '../modules/housing/public.ts';
import { aBoard, aDepartment, anOrganisation, aPerson, aRole, ownHouse } from '../modules/housing/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { type DemoPerson, PEOPLE } from './people.ts';
import { DEPARTMENTS, type DemoDepartment, LYNGBAKKEN, NEIGHBOURS } from './places.ts';

/** Who and what the story speaks of, by the keys it uses. */
export interface Cast {
  person(key: string): Id<'person'>;
  department(key: string): Id<'department'>;
}

/** The house, its departments, its 440 homes, its people and its boards. */
export async function settle(tx: TenantDb): Promise<Cast> {
  const { slug: _, colour: __, ...details } = LYNGBAKKEN;
  await ownHouse(tx, details);
  const [municipality] = await Promise.all(NEIGHBOURS.map((neighbour) => anOrganisation(tx, neighbour)));
  const departments = new Map<string, Id<'department'>>();
  for (const one of DEPARTMENTS) departments.set(one.key, await build(tx, one));
  const people = new Map<string, Id<'person'>>();
  for (const one of PEOPLE) people.set(one.key, await moveIn(tx, one, departments, municipality));
  await constitute(tx, people, departments);
  return { person: reader(people, 'person'), department: reader(departments, 'department') };
}

function reader<T>(known: ReadonlyMap<string, T>, what: string): (key: string) => T {
  return (key) => {
    const found = known.get(key);
    if (found === undefined) throw new Error(`Cannot tell the story: no ${what} "${key}"`);
    return found;
  };
}

async function build(tx: TenantDb, department: DemoDepartment): Promise<Id<'department'>> {
  const { name, number, hasBoard, street, houses, homes, kind } = department;
  const departmentId = await aDepartment(tx, { name, number, hasBoard, municipality: 'Vesterby Kommune' });
  const rows = houses.flatMap((houseNumber) => homes.map(({ floor, side }) => ({ houseNumber, floor, door: side })));
  await insertTenancies(
    tx,
    rows.map((row, at) => ({
      ...row,
      departmentId,
      number: `${number}-${String(at + 1).padStart(3, '0')}`,
      kind,
      rooms: 2 + (at % 3),
      areaM2: 58 + (at % 5) * 9,
      street,
      postcode: LYNGBAKKEN.postcode,
      city: LYNGBAKKEN.city,
    })),
  );
  return departmentId;
}

async function moveIn(
  tx: TenantDb,
  person: DemoPerson,
  departments: ReadonlyMap<string, Id<'department'>>,
  municipality: Id<'organisation'> | undefined,
): Promise<Id<'person'>> {
  const channel = person.reach ?? 'mail';
  const email = channel === 'mail' || channel === 'sms' ? addressOf(person.name) : null;
  const home = person.at ? await homeOf(tx, person.at) : null;
  const id = await aPerson(tx, {
    name: person.name,
    ...(email ? { email } : {}),
    ...(person.phone ? { phone: person.phone } : {}),
    ...(person.born ? { birthYear: person.born } : {}),
    ...(home ? { lives: home, since: movedIn(tx.today, person) } : {}),
    language: person.language ?? 'da',
    protected: person.protected ?? false,
    preference: { channel, largePrint: person.largePrint ?? false, digitalExempt: person.digitalExempt ?? false },
  });
  for (const [role, key] of person.roles ?? []) {
    if (role === 'board_member' || role === 'organisation_board') continue;
    const departmentId = key ? (departments.get(key) ?? null) : null;
    const organisationId = role === 'municipal_officer' ? municipality : undefined;
    await aRole(tx, id, { role, departmentId, ...(organisationId ? { organisationId } : {}) });
  }
  return id;
}

const YEARS_HERE = [1, 4, 9, 19] as const;

/** Some came last year and some before the lift did; nobody before they were born. */
function movedIn(today: Day, { born = yearOf(today), name }: DemoPerson): Day {
  const years = YEARS_HERE[name.length % YEARS_HERE.length] ?? 1;
  return addDays(today, -365 * Math.max(0, Math.min(years, yearOf(today) - born - 1)));
}

/** "Anne-Marie Kjær" → anne-marie.kjaer@lyngbakken.test, which can never be delivered to. */
function addressOf(name: string): string {
  const plain = plainLetters(name)
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^a-z0-9 -]/g, '');
  return `${plain.replaceAll(' ', '.')}@lyngbakken.test`;
}

async function homeOf(tx: TenantDb, at: NonNullable<DemoPerson['at']>) {
  const [key, house, floor, side] = at;
  const street = DEPARTMENTS.find((one) => one.key === key)?.street;
  const text = `${street} ${house}${floor ? `, ${floor}. ${side}` : ''}, ${LYNGBAKKEN.postcode}`;
  const [home] = await tenanciesAt(tx, text);
  if (!home) throw new Error(`Cannot tell the story: no home at "${text}"`);
  return home;
}

async function constitute(
  tx: TenantDb,
  people: ReadonlyMap<string, Id<'person'>>,
  departments: ReadonlyMap<string, Id<'department'>>,
): Promise<void> {
  const seats = (role: 'board_member' | 'organisation_board', department?: string) =>
    PEOPLE.filter((one) => one.roles?.some(([held, where]) => held === role && where === department)).map((one) => ({
      personId: people.get(one.key) as Id<'person'>,
      office: one.office ?? ('member' as const),
    }));
  await aBoard(tx, null, seats('organisation_board'));
  for (const { key, hasBoard } of DEPARTMENTS) {
    if (hasBoard) await aBoard(tx, departments.get(key) ?? null, seats('board_member', key));
  }
}
