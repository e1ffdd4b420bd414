import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { PUBLIC_DUTIES } from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import { contactAgainPlace, endDutyPlace, giveDutyPlace, leaveAlonePlace, moveOutPlace, movePlace } from '../urls.ts';
import { AddressFields } from './people.tsx';

import { type PersonPageProps, problemsOf, spanOf } from './person-parts.ts';

export function Homes(props: PersonPageProps): Html {
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

export function Duties(props: PersonPageProps): Html {
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
