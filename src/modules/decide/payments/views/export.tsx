import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { destinationOf, type Payment } from '../rules/payment.ts';
import { batchText } from '../text/batches.ts';
import { paymentsText } from '../text/pages.ts';
import { exportPlace, paymentPlace, paymentsPlace } from '../urls.ts';
import { AccountText } from './account.tsx';

/** What is ready, in the order in which it is due; all of it chosen, until somebody says otherwise. */
export function ExportPage(props: {
  readonly language: Language;
  readonly payments: readonly Payment[];
  readonly today: Day;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, payments, today, problems } = props;
  const words = batchText(language);
  const say = paymentsText(language);
  if (payments.length === 0 && !problems) {
    return (
      <EmptyState
        title={words.nothingReady}
        text={words.nothingReadyText}
        action={{ href: paymentsPlace({}), label: say.title }}
      />
    );
  }
  const typed = problems?.values.payments;
  const chosen = typed === undefined ? null : new Set<string>(typeof typed === 'string' ? [typed] : typed);
  return (
    <>
      <p class="lead">{words.exportIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={exportPlace({})}>
        <Table
          language={language}
          caption={say.statuses.ready}
          rows={payments}
          columns={[
            {
              heading: say.voucher,
              cell: (one) => (
                <label class="choice">
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="payments[]"
                    value={one.id}
                    checked={problems ? (chosen?.has(one.id) ?? false) : true}
                    aria-label={words.choose(one.payee, one.number)}
                  />
                  <span>{one.number}</span>
                </label>
              ),
            },
            {
              heading: say.payee,
              names: true,
              cell: (one) => (
                <>
                  <a href={paymentPlace({ id: one.id })}>
                    <bdi>{one.payee}</bdi>
                  </a>{' '}
                  {destinationOf(one).changed && <Tag colour="sol">{say.newAccount}</Tag>}
                </>
              ),
            },
            { heading: say.account, cell: (one) => <AccountText to={destinationOf(one).to} language={language} /> },
            { heading: say.due, cell: (one) => <DateText day={one.dueOn} language={language} style="short" /> },
            { heading: say.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} full /> },
          ]}
        />
        <Radios
          language={language}
          problems={problems}
          name="when"
          label={words.when}
          value="due"
          options={(['due', 'on'] as const).map((one) => ({ value: one, label: words.whens[one] }))}
        />
        <DateField language={language} problems={problems} name="day" label={words.onDay} min={today} optional />
        <Button>{words.make}</Button>
      </Form>
    </>
  );
}
