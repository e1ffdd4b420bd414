import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Facts } from '../rules/facts.ts';
import type { InvoiceFormat } from '../rules/invoice.ts';
import { formText } from '../text/forms.ts';
import { type FileShown, FileView } from './facts.tsx';

export interface TypingProps {
  readonly language: Language;
  readonly action: string;
  /** Null: a new one, which may bring a picture. */
  readonly known: {
    readonly version: number;
    readonly facts: Facts | null;
    readonly file: FileShown | null;
    readonly picture: FileShown | null;
    readonly format: InvoiceFormat;
  } | null;
  readonly problems?: FormProblems | undefined;
}

/** What stands on a paper or a photo, typed in beside it. */
export function TypingPage(props: TypingProps): Html {
  const { language, known, problems } = props;
  const words = formText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{words.typeIntro}</p>
      <div class="invoice-beside invoice-typing">
        {known && <FileView language={language} {...known} />}
        <Form action={props.action} files={known === null} warnUnsaved>
          {known && <input type="hidden" name="version" value={String(known.version)} />}
          <Fields {...props} />
          {!known && (
            <FileField
              language={language}
              name="file"
              label={words.picture}
              hint={words.fileHint}
              accept={ACCEPTED}
              optional
              problems={problems}
            />
          )}
          <Button>{words.save}</Button>
        </Form>
      </div>
    </>
  );
}

export const ACCEPTED = '.pdf,.xml,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/*';

function Fields({ language, known, problems }: TypingProps): Html {
  const words = formText(language);
  const facts = known?.facts ?? null;
  const common = { language, problems, optional: true } as const;
  const day = (value: Facts['issueDate'] | undefined) => value ?? undefined;
  const line = (name: string, label: string, value: string | null | undefined, hint?: string) => (
    <TextField {...common} name={name} label={label} value={value ?? ''} {...(hint ? { hint } : {})} />
  );
  const { account, iban, fik } = facts?.payment ?? {};
  return (
    <>
      <Radios
        language={language}
        name="kind"
        label={words.kind}
        value={facts?.outlay ? 'outlay' : (facts?.kind ?? 'invoice')}
        options={(['invoice', 'creditNote', 'outlay'] as const).map((kind) => ({
          value: kind,
          label: words.kinds[kind],
        }))}
        problems={problems}
      />
      {line('outlay', words.outlay, facts?.outlay)}
      <Fieldset legend={words.supplierPart}>
        <TextField
          language={language}
          name="supplierName"
          label={words.supplierName}
          value={facts?.supplier.name ?? ''}
          problems={problems}
        />
        {line('supplierCvr', words.cvr, facts?.supplier.cvr, words.cvrHint)}
        {line('supplierEmail', words.email, facts?.supplier.email)}
        {line('supplierPhone', words.phone, facts?.supplier.phone)}
      </Fieldset>
      <Fieldset legend={words.buyerPart}>
        {line('buyerName', words.buyerName, facts?.buyer.name, words.buyerHint)}
        {line('buyerCvr', words.cvr, facts?.buyer.cvr)}
        {line('buyerGln', words.gln, facts?.buyer.gln)}
      </Fieldset>
      <Fieldset legend={words.numbersPart}>
        {line('number', words.number, facts?.number)}
        {line('preceding', words.preceding, facts?.precedingInvoice)}
        {line('reference', words.reference, facts?.reference, words.referenceHint)}
        <DateField {...common} name="issueDate" label={words.issueDate} value={day(facts?.issueDate)} />
        <DateField {...common} name="dueDate" label={words.dueDate} value={day(facts?.dueDate)} />
        <DateField {...common} name="deliveryFrom" label={words.deliveryFrom} value={day(facts?.deliveryFrom)} />
        <DateField {...common} name="deliveryUntil" label={words.deliveryUntil} value={day(facts?.deliveryUntil)} />
      </Fieldset>
      <Fieldset legend={words.amountPart}>
        <AmountField
          language={language}
          name="payable"
          label={words.payable}
          value={typed(facts?.payable)}
          problems={problems}
        />
        <AmountField {...common} name="vat" label={words.vat} value={typed(facts?.vat)} />
        {line('currency', words.currency, facts?.currency ?? 'DKK')}
        <TextArea
          {...common}
          name="what"
          label={words.what}
          rows={3}
          value={facts?.lines.map(({ name }) => name).join('\n') ?? ''}
        />
      </Fieldset>
      <Fieldset legend={words.paymentPart} hint={words.paymentHint}>
        {line('reg', words.reg, account?.reg)}
        {line('account', words.account, account?.number)}
        {line('iban', words.iban, iban)}
        {line('fik', words.fik, fik && `+${fik.kind}<${fik.reference ?? ''}+${fik.creditor}<`, words.fikHint)}
      </Fieldset>
    </>
  );
}

/** As a person would type it: without "kr.". */
function typed(amount: Ore | null | undefined): string | undefined {
  return amount === null || amount === undefined ? undefined : formatOre(amount, 'da').replace(/ kr\.$/, '');
}
