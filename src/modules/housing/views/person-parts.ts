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
  readonly form: 'role' | 'duty' | 'move' | 'guardian';
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

export function spanOf(language: Language, span: { readonly from: Day; readonly until: Day | null }): string {
  const words = peopleText(language);
  const from = formatDay(span.from, language, 'short');
  return span.until ? words.period(from, formatDay(span.until, language, 'short')) : words.since(from);
}
