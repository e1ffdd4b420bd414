import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { APPLICANT_KINDS, GROUNDS, type Terms } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { policyText } from '../text/policy.ts';
import { policyPlace } from '../urls.ts';

export interface PolicyProps {
  readonly language: Language;
  /** Null when the fund is opened together with its first policy. */
  readonly fundName: string | null;
  readonly terms: Terms;
  readonly problems?: FormProblems | undefined;
}

/** Every rule of the fund as a setting, beginning with what holds now, or with what is usual. */
export function PolicyPage({ language, fundName, terms, problems }: PolicyProps): Html {
  const words = policyText(language);
  const ask = { language, problems };
  const kroner = (amount: Terms['total']) => formatOre(amount, 'da').replace(/ kr\.$/, '');
  const roles = (['organisation_board', 'consultant', 'secretariat', 'municipal_officer'] as const).map((role) => ({
    value: role,
    label: words.roles[role],
  }));
  return (
    <>
      <p class="lead">{words.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={policyPlace({})}>
        {fundName === null && <TextField {...ask} name="name" label={words.name} />}
        <AmountField {...ask} name="total" label={words.total} value={kroner(terms.total)} />
        <AmountField {...ask} name="projectMax" label={words.projectMax} value={kroner(terms.projectMax)} />
        <DateField {...ask} name="startsOn" label={words.startsOn} value={terms.startsOn} />
        <DateField {...ask} name="endsOn" label={words.endsOn} value={terms.endsOn} />
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
        <NumberField {...ask} name="answerDays" label={words.answerDays} unit={words.days} value={terms.answerDays} />
        <NumberField
          {...ask}
          name="coFinancing"
          label={words.coFinancing}
          unit={words.percent}
          value={Math.floor(terms.coFinancingPerMille / 10)}
          optional
        />
        <Radios
          {...ask}
          name="allocation"
          label={words.allocation}
          value={terms.allocation === 'first_come' ? 'first_come' : 'running'}
          options={(['running', 'first_come'] as const).map((one) => ({ value: one, label: words.allocations[one] }))}
        />
        <NumberField
          {...ask}
          name="reportDueDays"
          label={words.reportDueDays}
          unit={words.days}
          value={terms.reportDueDays}
        />
        <Checkbox {...ask} name="carriesOver" label={words.carriesOver} checked={terms.carriesOver} />
        <Checkbox {...ask} name="includesVat" label={words.includesVat} checked={terms.amountsIncludeVat} />
        <Checkbox {...ask} name="privateOutlays" label={words.privateOutlays} checked={terms.allowsPrivateOutlays} />
        <TextArea {...ask} name="words" label={words.words} value={terms.words} rows={5} />
        <DateField {...ask} name="approvedOn" label={words.approvedOn} value={terms.approvedOn} />
        <TextField
          {...ask}
          name="approvedReference"
          label={words.approvedReference}
          value={terms.approvedReference}
          optional
        />
        <Button>{words.approve}</Button>
      </Form>
    </>
  );
}
