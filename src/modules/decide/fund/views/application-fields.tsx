import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { APPLICANT_AGES, LINES, type Page, REMAINS_OWNERS } from '../rules/application.ts';
import { APPLICANT_KINDS, GROUNDS } from '../rules/policy.ts';
import { applyingText } from '../text/applying.ts';
import { formWords } from '../text/forms.ts';
import type { ApplicationFormProps } from './application-form.tsx';
import { PageMeter, Says } from './says.tsx';

/** What is to happen, for how many, and when; and how much of the page that takes. */
export function ProjectFields({ language, page, problems, findings, fill }: ApplicationFormProps): Html {
  const words = formWords(language);
  const need = { language, problems };
  return (
    <>
      <TextField {...need} name="title" label={words.title} hint={words.titleHint} value={page.title} maxlength={80} />
      <TextArea
        {...need}
        name="purpose"
        label={words.purpose}
        hint={words.purposeHint}
        value={page.purpose}
        rows={7}
        lix
      />
      <PageMeter language={language} page={page} fill={fill} />
      <Says language={language} findings={findings} at="purpose" />
      <NumberField
        {...need}
        name="participants"
        label={words.participants}
        unit={words.people}
        value={page.participants ?? undefined}
      />
      <DateField {...need} name="startsOn" label={words.startsOn} value={page.startsOn ?? undefined} />
      <Says language={language} findings={findings} at="startsOn" />
      <DateField {...need} optional name="endsOn" label={words.endsOn} value={page.endsOn ?? undefined} />
    </>
  );
}

/** What it costs, line by line; what others give; who buys; and what remains. */
export function EconomyFields(props: ApplicationFormProps): Html {
  const { language, page, problems, findings } = props;
  const words = formWords(language);
  const own = applyingText(language);
  const ask = { language, problems, optional: true };
  return (
    <>
      <Fieldset legend={words.budget} hint={words.budgetHint}>
        {Array.from({ length: props.lines }, (_, at) => (
          <BudgetLineFields language={language} at={at + 1} line={page.lines[at]} problems={problems} />
        ))}
        {props.lines < LINES.most && (
          <Button name="do" value="more" look="tertiary">
            {own.moreLines}
          </Button>
        )}
        <Says language={language} findings={findings} at="lines" />
        <AmountField {...ask} name="otherMoney" label={words.otherMoney} value={written(page.otherMoney)} />
        <Says language={language} findings={findings} at="otherMoney" />
        <TextField {...ask} name="otherMoneyWords" label={words.otherMoneyWords} value={page.otherMoneyWords} />
      </Fieldset>
      <TextField {...ask} name="whoBuys" label={own.whoBuys} hint={own.whoBuysHint} value={page.whoBuys} />
      <TextField {...ask} name="remains" label={words.remains} hint={words.remainsHint} value={page.remains} />
      <Select
        {...ask}
        name="remainsOwner"
        label={own.remainsOwner}
        empty={own.noOwner}
        value={page.remainsOwner}
        options={REMAINS_OWNERS.map((one) => ({ value: one, label: own.owners[one] }))}
      />
    </>
  );
}

function BudgetLineFields(props: {
  readonly language: Language;
  readonly at: number;
  readonly line: Page['lines'][number] | undefined;
  readonly problems: FormProblems | undefined;
}): Html {
  const { language, at, line, problems } = props;
  const words = formWords(language);
  const ask = { language, problems, optional: at > 1 };
  return (
    <div class="budget-line">
      <TextField {...ask} name={`what${at}`} label={words.what(at)} value={line?.what ?? ''} />
      <TextField {...ask} optional name={`supplier${at}`} label={words.supplier(at)} value={line?.supplier ?? ''} />
      <AmountField {...ask} name={`amount${at}`} label={words.amount(at)} value={line && written(line.amount)} />
    </div>
  );
}

/** Why it suits the fund, and who takes part. */
export function WhyFields({ language, page, problems, findings, departments }: ApplicationFormProps): Html {
  const words = formWords(language);
  const ask = { language, problems, optional: true };
  return (
    <>
      <Checkboxes
        language={language}
        problems={problems}
        name="grounds"
        label={words.grounds}
        values={page.grounds}
        options={GROUNDS.map((ground) => ({ value: ground, label: words.ground[ground] }))}
      />
      <Says language={language} findings={findings} at="grounds" />
      <TextArea
        language={language}
        problems={problems}
        name="groundReason"
        label={words.groundReason}
        value={page.groundReason}
        rows={3}
      />
      <Says language={language} findings={findings} at="groundReason" />
      <Checkboxes
        {...ask}
        name="departments"
        label={words.departments}
        values={page.departmentIds}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Says language={language} findings={findings} at="departmentIds" />
      <Checkbox language={language} problems={problems} name="minors" label={words.minors} checked={page.minors} />
      <Says language={language} findings={findings} at="minors" />
      <Checkbox
        language={language}
        problems={problems}
        name="nonResidents"
        label={words.nonResidents}
        checked={page.nonResidents}
      />
      <Says language={language} findings={findings} at="nonResidents" />
    </>
  );
}

/** Who applies, how they are reached, and the adult who answers for a child. */
export function ApplicantFields({ language, page, problems, findings }: ApplicationFormProps): Html {
  const words = formWords(language);
  const own = applyingText(language);
  const ask = { language, problems, optional: true };
  return (
    <Fieldset legend={own.about}>
      <TextField
        language={language}
        problems={problems}
        name="name"
        label={words.name}
        value={page.applicantName}
        autocomplete="name"
      />
      <TextField
        {...ask}
        name="email"
        type="email"
        label={words.email}
        hint={words.contactHint}
        value={page.applicantEmail ?? ''}
        autocomplete="email"
      />
      <TextField
        {...ask}
        name="phone"
        type="tel"
        label={words.phone}
        value={page.applicantPhone ?? ''}
        autocomplete="tel"
      />
      <TextField
        {...ask}
        name="address"
        label={own.address}
        hint={own.addressHint}
        value={page.applicantAddress}
        autocomplete="street-address"
      />
      <Radios
        {...ask}
        name="kind"
        label={words.kind}
        value={page.applicantKind}
        options={APPLICANT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <Says language={language} findings={findings} at="applicantKind" />
      <Radios
        {...ask}
        name="age"
        label={own.age}
        value={page.applicantAge}
        options={APPLICANT_AGES.map((age) => ({ value: age, label: own.ages[age] }))}
      />
      <Says language={language} findings={findings} at="applicantAge" />
      <TextField {...ask} name="guardian" label={own.guardian} hint={own.guardianHint} value={page.guardianName} />
      <TextField {...ask} name="guardianContact" label={own.guardianContact} value={page.guardianContact} />
    </Fieldset>
  );
}

/** As a person would type it; nothing where there is nothing. */
function written(amount: Ore): string {
  return amount === 0 ? '' : formatOre(amount, 'da').replace(/ kr\.$/, '');
}
