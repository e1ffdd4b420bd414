import type { Role } from '../../kernel/actor.ts';
import type { Address } from '../../kernel/address.ts';
import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { saveOrganisation } from './commands/houses.ts';
import { moveIn } from './commands/moves.ts';
import { choosePreference, registerPerson } from './commands/people.ts';
import { constituteBoard, grantRole } from './commands/roles.ts';
import {
  DEPARTMENT_ROLES,
  type Department,
  type Office,
  ORGANISATION_ROLES,
  type Organisation,
  type Tenancy,
} from './rules.ts';
import type { Preference } from './store/contacts.ts';
import { insertDepartment, insertOrganisation, ownOrganisation } from './store/departments.ts';
import { insertTenancies, tenancyById } from './store/tenancies.ts';

/** An organisation beside the tenant's own: a municipality unless said otherwise. */
export async function anOrganisation(tx: TenantDb, wanted: Partial<Organisation> = {}): Promise<Id<'organisation'>> {
  return insertOrganisation(tx, {
    kind: 'municipality',
    name: 'Vesterby Kommune',
    cvr: null,
    own: false,
    streetLine: '',
    postcode: '',
    city: '',
    phone: '',
    email: '',
    ...wanted,
  });
}

/** A department of the tenant's own organisation. */
export async function aDepartment(
  tx: TenantDb,
  wanted: Partial<Omit<Department, 'id'>> = {},
): Promise<Id<'department'>> {
  const own = await ownOrganisation(tx);
  return insertDepartment(tx, {
    organisationId: own.id,
    number: '1',
    name: 'Kærhaven',
    municipality: 'Vesterby Kommune',
    startedOn: null,
    hasBoard: true,
    ...wanted,
  });
}

/** One home: "Kærhaven 1, st. tv" unless said. */
export async function aTenancy(
  tx: TenantDb,
  wanted: Partial<Tenancy> & { readonly departmentId: Id<'department'> },
): Promise<Tenancy> {
  const home = {
    number: '1',
    kind: 'family' as const,
    rooms: 3,
    areaM2: 78,
    street: 'Kærhaven',
    houseNumber: '1',
    floor: 'st',
    door: 'tv',
    postcode: '8000',
    city: 'Vesterby',
    ...wanted,
  };
  const [id] = await insertTenancies(tx, [home]);
  return (await tenancyById(tx, id as Id<'tenancy'>)) as Tenancy;
}

type WantedSeat =
  | Role
  | {
      readonly role: Role;
      readonly departmentId?: Id<'department'> | null;
      readonly from?: Day;
      readonly organisationId?: Id<'organisation'>;
    };

/** A person in one line: `aPerson(tx, { name: 'Mette Holm', email: 'mette@…', lives: home, roles: ['board_member'] })`. */
export async function aPerson(
  tx: TenantDb,
  wanted: {
    readonly name?: string;
    readonly email?: string;
    /** E.164. */
    readonly phone?: string;
    readonly language?: Language;
    readonly birthYear?: number;
    readonly guardianName?: string;
    readonly protected?: boolean;
    readonly lives?: Pick<Tenancy, 'id' | 'departmentId'>;
    /** The day they moved in; today unless said. */
    readonly since?: Day;
    readonly preference?: Partial<Preference>;
    /** A role alone holds in the home's department where it is a department's, else in the whole organisation. */
    readonly roles?: readonly WantedSeat[];
  } = {},
): Promise<Id<'person'>> {
  const { lives, since, roles = [], preference, name = 'Mette Holm', ...rest } = wanted;
  const registered = await registerPerson(tx, { name, ...rest });
  if (!registered.ok) throw new Error(`Cannot make ${name}: ${registered.refusal.kind}`);
  const id = registered.value;
  if (lives) await moveIn(tx, id, lives.id, since ? { day: since } : {});
  if (preference)
    await choosePreference(tx, id, { channel: 'mail', largePrint: false, digitalExempt: false, ...preference });
  for (const seat of roles) await aRole(tx, id, seat, lives?.departmentId ?? null);
  return id;
}

