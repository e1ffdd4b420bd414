import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Checkbox } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { type Department, ORGANISATION_KINDS, type Organisation, type RoleSettings } from '../rules.ts';
import { formText } from '../text/forms.ts';
import { housesText } from '../text/houses.ts';
import { text } from '../text/names.ts';
import { newOrganisationPlace, organisationPlace, roleSettingsPlace } from '../urls.ts';

export function DepartmentFormPage(props: {
  readonly language: Language;
  readonly department: Department | null;
  readonly action: Path;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, department, problems } = props;
  const fields = formText(language);
  const words = housesText(language);
  return (
    <Form action={props.action} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <TextField
        language={language}
        problems={problems}
        name="number"
        label={fields.number}
        size={8}
        value={department?.number}
      />
      <TextField
        language={language}
        problems={problems}
        name="name"
        label={fields.departmentName}
        value={department?.name}
      />
      <TextField
        language={language}
        problems={problems}
        name="municipality"
        label={fields.municipality}
        optional
        value={department?.municipality}
      />
      <DateField
        language={language}
        problems={problems}
        name="startedOn"
        label={fields.startedOn}
        optional
        value={department?.startedOn ?? undefined}
      />
      <Checkbox
        language={language}
        problems={problems}
        name="hasBoard"
        label={fields.hasBoard}
        hint={fields.hasBoardHint}
        checked={department?.hasBoard ?? true}
      />
      <Button>{department ? words.save : words.create}</Button>
    </Form>
  );
}

export function OrganisationsPage(props: {
  readonly language: Language;
  readonly organisations: readonly Organisation[];
}): Html {
  const { language } = props;
  const words = housesText(language);
  return (
    <>
      <p>{words.organisationsIntro}</p>
      <Table
        language={language}
        caption={words.organisations}
        captionHidden
        columns={[
          {
            heading: words.name,
            names: true,
            cell: (one) => (
              <>
                <a href={organisationPlace({ id: one.id })}>{one.name}</a>
                {one.own && ` (${words.own})`}
              </>
            ),
          },
          { heading: words.kind, cell: (one) => text(language).kinds[one.kind] },
          { heading: words.cvr, cell: (one) => one.cvr ?? '' },
          {
            heading: words.place,
            cell: (one) => [one.streetLine, `${one.postcode} ${one.city}`.trim()].filter(Boolean).join(', '),
          },
        ]}
        rows={props.organisations}
      />
      <p>
        <LinkButton href={newOrganisationPlace({})} look="secondary">
          {words.newOrganisation}
        </LinkButton>
      </p>
    </>
  );
}

interface OrganisationProps {
  readonly language: Language;
  readonly organisation: Organisation | null;
  readonly problems?: FormProblems | undefined;
}

export function OrganisationFormPage(props: OrganisationProps & { readonly action: Path }): Html {
  const { language, organisation, problems } = props;
  const fields = formText(language);
  const words = housesText(language);
  const kinds = text(language).kinds;
  return (
    <Form action={props.action} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <Select
        language={language}
        problems={problems}
        name="kind"
        label={fields.kind}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={organisation?.kind}
      />
      <TextField language={language} problems={problems} name="name" label={fields.name} value={organisation?.name} />
      <TextField
        language={language}
        problems={problems}
        name="cvr"
        label={fields.cvr}
        hint={fields.cvrHint}
        optional
        size={10}
        inputmode="numeric"
        value={organisation?.cvr ?? ''}
      />
      <ReachFields language={language} organisation={organisation} problems={problems} />
      <Button>{words.save}</Button>
    </Form>
  );
}

/** Address, telephone and e-mail: what stands on letters. */
function ReachFields({ language, organisation, problems }: OrganisationProps): Html {
  const fields = formText(language);
  return (
    <>
      <TextField
        language={language}
        problems={problems}
        name="streetLine"
        label={fields.street}
        optional
        value={organisation?.streetLine}
      />
      <TextField
        language={language}
        problems={problems}
        name="postcode"
        label={fields.postcode}
        optional
        size={6}
        inputmode="numeric"
        value={organisation?.postcode}
      />
      <TextField
        language={language}
        problems={problems}
        name="city"
        label={fields.city}
        optional
        value={organisation?.city}
      />
      <TextField
        language={language}
        problems={problems}
        name="phone"
        label={fields.phone}
        optional
        type="tel"
        value={formatPhone(organisation?.phone ?? '')}
      />
      <TextField
        language={language}
        problems={problems}
        name="email"
        label={fields.email}
        optional
        type="email"
        value={organisation?.email}
      />
    </>
  );
}

export function RoleSettingsPage(props: { readonly language: Language; readonly settings: RoleSettings }): Html {
  const { language, settings } = props;
  const words = housesText(language);
  return (
    <>
      <p>{words.settingsIntro}</p>
      <Notice heading={words.law}>
        <p>{words.lawText}</p>
      </Notice>
      <Form action={roleSettingsPlace({})}>
        <Checkbox
          language={language}
          name="staffInOrganisationBoard"
          label={words.staffOrganisation}
          hint={words.staffOrganisationHint}
          checked={settings.staffInOrganisationBoard}
        />
        <Checkbox
          language={language}
          name="staffInDepartmentBoard"
          label={words.staffDepartment}
          hint={words.staffDepartmentHint}
          checked={settings.staffInDepartmentBoard}
        />
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}
