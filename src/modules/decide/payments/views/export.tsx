import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { isByHand } from '../rules/exporting.ts';
import { destinationOf, type Payment } from '../rules/payment.ts';
import type { Settings } from '../rules/settings.ts';
import { batchText } from '../text/batches.ts';
import { paymentsText } from '../text/pages.ts';
import { exportPlace, paymentPlace, paymentsPlace, settingsPlace } from '../urls.ts';
import { AccountText } from './account.tsx';

export interface ExportProps {
  readonly language: Language;
  readonly payments: readonly Payment[];
  readonly today: Day;
  readonly settings: Pick<Settings, 'format' | 'slipsInFile'>;
  readonly problems?: FormProblems | undefined;
}

/** What is ready, in the order in which it is due; all of it chosen, until somebody says otherwise. */
export function ExportPage(props: ExportProps): Html {
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
  return (
    <>
      <p class="lead">{words.exportIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Slips {...props} />
      <Form action={exportPlace({})}>
        <Choose {...props} />
        <Radios
          language={language}
          problems={problems}
          name="when"
          label={words.when}
          hint={words.bankDays}
          value="due"
          options={(['due', 'on'] as const).map((one) => ({ value: one, label: words.whens[one] }))}
        />
        <DateField language={language} problems={problems} name="day" label={words.onDay} min={today} optional />
        <Button>{words.make}</Button>
      </Form>
    </>
  );
}

/** Slips are not for every bank: what becomes of them is said before the file is made. */
function Slips({ language, payments, settings }: ExportProps): Html | null {
  const words = batchText(language);
  const slips = payments.filter((one) => destinationOf(one).to.kind === 'slip');
  if (slips.length === 0 || settings.format === 'csv') return null;
  const byHand = slips.filter((one) => isByHand(one, settings)).length;
  return (
    <Notice>
      <p>
        {byHand > 0 ? words.slipsByHand(byHand) : words.slipsInFile} <a href={settingsPlace({})}>{words.rules}</a>
      </p>
    </Notice>
  );
}

function Choose({ language, payments, problems }: ExportProps): Html {
  const words = batchText(language);
  const say = paymentsText(language);
  const typed = problems?.values.payments;
  const chosen = typed === undefined ? null : new Set<string>(typeof typed === 'string' ? [typed] : typed);
  return (
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
        { heading: say.payee, names: true, cell: (one) => <Payee language={language} one={one} /> },
        { heading: say.account, cell: (one) => <AccountText to={destinationOf(one).to} language={language} /> },
        { heading: say.due, cell: (one) => <DateText day={one.dueOn} language={language} style="short" /> },
        { heading: say.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} full /> },
      ]}
    />
  );
}

function Payee({ language, one }: { readonly language: Language; readonly one: Payment }): Html {
  return (
    <>
      <a href={paymentPlace({ id: one.id })}>
        <bdi>{one.payee}</bdi>
      </a>{' '}
      {destinationOf(one).changed && <Tag colour="sol">{paymentsText(language).newAccount}</Tag>}
    </>
  );
}