/** Gives a role, and throws where the rules refuse it. */
export async function aRole(
  tx: TenantDb,
  personId: Id<'person'>,
  seat: WantedSeat,
  homeDepartment: Id<'department'> | null = null,
): Promise<Id<'role_grant'>> {
  const wanted = typeof seat === 'string' ? { role: seat } : seat;
  const own = DEPARTMENT_ROLES.includes(wanted.role) || wanted.role === 'ambassador' ? homeDepartment : null;
  const granted = await grantRole(tx, {
    personId,
    role: wanted.role,
    organisationId: wanted.organisationId ?? (await ownOrganisation(tx)).id,
    departmentId: ORGANISATION_ROLES.includes(wanted.role) ? null : (wanted.departmentId ?? own),
    from: wanted.from ?? tx.today,
    until: null,
  });
  if (!granted.ok) throw new Error(`Cannot make the person ${wanted.role}: ${granted.refusal.kind}`);
  return granted.value;
}

/** A board that constitutes itself today. Without a department: the organisation's own. */
export async function aBoard(
  tx: TenantDb,
  departmentId: Id<'department'> | null,
  members: readonly { readonly personId: Id<'person'>; readonly office: Office }[],
): Promise<Id<'board'>> {
  const { id: organisationId } = await ownOrganisation(tx);
  const board = { organisationId, departmentId, seats: members.length, members, until: null };
  const constituted = await constituteBoard(tx, board);
  if (!constituted.ok) throw new Error(`Cannot make the board: ${constituted.refusal.kind}`);
  return constituted.value;
}

/** The tenant's own organisation, with what stands on its letters. */
export async function ownHouse(
  tx: TenantDb,
  details: Partial<Omit<Organisation, 'id' | 'own'>>,
): Promise<Id<'organisation'>> {
  const own = await ownOrganisation(tx);
  await saveOrganisation(tx, own.id, { ...own, ...details });
  return own.id;
}

/** So many homes in one department, in stairwells of eight: for tests, the demo and the bench. */
export async function manyTenancies(
  tx: TenantDb,
  departmentId: Id<'department'>,
  count: number,
  place: Partial<Pick<Address, 'street' | 'postcode' | 'city'>> & {
    readonly kind?: Tenancy['kind'];
    readonly firstNumber?: number;
  } = {},
): Promise<Id<'tenancy'>[]> {
  const { kind = 'family', firstNumber = 1, ...where } = place;
  const homes = [...addresses(count, where)].map((address, at) => ({
    ...address,
    departmentId,
    number: String(firstNumber + at),
    kind,
    rooms: 2 + (at % 4),
    areaM2: 52 + (at % 7) * 8.5,
  }));
  return insertTenancies(tx, homes);
}

const FLOORS = ['st', '1', '2', '3'];

/** Addresses in order: eight a stairwell, odd numbers, a new street ("Kærhaven 2") each hundred stairwells. */
export function* addresses(
  count: number,
  where: Partial<Pick<Address, 'street' | 'postcode' | 'city'>> = {},
): Generator<Address> {
  const { street = 'Kærhaven', postcode = '8000', city = 'Vesterby' } = where;
  for (let at = 0; at < count; at++) {
    const stairwell = Math.floor(at / 8);
    const round = Math.floor(stairwell / 100);
    yield {
      street: round === 0 ? street : `${street} ${romanOf(round + 1)}`,
      houseNumber: String((stairwell % 100) * 2 + 1),
      floor: FLOORS[Math.floor(at / 2) % 4] as string,
      door: at % 2 === 0 ? 'tv' : 'th',
      postcode,
      city,
    };
  }
}

function romanOf(number: number): string {
  return `${'X'.repeat(Math.floor(number / 10))}${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10]}`;
}
