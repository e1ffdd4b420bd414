import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import type { Contact, Department, HeldDuty, Organisation, Person, Residency, RoleGrant } from '../rules.ts';
import { peopleText } from '../text/people.ts';
import type { HomeChoice } from './people.tsx';

/** Which of the page's forms came back, and with what. */
export interface Returned {
  readonly form: 'role' | 'duty' | 'move' | 'leave' | 'guardian';
  readonly problems: FormProblems;
}

export interface PersonPageProps {
  readonly language: Language;
  readonly today: Day;
  readonly person: Person;
  readonly contact: Contact;
  readonly homes: readonly Residency[];
  readonly roles: readonly RoleGrant[];
  readonly duties: readonly (HeldDuty & { readonly id: string })[];
  readonly departments: readonly Department[];
  readonly organisations: readonly Organisation[];
  /** The roles that this reader may give. */
  readonly givable: readonly Role[];
  readonly guardian: { readonly guardianName: string; readonly approvedOn: Day } | null;
  /** May be under 15 and nobody has said yes. */
  readonly needsGuardian: boolean;
  readonly leftAlone: boolean;
  readonly registration: string;
  readonly choices?: readonly HomeChoice[];
  readonly returned?: Returned | undefined;
}

export function problemsOf(props: PersonPageProps, form: Returned['form']): FormProblems | undefined {
  return props.returned?.form === form ? props.returned.problems : undefined;
}

/** "siden 1. maj", "fra 1. december" when it is yet to come, or both its ends. */
export function spanOf(
  { language, today }: Pick<PersonPageProps, 'language' | 'today'>,
  span: { readonly from: Day; readonly until: Day | null },
): string {
  const words = peopleText(language);
  const from = formatDay(span.from, language, 'short');
  if (span.until) return words.period(from, formatDay(span.until, language, 'short'));
  return span.from > today ? words.coming(from) : words.since(from);
}

/** Where a role is held: the department, another organisation, or all of ours. */
export function placeOf(props: PersonPageProps, role: RoleGrant): string {
  const department = props.departments.find((one) => one.id === role.departmentId);
  if (department) return department.name;
  const organisation = props.organisations.find((one) => one.id === role.organisationId);
  return organisation && !organisation.own ? organisation.name : peopleText(props.language).wholeOrganisation;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
