import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { APPLICANT_KINDS, GROUNDS, ROUNDS, type Terms } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { fundsText } from '../text/funds.ts';
import { policyText } from '../text/policy.ts';

export interface PolicyFormProps {
  readonly language: Language;
  readonly action: string;
  /** When the fund is opened together with its first policy: whose it may be, and the letters it would have. */
  readonly opens: {
    readonly organisations: readonly { readonly id: Id<'organisation'>; readonly name: string }[];
    readonly prefix: string;
  } | null;
  readonly intro: string;
  readonly terms: Terms;
  readonly problems?: FormProblems | undefined;
}

/** Every rule of the fund as a setting, beginning with what holds now, or with what is usual. */
export function PolicyForm(props: PolicyFormProps): Html {
  const { language, problems, opens } = props;
  const words = policyText(language);
  return (
    <>
      <p class="lead">{props.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action} warnUnsaved>
        {opens && <Opening {...props} opens={opens} />}
        <Money {...props} />
        <Who {...props} />
        <Deciding {...props} />
        <Giving {...props} />
        <Paying {...props} />
        <Approval {...props} />
        <Button>{words.approve}</Button>
      </Form>
    </>
  );
}

function Opening({
  language,
  problems,
  opens,
}: PolicyFormProps & { readonly opens: NonNullable<PolicyFormProps['opens']> }): Html {
  const words = policyText(language);
  const several = fundsText(language);
  const ask = { language, problems };
  return (
    <>
      <TextField {...ask} name="name" label={words.name} />
      <Select
        {...ask}
        name="organisation"
        label={several.whose}
        value={opens.organisations[0]?.id}
        options={opens.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...ask}
        name="prefix"
        label={several.prefix}
        hint={several.prefixHint}
        value={opens.prefix}
        maxlength={3}
      />
    </>
  );
}

function Money({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  return (
    <Fieldset legend={words.money}>
      <AmountField {...ask} name="total" label={words.total} hint={words.totalHint} value={kroner(terms.total)} />
      <AmountField {...ask} name="projectMax" label={words.projectMax} value={kroner(terms.projectMax)} />
      <DateField {...ask} name="startsOn" label={words.startsOn} value={terms.startsOn} />
      <DateField {...ask} name="endsOn" label={words.endsOn} value={terms.endsOn} />
      <Checkbox
        {...ask}
        name="carriesOver"
        label={words.carriesOver}
        hint={words.carriesOverHint}
        checked={terms.carriesOver}
      />
    </Fieldset>
  );
}

function Who({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  return (
    <Fieldset legend={words.who}>
      <Checkboxes
        {...ask}
        name="grounds"
        label={words.grounds}
        values={terms.grounds}
        options={GROUNDS.map((ground) => ({ value: ground, label: formWords(language).ground[ground] }))}
      />
      <Checkboxes
        {...ask}
        name="applicants"
        label={words.applicants}
        values={terms.applicants}
        options={APPLICANT_KINDS.map((kind) => ({ value: kind, label: formWords(language).kinds[kind] }))}
      />
    </Fieldset>
  );
}

function Deciding({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  const roles = (['organisation_board', 'consultant', 'secretariat', 'municipal_officer'] as const).map((role) => ({
    value: role,
    label: words.roles[role],
  }));
  return (
    <Fieldset legend={words.deciding}>
      <Radios {...ask} name="decidingRole" label={words.decidingRole} value={terms.decidingRole} options={roles} />
      <Select
        {...ask}
        name="delegatedRole"
        label={words.delegatedRole}
        value={terms.delegatedRole ?? ''}
        empty={words.nobody}
        optional
        options={roles.slice(1)}
      />
      <AmountField
        {...ask}
        name="delegatedLimit"
        label={words.delegatedLimit}
        value={kroner(terms.delegatedLimit)}
        optional
      />
      <Checkbox
        {...ask}
        name="asksOwnBoard"
        label={words.asksOwnBoard}
        hint={words.asksOwnBoardHint}
        checked={terms.asksOwnBoard}
      />
      <NumberField {...ask} name="answerDays" label={words.answerDays} unit={words.days} value={terms.answerDays} />
    </Fieldset>
  );
}

function Giving({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  return (
    <Fieldset legend={words.how}>
      <Radios
        {...ask}
        name="allocation"
        label={words.allocation}
        hint={words.allocationHint}
        value={terms.allocation}
        options={(['running', 'first_come', 'rounds'] as const).map((one) => ({
          value: one,
          label: words.allocations[one],
        }))}
      />
      {Array.from({ length: ROUNDS }, (_, at) => (
        <>
          <DateField
            {...ask}
            name={`closes${at + 1}`}
            label={words.roundCloses(at + 1)}
            value={terms.rounds[at]?.closesOn}
            optional
          />
          <DateField
            {...ask}
            name={`answers${at + 1}`}
            label={words.roundAnswers(at + 1)}
            value={terms.rounds[at]?.answersOn}
            optional
          />
        </>
      ))}
      <NumberField
        {...ask}
        name="coFinancing"
        label={words.coFinancing}
        hint={words.coFinancingHint}
        unit={words.percent}
        value={Math.floor(terms.coFinancingPerMille / 10)}
        optional
      />
    </Fieldset>
  );
}

function Paying({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  return (
    <Fieldset legend={words.paying}>
      <NumberField
        {...ask}
        name="reportDueDays"
        label={words.reportDueDays}
        unit={words.days}
        value={terms.reportDueDays}
      />
      <Checkbox
        {...ask}
        name="includesVat"
        label={words.includesVat}
        hint={words.includesVatHint}
        checked={terms.amountsIncludeVat}
      />
      <Checkbox
        {...ask}
        name="privateOutlays"
        label={words.privateOutlays}
        hint={words.privateOutlaysHint}
        checked={terms.allowsPrivateOutlays}
      />
      <Checkbox
        {...ask}
        name="tellsMunicipality"
        label={words.tellsMunicipality}
        hint={words.tellsMunicipalityHint}
        checked={terms.tellsMunicipality}
      />
    </Fieldset>
  );
}

function Approval({ language, problems, terms }: PolicyFormProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  return (
    <Fieldset legend={words.approval}>
      <TextArea {...ask} name="words" label={words.words} value={terms.words} rows={6} />
      <DateField {...ask} name="approvedOn" label={words.approvedOn} value={terms.approvedOn} />
      <TextField
        {...ask}
        name="approvedReference"
        label={words.approvedReference}
        hint={words.approvedReferenceHint}
        value={terms.approvedReference}
        optional
      />
    </Fieldset>
  );
}

/** As a person would type it. */
function kroner(amount: Terms['total']): string {
  return formatOre(amount, 'da').replace(/ kr\.$/, '');
}
