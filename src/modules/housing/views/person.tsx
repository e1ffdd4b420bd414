import type { Html } from '#jsx/jsx-runtime';
import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Tag } from '../../../ui/components/tag.tsx';
import { Breadcrumb } from '../../../ui/components/wayfinding.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import {
  type Contact,
  type Department,
  type HeldDuty,
  type Organisation,
  type Person,
  PUBLIC_DUTIES,
  type Residency,
  type RoleGrant,
} from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import {
  contactAgainPlace,
  editPersonPlace,
  endDutyPlace,
  endRolePlace,
  giveDutyPlace,
  giveRolePlace,
  guardianPlace,
  leaveAlonePlace,
  moveOutPlace,
  movePlace,
  peoplePlace,
  preferencePlace,
} from '../urls.ts';
import { readablePhone } from './departments.tsx';
import { PreferenceForm } from './my-page.tsx';
import { AddressFields, type HomeChoice } from './people.tsx';

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

export function PersonPage(props: PersonPageProps): Html {
  const { language, person, contact } = props;
  const words = peopleText(language);
  return (
    <>
      <Breadcrumb language={language} steps={[{ href: peoplePlace({}), label: words.people }]} />
      <p class="tags">
        {person.protected && <Tag colour="tegl">{words.protected}</Tag>}
        {contact.channel === 'never' && <Tag colour="tegl">{text(language).channels.never}</Tag>}
        {contact.digitalExempt && <Tag icon="paper">{words.digitalExempt}</Tag>}
        {contact.largePrint && <Tag>{words.largePrint}</Tag>}
      </p>
      <DescriptionList
        rows={[
          {
            term: formText(language).phone,
            content: person.phone && <a href={`tel:${person.phone}`}>{readablePhone(person.phone)}</a>,
          },
          {
            term: formText(language).email,
            content: person.email && <a href={`mailto:${person.email}`}>{person.email}</a>,
          },
          { term: formText(language).language, content: text(language).languages[person.language] },
          { term: formText(language).birthYear, content: person.birthYear },
          { term: words.preference, content: text(language).channels[contact.channel] },
          { term: words.home, content: contact.address?.join(', ') ?? words.noHome },
        ]}
      />
      <p class="quiet">{props.registration}</p>
      <div class="actions">
        <LinkButton href={editPersonPlace({ id: person.id })} look="secondary">
          {words.edit}
        </LinkButton>
      </div>
      {(props.needsGuardian || props.guardian) && <Guardian {...props} />}
      <Roles {...props} />
      <Homes {...props} />
      <Heading level={2}>{words.preference}</Heading>
      <PreferenceForm language={language} action={preferencePlace({ id: person.id })} preference={contact} />
      <Duties {...props} />
    </>
  );
}

function problemsOf(props: PersonPageProps, form: Returned['form']): FormProblems | undefined {
  return props.returned?.form === form ? props.returned.problems : undefined;
}

function Guardian(props: PersonPageProps): Html {
  const { language, guardian } = props;
  const words = peopleText(language);
  const problems = problemsOf(props, 'guardian');
  if (guardian) return <p>{words.guardianYes(guardian.guardianName, formatDay(guardian.approvedOn, language))}</p>;
  return (
    <Notice kind="warning" heading={words.guardianTitle}>
      <p>{words.guardianText}</p>
      <Form action={guardianPlace({ id: props.person.id })}>
        <ErrorSummary language={language} problems={problems} />
        <TextField
          language={language}
          problems={problems}
          name="guardianName"
          label={formText(language).guardian}
          autocomplete="off"
        />
        <Button look="secondary">{words.guardianSave}</Button>
      </Form>
    </Notice>
  );
}

