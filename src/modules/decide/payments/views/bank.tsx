import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOreFull } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { Finding, Matched } from '../rules/statement.ts';
import { batchText } from '../text/batches.ts';
import { paymentsText } from '../text/pages.ts';
import { paymentPlace, statementApplyPlace, statementPlace } from '../urls.ts';

/** Where the bank's answer is put in. */
export function BankPage(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const { language, problems } = props;
  const words = batchText(language);
  return (
    <>
      <p class="lead">{words.statementIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={statementPlace({})} files>
        <FileField
          language={language}
          problems={problems}
          name="file"
          label={words.statementFile}
          hint={words.statementHint}
          accept=".csv,.xlsx,.xml,.txt"
        />
        <Button>{words.read}</Button>
      </Form>
    </>
  );
}

const LOOKS: Readonly<Record<Finding, 'going' | 'waiting' | 'good' | 'resting' | 'stopped'>> = {
  paid: 'good',
  bounced: 'stopped',
  amount: 'waiting',
  day: 'waiting',
  known: 'resting',
  unknown: 'resting',
};

/** What was found, before anything changes. */
export function BankFindings(props: {
  readonly language: Language;
  readonly fileId: string;
  readonly matched: readonly Matched[];
}): Html {
  const { language, matched } = props;
  const words = batchText(language);
  const say = paymentsText(language);
  const fresh = matched.filter(({ finding }) => finding === 'paid' || finding === 'bounced').length;
  return (
    <>
      <Table
        language={language}
        caption={words.found}
        rows={matched}
        columns={[
          { heading: say.endToEnd, names: true, cell: ({ answer }) => <bdi>{answer.endToEndId}</bdi> },
          {
            heading: say.payee,
            cell: ({ payment }) =>
              payment && (
                <a href={paymentPlace({ id: payment.id })}>
                  <bdi>{payment.payee}</bdi>
                </a>
              ),
          },
          {
            heading: say.status,
            cell: ({ finding, payment }) => (
              <>
                <StatusTag state={LOOKS[finding]}>{words.foundAs[finding]}</StatusTag>
                {finding === 'amount' && payment && (
                  <>
                    <br />
                    <span class="quiet">{words.ours(formatOreFull(payment.amount, language))}</span>
                  </>
                )}
              </>
            ),
          },
          { heading: words.bankDay, cell: ({ on }) => on && <DateText day={on} language={language} style="short" /> },
          { heading: words.bankWords, cell: ({ answer }) => <bdi>{answer.reason}</bdi> },
          {
            heading: say.amount,
            numeric: true,
            cell: ({ answer }) => answer.amount !== null && <Amount ore={answer.amount} language={language} full />,
          },
        ]}
      />
      {fresh === 0 ? (
        <p>{words.nothingNew}</p>
      ) : (
        <Form action={statementApplyPlace({ id: props.fileId })}>
          <Button>{words.apply(fresh)}</Button>
        </Form>
      )}
    </>
  );
}
