import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatPhone } from '../../../kernel/format.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Tag } from '../../../ui/components/tag.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import {
  editPersonPlace,
  endRolePlace,
  giveRolePlace,
  guardianPlace,
  mergePlace,
  personDataPlace,
  preferencePlace,
} from '../urls.ts';
import { PreferenceForm } from './my-page.tsx';
import { Duties, Homes } from './person-homes.tsx';
import { capital, type PersonPageProps, placeOf, problemsOf, spanOf } from './person-parts.ts';

export function PersonPage(props: PersonPageProps): Html {
  const { language, person, contact } = props;
  const words = peopleText(language);
  return (
    <>
      {(person.protected || contact.channel === 'never' || contact.digitalExempt || contact.largePrint) && (
        <p class="tags">
          {person.protected && <Tag colour="tegl">{words.protected}</Tag>}
          {contact.channel === 'never' && <Tag colour="tegl">{words.wantsNoContact}</Tag>}
          {contact.digitalExempt && <Tag icon="paper">{words.digitalExempt}</Tag>}
          {contact.largePrint && <Tag>{words.largePrint}</Tag>}
        </p>
      )}
      <DescriptionList
        rows={[
          {
            term: formText(language).phone,
            content: person.phone && <a href={`tel:${person.phone}`}>{formatPhone(person.phone)}</a>,
          },
          {
            term: formText(language).email,
            content: person.email && <a href={`mailto:${person.email}`}>{person.email}</a>,
          },
          { term: formText(language).language, content: text(language).languages[person.language] },
          { term: formText(language).birthYear, content: person.birthYear },
          {
            term: words.preference,
            content: contact.channel === 'never' ? words.wantsNoContact : text(language).channels[contact.channel],
          },
          { term: words.home, content: contact.address?.join(', ') ?? words.noHome },
        ]}
      />
      <p class="quiet">{props.registration}</p>
      <div class="actions">
        <LinkButton href={editPersonPlace({ id: person.id })} look="secondary">
          {words.edit}
        </LinkButton>
        <LinkButton href={mergePlace({ id: person.id })} look="tertiary">
          {words.mergeLink}
        </LinkButton>
        <LinkButton href={personDataPlace({ id: person.id })} look="tertiary">
          {words.dataLink}
        </LinkButton>
      </div>
      {(props.needsGuardian || props.guardian) && <Guardian {...props} />}
      <Roles {...props} />
      <Homes {...props} />
      <Heading level={2}>{words.preference}</Heading>
      <PreferenceForm
        language={language}
        action={preferencePlace({ id: person.id })}
        preference={contact}
        words={{ ...formText(language).theirChannel, never: words.wantsNoContact }}
      />
      <Duties {...props} />
    </>
  );
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
            <strong>{capital(text(language).roles[role.role])}</strong>, {placeOf(props, role)},{' '}
            <span class="quiet">{spanOf(props, role)}</span>
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
