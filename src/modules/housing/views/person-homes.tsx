import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Checkboxes } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import {
  endsWithHome,
  holdsOn,
  type Organisation,
  PUBLIC_DUTIES,
  type Residency,
  rolesOfHome,
  rolesOfResidents,
} from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import { contactAgainPlace, endDutyPlace, giveDutyPlace, leaveAlonePlace, moveOutPlace, movePlace } from '../urls.ts';
import { AddressFields } from './people.tsx';

import { capital, type PersonPageProps, placeOf, problemsOf, spanOf } from './person-parts.ts';

export function Homes(props: PersonPageProps): Html {
  const { language, today } = props;
  const words = peopleText(language);
  const home = props.homes.find((one) => holdsOn(one, today));
  return (
    <section id="boliger" class="stack">
      <Heading level={2}>{words.homes}</Heading>
      {props.homes.length === 0 && <p>{words.noHome}</p>}
      <ul>
        {props.homes.map((one) => (
          <li>
            {one.address} <span class="quiet">{spanOf(props, one)}</span>
          </li>
        ))}
      </ul>
      {home && props.leftAlone && <p>{words.leftAlone}</p>}
      <div>
        <NewHome {...props} />
        {home && <LeaveHome {...props} />}
        {home && <Contacting {...props} home={home} />}
      </div>
    </section>
  );
}

function NewHome(props: PersonPageProps): Html {
  const { language, person, today } = props;
  const words = peopleText(language);
  const fields = formText(language);
  const problems = problemsOf(props, 'move');
  return (
    <Disclosure summary={words.moveToNew} open={problems !== undefined}>
      <p>{words.moveToNewText}</p>
      <Form action={movePlace({ id: person.id })}>
        <ErrorSummary language={language} problems={problems} />
        <AddressFields
          language={language}
          problems={problems}
          choices={props.choices ?? []}
          hint={fields.addressHint}
          optional={false}
        />
        <DateField language={language} problems={problems} name="day" label={fields.movesIn} value={today} />
        <RolesThatEnd {...props} leaving="for_another_home" problems={problems} />
        <Button look="secondary">{words.moveTo}</Button>
      </Form>
    </Disclosure>
  );
}

function LeaveHome(props: PersonPageProps): Html {
  const { language, person, today } = props;
  const words = peopleText(language);
  const problems = problemsOf(props, 'leave');
  return (
    <Disclosure summary={words.moveOut} open={problems !== undefined}>
      <p>{words.moveOutText}</p>
      <Form action={moveOutPlace({ id: person.id })}>
        <ErrorSummary language={language} problems={problems} ids={{ day: 'leave-day' }} />
        <DateField
          language={language}
          problems={problems}
          name="day"
          id="leave-day"
          label={formText(language).movesOut}
          value={today}
        />
        <RolesThatEnd {...props} leaving="for_good" problems={problems} />
        {rolesOfResidents(props.roles, today).map(({ role }) => (
          <p>{formText(language).endsBySelf(text(language).roles[role])}</p>
        ))}
        <Button look="secondary">{words.moveOutSave}</Button>
      </Form>
    </Disclosure>
  );
}

/** What becomes of the roles that go with a home is for staff to see and decide; the boxes hold what is usual. */
function RolesThatEnd(
  props: PersonPageProps & {
    readonly leaving: Parameters<typeof endsWithHome>[1];
    readonly problems: FormProblems | undefined;
  },
): Html | null {
  const { language, today, leaving } = props;
  const fields = formText(language);
  const departments = props.homes.filter((one) => holdsOn(one, today)).map((one) => one.departmentId);
  const roles = [...new Set(departments)].flatMap((id) => rolesOfHome(props.roles, id, today));
  if (roles.length === 0) return null;
  return (
    <Checkboxes
      language={language}
      problems={props.problems}
      name="ending"
      id={`ending-${leaving}`}
      label={fields.ending}
      hint={leaving === 'for_good' ? fields.endingOnLeave : fields.endingOnMove}
      optional
      options={roles.map((one) => ({
        value: one.id,
        label: `${capital(text(language).roles[one.role])}, ${placeOf(props, one)}`,
      }))}
      values={roles.filter((one) => endsWithHome(one.role, leaving)).map((one) => one.id)}
    />
  );
}

function Contacting(props: PersonPageProps & { readonly home: Residency }): Html {
  const words = peopleText(props.language);
  const action = (props.leftAlone ? contactAgainPlace : leaveAlonePlace)({ id: props.home.tenancyId });
  return (
    <Disclosure summary={props.leftAlone ? words.contactAgain : words.leaveAlone}>
      {!props.leftAlone && <p>{words.leaveAloneText}</p>}
      <Form action={action}>
        <input type="hidden" name="person" value={props.person.id} />
        <Button look="secondary">{props.leftAlone ? words.contactAgainSave : words.leaveAloneSave}</Button>
      </Form>
    </Disclosure>
  );
}

export function Duties(props: PersonPageProps): Html {
  const { language, person, today } = props;
  const words = peopleText(language);
  const now = props.duties.filter((duty) => duty.until === null || duty.until >= today);
  const municipalities = props.organisations.filter((one) => one.kind === 'municipality');
  return (
    <section id="hverv">
      <Heading level={2}>{words.duties}</Heading>
      <p>{words.dutiesText}</p>
      <ul>
        {now.map((duty) => (
          <li>
            {text(language).duties[duty.duty]}, <span class="quiet">{spanOf(props, duty)}</span>
            <Form action={endDutyPlace({ id: person.id, duty: duty.id })} class="inline-form">
              <Button look="tertiary" label={`${words.end}: ${text(language).duties[duty.duty]}`}>
                {words.end}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {municipalities.length > 0 && <AddDuty {...props} municipalities={municipalities} />}
    </section>
  );
}

function AddDuty(props: PersonPageProps & { readonly municipalities: readonly Organisation[] }): Html {
  const { language, person } = props;
  const words = peopleText(language);
  const fields = formText(language);
  const problems = problemsOf(props, 'duty');
  return (
    <Disclosure summary={words.addDuty} open={problems !== undefined}>
      <Form action={giveDutyPlace({ id: person.id })}>
        <ErrorSummary
          language={language}
          problems={problems}
          ids={{ organisationId: 'duty-organisation', until: 'duty-until' }}
        />
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
          options={props.municipalities.map((one) => ({ value: one.id, label: one.name }))}
          value={props.municipalities[0]?.id}
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
  );
}
