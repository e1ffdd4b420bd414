import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import {
  type Contact,
  dutyConflict,
  type HeldDuty,
  type Person,
  type RoleConflict,
  type RoleGrant,
  type RoleSettings,
  roleConflict,
} from '../rules.ts';

/** What speaks against two records being one human: to be seen before it is done. */
export type MergeDoubt = 'two_emails' | 'two_homes' | 'two_birth_years' | 'protected';

interface MergeSide {
  readonly person: Pick<Person, 'email' | 'protected' | 'birthYear'>;
  readonly homes: readonly Id<'tenancy'>[];
}

export function mergeDoubts(one: MergeSide, other: MergeSide): readonly MergeDoubt[] {
  const [a, b] = [one.person, other.person];
  const doubts: (MergeDoubt | false)[] = [
    a.email !== null && b.email !== null && a.email !== b.email && 'two_emails',
    one.homes.length > 0 && other.homes.length > 0 && !one.homes.some((id) => other.homes.includes(id)) && 'two_homes',
    a.birthYear !== null && b.birthYear !== null && a.birthYear !== b.birthYear && 'two_birth_years',
    a.protected !== b.protected && 'protected',
  ];
  return doubts.filter((doubt) => doubt !== false);
}

/** The roles and public tasks that a record has, now or to come. */
export interface OfficesHeld {
  readonly roles: readonly RoleGrant[];
  readonly duties: readonly HeldDuty[];
}

/** What one human could not have been given: two records do not have it by becoming one. */
export function mergeConflict(old: OfficesHeld, kept: OfficesHeld, settings: RoleSettings): RoleConflict | null {
  const found = [
    ...old.roles.map((role) => roleConflict(role, kept.roles, kept.duties, settings)),
    ...old.duties.map((duty) => dutyConflict(duty, kept.roles)),
  ];
  return found.find((conflict) => conflict !== null) ?? null;
}

/** The kept record gets what it lacked; protection of a name is never lost. What moved is no more on the old one. */
export function mergedPerson(old: Person, kept: Person): { readonly person: Person; readonly left: Person } {
  const [email, phone] = [kept.email ?? old.email, kept.phone ?? old.phone];
  const birthYear = kept.birthYear ?? old.birthYear;
  const isProtected = kept.protected || old.protected;
  return {
    person: { ...kept, email, phone, birthYear, protected: isProtected },
    left: { ...old, protected: isProtected, email: email === old.email ? null : old.email, phone: null },
  };
}

/** How a person wants to be reached, where they have said so. */
export type Wish = Pick<Contact, 'channel' | 'largePrint' | 'digitalExempt'>;

/** Nothing is sent to who said "never" to one of the two; large print and exemption are kept as well. */
export function mergedWish(old: Wish, kept: Wish): Wish {
  return {
    channel: old.channel === 'never' ? 'never' : kept.channel,
    largePrint: old.largePrint || kept.largePrint,
    digitalExempt: old.digitalExempt || kept.digitalExempt,
  };
}

/** A time in a home; `until` is the last day, null while it goes on. */
export interface Stay {
  readonly id: Id<'residency'>;
  readonly tenancyId: Id<'tenancy'>;
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * One human lives in a home once at a time. Stays of the same home that overlap, or follow without a day between, are one:
 * `kept` with its new days, and those that go into it. Stays that stand alone are not named.
 */
export function joinedStays(stays: readonly Stay[]): { readonly kept: readonly Stay[]; readonly gone: Stay['id'][] } {
  const joined: { stay: Stay; gone: Stay['id'][] }[] = [];
  for (const stay of stays.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const into = joined.find(
      ({ stay: { tenancyId, until } }) =>
        tenancyId === stay.tenancyId && (until === null || stay.from <= addDays(until, 1)),
    );
    if (!into) {
      joined.push({ stay, gone: [] });
      continue;
    }
    const { until } = into.stay;
    if (until !== null && (stay.until === null || stay.until > until)) into.stay = { ...into.stay, until: stay.until };
    into.gone.push(stay.id);
  }
  const several = joined.filter(({ gone }) => gone.length > 0);
  return { kept: several.map(({ stay }) => stay), gone: several.flatMap(({ gone }) => gone) };
}