function Roles(props: PersonPageProps): Html {
  const { language, person, today } = props;
  const words = peopleText(language);
  const now = props.roles.filter((role) => role.until === null || role.until >= today);
  return (
    <section id="roller">
      <Heading level={2}>{words.roles}</Heading>
      {now.length === 0 && <p>{words.noRoles}</p>}
      <ul>
        {now.map((role) => (
          <li>
            <strong>{text(language).roles[role.role]}</strong>, {placeOf(props, role)},{' '}
            <span class="quiet">{spanOf(language, role)}</span>
            <Form action={endRolePlace({ id: person.id, role: role.id })} class="inline-form">
              <Button look="tertiary" label={words.endRole(text(language).roles[role.role])}>
                {words.end}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <GiveRole {...props} />
    </section>
  );
}

function GiveRole(props: PersonPageProps): Html {
  const { language } = props;
  const words = peopleText(language);
  const fields = formText(language);
  const problems = problemsOf(props, 'role');
  const common = { language, problems };
  return (
    <Disclosure summary={words.giveRole} open={problems !== undefined}>
      <Form action={giveRolePlace({ id: props.person.id })}>
        <ErrorSummary language={language} problems={problems} />
        <p class="quiet">{words.roleExplained}</p>
        <Select
          {...common}
          name="role"
          label={fields.role}
          options={props.givable.map((role) => ({ value: role, label: text(language).roles[role] }))}
        />
        <Select
          {...common}
          name="departmentId"
          label={fields.department}
          optional
          empty={fields.wholeOrganisation}
          options={props.departments.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Select
          {...common}
          name="organisationId"
          label={fields.organisation}
          options={props.organisations.map((one) => ({ value: one.id, label: one.name }))}
          value={props.organisations.find((one) => one.own)?.id}
        />
        <DateField {...common} name="from" label={fields.from} value={props.today} />
        <DateField {...common} name="until" label={fields.until} hint={fields.untilHint} optional />
        <Button look="secondary">{words.giveRole}</Button>
      </Form>
    </Disclosure>
  );
}

function placeOf(props: PersonPageProps, role: RoleGrant): string {
  const department = props.departments.find((one) => one.id === role.departmentId);
  if (department) return department.name;
  const organisation = props.organisations.find((one) => one.id === role.organisationId);
  return organisation && !organisation.own ? organisation.name : peopleText(props.language).wholeOrganisation;
}

function spanOf(language: Language, span: { readonly from: Day; readonly until: Day | null }): string {
  const words = peopleText(language);
  const from = formatDay(span.from, language, 'short');
  return span.until ? words.period(from, formatDay(span.until, language, 'short')) : words.since(from);
}

function Homes(props: PersonPageProps): Html {
  const { language, person } = props;
  const words = peopleText(language);
  const problems = problemsOf(props, 'move');
  const home = props.homes.find((one) => one.until === null);
  return (
    <section id="boliger">
      <Heading level={2}>{words.homes}</Heading>
      <ul>
        {props.homes.map((one) => (
          <li>
            {one.address} <span class="quiet">{spanOf(language, one)}</span>
          </li>
        ))}
      </ul>
      {home && props.leftAlone && <p>{words.leftAlone}</p>}
      <Disclosure summary={words.move} open={problems !== undefined}>
        <p>{words.moveText}</p>
        <Form action={movePlace({ id: person.id })}>
          <ErrorSummary language={language} problems={problems} />
          <AddressFields
            language={language}
            problems={problems}
            choices={props.choices ?? []}
            hint={formText(language).addressHint}
          />
          <Button look="secondary">{words.moveTo}</Button>
        </Form>
        {home && (
          <Form action={moveOutPlace({ id: person.id })} class="inline-form">
            <Button look="tertiary">{words.moveOut}</Button>
          </Form>
        )}
        {home && (
          <Form
            action={(props.leftAlone ? contactAgainPlace : leaveAlonePlace)({ id: home.tenancyId })}
            class="inline-form"
          >
            <input type="hidden" name="person" value={person.id} />
            {!props.leftAlone && <p class="quiet">{words.leaveAloneText}</p>}
            <Button look="tertiary">{props.leftAlone ? words.contactAgain : words.leaveAlone}</Button>
          </Form>
        )}
      </Disclosure>
    </section>
  );
}

function Duties(props: PersonPageProps): Html {
  const { language, person, today } = props;
  const words = peopleText(language);
  const fields = formText(language);
  const problems = problemsOf(props, 'duty');
  const now = props.duties.filter((duty) => duty.until === null || duty.until >= today);
  const others = props.organisations.filter((one) => one.kind === 'municipality');
  return (
    <section id="hverv">
      <Heading level={2}>{words.duties}</Heading>
      <p>{words.dutiesText}</p>
      <ul>
        {now.map((duty) => (
          <li>
            {text(language).duties[duty.duty]}, <span class="quiet">{spanOf(language, duty)}</span>
            <Form action={endDutyPlace({ id: person.id, duty: duty.id })} class="inline-form">
              <Button look="tertiary" label={`${words.end}: ${text(language).duties[duty.duty]}`}>
                {words.end}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Disclosure summary={words.addDuty} open={problems !== undefined}>
          <Form action={giveDutyPlace({ id: person.id })}>
            <ErrorSummary language={language} problems={problems} />
            <Select
              language={language}
              problems={problems}
              name="duty"
              label={fields.duty}
              options={PUBLIC_DUTIES.map((duty) => ({ value: duty, label: text(language).duties[duty] }))}
            />
            <Select
              language={language}
              problems={problems}
              name="organisationId"
              id="duty-organisation"
              label={fields.municipality}
              options={others.map((one) => ({ value: one.id, label: one.name }))}
              value={others[0]?.id}
            />
            <DateField
              language={language}
              problems={problems}
              name="until"
              id="duty-until"
              label={fields.until}
              hint={fields.untilHint}
              optional
            />
            <Button look="secondary">{words.addDuty}</Button>
          </Form>
        </Disclosure>
      )}
    </section>
  );
}
