import type { Child, Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Page } from '../rules/application.ts';
import type { Finding } from '../rules/findings.ts';
import { APPLICANT_KINDS, GROUNDS } from '../rules/policy.ts';
import { findingsText } from '../text/findings.ts';
import { formWords } from '../text/forms.ts';

export interface ApplicationFormProps {
  readonly language: Language;
  readonly action: string;
  readonly page: Page;
  readonly version: number;
  readonly lines: number;
  readonly departments: readonly { readonly id: Id<'department'>; readonly name: string }[];
  /** What the policy would say to the page as it is kept. */
  readonly findings: readonly Finding[];
  /** Staff may write in what came on paper or by telephone. */
  readonly byStaff: boolean;
  readonly intro: string;
  readonly problems?: FormProblems | undefined;
}

/** The whole application on one page. What the policy says stands beside the field that it is about. */
export function ApplicationForm(props: ApplicationFormProps): Html {
  const { language, page, problems, findings } = props;
  const words = formWords(language);
  const ask = { language, problems, optional: true };
  const noted = (field: keyof Page, hint: Child = ''): Child => {
    const notes = findings.filter((finding) => finding.field === field).map((one) => findingSentence(one, language));
    return notes.length > 0 ? [hint, ' ', <strong>{notes.join(' ')}</strong>] : hint;
  };
  return (
    <>
      <p class="lead">{props.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action} warnUnsaved>
        <input type="hidden" name="version" value={String(props.version)} />
        {page.initiativeId && <input type="hidden" name="initiative" value={page.initiativeId} />}
        {props.byStaff && (
          <Radios
            {...ask}
            name="channel"
            label={words.channel}
            value="self"
            options={[
              { value: 'self', label: words.self },
              { value: 'paper', label: words.paper },
              { value: 'phone', label: words.byPhone },
            ]}
          />
        )}
        <TextField {...ask} name="title" label={words.title} hint={words.titleHint} value={page.title} maxlength={80} />
        <TextArea
          {...ask}
          name="purpose"
          label={words.purpose}
          hint={noted('purpose', words.purposeHint)}
          value={page.purpose}
          rows={7}
        />
        <NumberField
          {...ask}
          name="participants"
          label={words.participants}
          unit={words.people}
          value={page.participants ?? undefined}
        />
        <DateField
          {...ask}
          name="startsOn"
          label={words.startsOn}
          hint={noted('startsOn')}
          value={page.startsOn ?? undefined}
        />
        <DateField {...ask} name="endsOn" label={words.endsOn} value={page.endsOn ?? undefined} />
        <Fieldset legend={words.budget} hint={noted('lines', words.budgetHint)}>
          {Array.from({ length: props.lines }, (_, at) => (
            <BudgetLineFields language={language} at={at + 1} line={page.lines[at]} problems={problems} />
          ))}
          <AmountField
            {...ask}
            name="otherMoney"
            label={words.otherMoney}
            hint={noted('otherMoney')}
            value={written(page.otherMoney)}
          />
          <TextField {...ask} name="otherMoneyWords" label={words.otherMoneyWords} value={page.otherMoneyWords} />
        </Fieldset>
        <Checkboxes
          {...ask}
          name="grounds"
          label={words.grounds}
          hint={noted('grounds')}
          values={page.grounds}
          options={GROUNDS.map((ground) => ({ value: ground, label: words.ground[ground] }))}
        />
        <TextArea
          {...ask}
          name="groundReason"
          label={words.groundReason}
          hint={noted('groundReason')}
          value={page.groundReason}
          rows={3}
        />
        <Checkboxes
          {...ask}
          name="departments"
          label={words.departments}
          hint={noted('departmentIds')}
          values={page.departmentIds}
          options={props.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField {...ask} name="remains" label={words.remains} hint={words.remainsHint} value={page.remains} />
        <Checkbox {...ask} name="minors" label={words.minors} hint={noted('minors')} checked={page.minors} />
        <Checkbox
          {...ask}
          name="nonResidents"
          label={words.nonResidents}
          hint={noted('nonResidents')}
          checked={page.nonResidents}
        />
        <Fieldset legend={words.applicant} hint={noted('applicantKind')}>
          <TextField {...ask} name="name" label={words.name} value={page.applicantName} autocomplete="name" />
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
          <Radios
            {...ask}
            name="kind"
            label={words.kind}
            value={page.applicantKind}
            options={APPLICANT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
        </Fieldset>
        <div class="actions">
          <Button name="do" value="send">
            {words.send}
          </Button>
          <Button name="do" value="save" look="secondary">
            {words.save}
          </Button>
        </div>
      </Form>
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
  const ask = { language, problems, optional: true };
  return (
    <>
      <TextField {...ask} name={`what${at}`} label={words.what(at)} value={line?.what ?? ''} />
      <TextField {...ask} name={`supplier${at}`} label={words.supplier(at)} value={line?.supplier ?? ''} />
      <AmountField {...ask} name={`amount${at}`} label={words.amount(at)} value={line && written(line.amount)} />
    </>
  );
}

/** All that the policy would say, in one place: for those who decide, and above a draft. */
export function Findings(props: {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly heading: string;
}): Html | null {
  if (props.findings.length === 0) return null;
  const stops = props.findings.some((finding) => finding.severity === 'stop');
  return (
    <Notice kind={stops ? 'warning' : 'info'} heading={props.heading}>
      <ul>
        {props.findings.map((finding) => (
          <li>{findingSentence(finding, props.language)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** One finding as a sentence, with its amount or day. */
export function findingSentence(finding: Finding, language: Language): string {
  const { amount, day } = finding;
  return findingsText(language)
    [finding.code].replace('{amount}', amount === null ? '' : formatOre(amount, language))
    .replace('{day}', day === null ? '' : formatDay(day, language));
}

/** As a person would type it; nothing where there is nothing. */
function written(amount: Ore): string {
  return amount === 0 ? '' : formatOre(amount, 'da').replace(/ kr\.$/, '');
}
