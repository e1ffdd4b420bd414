import type { Html } from '#jsx/jsx-runtime';
import type { Role } from '../../../kernel/actor.ts';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Tag } from '../../../ui/components/tag.tsx';
import { Pagination } from '../../../ui/components/wayfinding.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { NumberField } from '../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { Person } from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import { newPersonPlace, peoplePlace, personPlace } from '../urls.ts';

/** A person in the staff's list. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

export function PeoplePage(props: {
  readonly language: Language;
  readonly search: string;
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}): Html {
  const { language } = props;
  const words = peopleText(language);
  return (
    <>
      <SearchBox language={language} action={peoplePlace({})} value={props.search} label={words.search} />
      <p>
        <LinkButton href={newPersonPlace({})} look="secondary">
          {words.newPerson}
        </LinkButton>
      </p>
      <Table
        language={language}
        caption={words.found(props.total)}
        columns={[
          {
            heading: words.name,
            names: true,
            cell: (one) => (
              <>
                <a href={personPlace({ id: one.id })}>{one.name}</a>
                {one.protected && <Tag colour="tegl">{words.protected}</Tag>}
              </>
            ),
          },
          { heading: words.home, cell: (one) => [one.address, one.department].filter(Boolean).join(', ') },
          {
            heading: words.contact,
            cell: (one) => [one.phone && formatPhone(one.phone), one.email].filter(Boolean).join(', '),
          },
          { heading: words.roles, cell: (one) => one.roles.map((role) => text(language).roles[role]).join(', ') },
        ]}
        rows={props.people}
        empty={<EmptyState title={words.nobody} text={words.nobodyText} scene="search" />}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={props.pages}
        href={(page: number) => peoplePlace({}, { q: props.search || null, side: page })}
      />
    </>
  );
}

/** A home to choose when a written address can mean several. */
export interface HomeChoice {
  readonly id: string;
  readonly label: string;
}

export function NewPersonPage(props: {
  readonly language: Language;
  readonly choices?: readonly HomeChoice[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const fields = formText(language);
  const words = peopleText(language);
  return (
    <>
      <p>{words.newIntro}</p>
      <Form action={newPersonPlace({})} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <Radios
          language={language}
          problems={problems}
          name="received"
          label={fields.received}
          value="web"
          options={(['web', 'paper', 'phone'] as const).map((value) => ({ value, label: fields.receivedBy[value] }))}
        />
        <DetailFields language={language} problems={problems} person={null} />
        <AddressFields
          language={language}
          problems={problems}
          choices={props.choices ?? []}
          hint={`${fields.addressHint} ${fields.addressNone}`}
        />
        <StaffFields language={language} problems={problems} person={null} guardian />
        <Button>{words.register}</Button>
      </Form>
    </>
  );
}

export function EditPersonPage(props: {
  readonly language: Language;
  readonly person: Person;
  readonly action: Path;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, person, problems } = props;
  return (
    <Form action={props.action} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <DetailFields language={language} problems={problems} person={person} />
      <StaffFields language={language} problems={problems} person={person} guardian={false} />
      <Button>{peopleText(language).save}</Button>
    </Form>
  );
}

interface FieldsOf {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
  readonly person: Person | null;
}

/** `contactElsewhere`: e-mail and telephone have a page of their own, where they are proved. */
export function DetailFields({
  language,
  problems,
  person,
  contactElsewhere,
}: FieldsOf & { readonly contactElsewhere?: boolean }): Html {
  const fields = formText(language);
  const common = { language, problems };
  return (
    <>
      <TextField {...common} name="name" label={fields.name} autocomplete="off" value={person?.name} />
      {!contactElsewhere && <ContactFields language={language} problems={problems} person={person} />}
      <Radios
        {...common}
        name="language"
        label={fields.language}
        value={person?.language ?? 'da'}
        options={LANGUAGES.map((value) => ({ value, label: text(language).languages[value] }))}
      />
    </>
  );
}

function ContactFields({ language, problems, person }: FieldsOf): Html {
  const fields = formText(language);
  const common = { language, problems };
  return (
    <>
      <TextField
        {...common}
        name="email"
        label={fields.email}
        hint={fields.emailHint}
        optional
        type="email"
        autocomplete="off"
        value={person?.email ?? ''}
      />
      <TextField
        {...common}
        name="phone"
        label={fields.phone}
        hint={fields.phoneHint}
        optional
        type="tel"
        autocomplete="off"
        size={16}
        value={person?.phone ? formatPhone(person.phone) : ''}
      />
    </>
  );
}

function StaffFields({ language, problems, person, guardian }: FieldsOf & { readonly guardian: boolean }): Html {
  const fields = formText(language);
  const common = { language, problems };
  return (
    <>
      <NumberField
        {...common}
        name="birthYear"
        label={fields.birthYear}
        hint={fields.birthYearHint}
        optional
        value={person?.birthYear ?? ''}
      />
      {guardian && (
        <TextField
          {...common}
          name="guardianName"
          label={fields.guardian}
          hint={fields.guardianHint}
          optional
          autocomplete="off"
        />
      )}
      <Checkbox
        {...common}
        name="protected"
        label={fields.protected}
        hint={fields.protectedHint}
        checked={person?.protected ?? false}
      />
    </>
  );
}

export function AddressFields(props: {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
  readonly choices: readonly HomeChoice[];
  readonly hint: string;
  /** False where the form is about the home. */
  readonly optional?: boolean;
}): Html {
  const fields = formText(props.language);
  const common = { language: props.language, problems: props.problems };
  return (
    <>
      <TextField
        {...common}
        name="address"
        label={fields.address}
        hint={props.hint}
        optional={props.optional ?? true}
        autocomplete="off"
      />
      {props.choices.length > 0 && (
        <Radios
          {...common}
          name="tenancyId"
          label={fields.choose}
          options={props.choices.map((choice) => ({ value: choice.id, label: choice.label }))}
        />
      )}
    </>
  );
}
