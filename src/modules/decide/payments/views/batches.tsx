import type { Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import { formatDay, formatTime } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { writeSlip } from '../rules/accounts.ts';
import { BATCHES_A_PAGE } from '../rules/lists.ts';
import { destinationOf, type Payment, statusOf } from '../rules/payment.ts';
import type { Format } from '../rules/settings.ts';
import { batchText } from '../text/batches.ts';
import { paymentsText } from '../text/pages.ts';
import {
  batchCsvPlace,
  batchesPlace,
  batchFilePlace,
  batchPaidPlace,
  batchPlace,
  paymentPlace,
  undoPlace,
} from '../urls.ts';
import { PaymentStatus } from './list.tsx';

/** A file as its pages show it. */
export interface BatchCard {
  readonly id: Id<'payment_batch'>;
  readonly number: number;
  readonly format: Format;
  readonly bankFileId: string | null;
  readonly payments: number;
  readonly sum: Ore;
  readonly madeAt: Date;
  readonly madeBy: Id<'person'>;
  readonly undone: { readonly words: string; readonly on: Day; readonly by: Id<'person'> } | null;
}

/** The files that were made, the newest first. */
export function BatchesPage(props: {
  readonly language: Language;
  readonly batches: readonly BatchCard[];
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  readonly total: number;
}): Html {
  const { language } = props;
  const words = batchText(language);
  return (
    <>
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={props.batches}
        empty={<EmptyState title={words.none} />}
        columns={[
          {
            heading: words.file,
            names: true,
            cell: (one) => <a href={batchPlace({ id: one.id })}>{words.batch(one.number)}</a>,
          },
          {
            heading: words.madeOn,
            cell: (one) => <DateText day={dayOf(one.madeAt)} language={language} style="short" />,
          },
          { heading: words.madeBy, cell: (one) => <bdi>{props.names.get(one.madeBy) ?? ''}</bdi> },
          {
            heading: words.state,
            cell: (one) => (
              <StatusTag state={one.undone ? 'stopped' : 'going'}>{one.undone ? words.undone : words.going}</StatusTag>
            ),
          },
          { heading: words.payments, numeric: true, cell: (one) => one.payments },
          { heading: words.sum, numeric: true, cell: (one) => <Amount ore={one.sum} language={language} full /> },
        ]}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.max(1, Math.ceil(props.total / BATCHES_A_PAGE))}
        href={(page) => batchesPlace({}, { side: page })}
      />
    </>
  );
}

export interface BatchProps {
  readonly language: Language;
  readonly batch: BatchCard;
  readonly payments: readonly Payment[];
  readonly names: ReadonlyMap<string, string>;
  readonly pay: boolean;
  readonly mayUndo: boolean;
  readonly today: Day;
  readonly problems?: FormProblems | undefined;
}

/** The receipt of one file: what it holds, the file itself, and what is left to type by hand. */
export function BatchPage(props: BatchProps): Html {
  const { language, batch, payments, names, pay, today, problems } = props;
  const words = batchText(language);
  const { undone } = batch;
  const waiting = undone === null && payments.some((one) => statusOf(one) === 'exported');
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      {undone && (
        <Notice kind="warning">
          <p>
            {words.undoneBy(names.get(undone.by) ?? '', formatDay(undone.on, language))} <q lang="da">{undone.words}</q>
          </p>
        </Notice>
      )}
      <DescriptionList
        rows={[
          {
            term: words.madeOn,
            content: `${formatDay(dayOf(batch.madeAt), language)}, ${formatTime(batch.madeAt, language)}`,
          },
          { term: words.madeBy, content: <bdi>{names.get(batch.madeBy) ?? ''}</bdi> },
          { term: words.format, content: words.formats[batch.format] },
          { term: words.payments, content: String(batch.payments) },
          { term: words.sum, content: <Amount ore={batch.sum} language={language} full /> },
        ]}
      />
      {pay && undone === null && (
        <>
          <p class="actions">
            {batch.bankFileId && (
              <LinkButton href={batchFilePlace({ id: batch.id })} download>
                {words.getBank}
              </LinkButton>
            )}
            <LinkButton
              href={batchCsvPlace({ id: batch.id })}
              download
              look={batch.format === 'csv' ? 'strong' : 'secondary'}
            >
              {words.getCsv}
            </LinkButton>
          </p>
          <p class="quiet">{words.sameBytes}</p>
        </>
      )}
      <Contents {...props} />
      <ByHand {...props} />
      {pay && waiting && (
        <Disclosure summary={words.allPaid}>
          <p>{words.allPaidHelp}</p>
          <Form action={batchPaidPlace({ id: batch.id })}>
            <DateField
              language={language}
              problems={problems}
              name="on"
              label={paymentsText(language).paidOn}
              value={today}
              max={today}
            />
            <Button>{words.allPaid}</Button>
          </Form>
        </Disclosure>
      )}
      {pay && props.mayUndo && undone === null && (
        <Disclosure summary={words.undo} open={problems !== undefined}>
          <p>{words.undoHelp}</p>
          <Form action={undoPlace({ id: batch.id })}>
            <TextArea language={language} problems={problems} name="words" label={words.undoWhy} rows={2} />
            <Button look="danger">{words.undo}</Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function exportIn(payment: Payment, { id }: BatchCard) {
  return payment.exports.find(({ batchId }) => batchId === id);
}

function Contents({ language, batch, payments }: BatchProps): Html {
  const words = batchText(language);
  const say = paymentsText(language);
  return (
    <Table
      language={language}
      caption={words.payments}
      rows={payments}
      columns={[
        { heading: say.voucher, cell: (one) => one.number },
        {
          heading: say.payee,
          names: true,
          cell: (one) => (
            <a href={paymentPlace({ id: one.id })}>
              <bdi>{one.payee}</bdi>
            </a>
          ),
          foot: words.sum,
        },
        { heading: say.endToEnd, cell: (one) => <bdi>{exportIn(one, batch)?.endToEndId}</bdi> },
        {
          heading: words.executeOn,
          cell: (one) => {
            const day = exportIn(one, batch)?.executeOn;
            return day && <DateText day={day} language={language} style="short" />;
          },
        },
        { heading: words.state, cell: (one) => <PaymentStatus language={language} status={statusOf(one)} /> },
        {
          heading: say.amount,
          numeric: true,
          cell: (one) => <Amount ore={one.amount} language={language} full />,
          foot: <Amount ore={batch.sum} language={language} full />,
        },
      ]}
    />
  );
}

/** Slips that the bank's file does not carry: a list to type from. */
function ByHand({ language, batch, payments }: BatchProps): Html | null {
  const words = batchText(language);
  const say = paymentsText(language);
  const slips = payments.filter((one) => exportIn(one, batch)?.byHand);
  if (slips.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.byHandHeading}</Heading>
      <p>{words.byHandText}</p>
      <Table
        language={language}
        caption={words.byHandHeading}
        captionHidden
        rows={slips}
        columns={[
          { heading: say.payee, names: true, cell: (one) => <bdi>{one.payee}</bdi> },
          {
            heading: words.line,
            cell: (one) => {
              const { to } = destinationOf(one);
              return to.kind === 'slip' ? <bdi class="amount">{writeSlip(to)}</bdi> : '';
            },
          },
          { heading: say.invoiceNumber, cell: (one) => <bdi>{one.invoiceNumber}</bdi> },
          {
            heading: words.executeOn,
            cell: (one) => {
              const day = exportIn(one, batch)?.executeOn;
              return day && <DateText day={day} language={language} style="short" />;
            },
          },
          { heading: say.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} full /> },
        ]}
      />
    </section>
  );
}
