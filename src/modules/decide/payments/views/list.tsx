import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag, Tag } from '../../../../ui/components/tag.tsx';
import { Pagination, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { type Listed, PAYMENTS_A_PAGE } from '../rules/lists.ts';
import { type Payment, STATUSES, type Status } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';
import {
  batchesPlace,
  exportPlace,
  paymentPlace,
  paymentsPlace,
  settingsPlace,
  statementPlace,
  vouchersPlace,
} from '../urls.ts';

export interface ListProps {
  readonly language: Language;
  readonly shown: Status;
  readonly payments: readonly Listed[];
  readonly counts: Readonly<Partial<Record<Status, { readonly count: number; readonly sum: Payment['amount'] }>>>;
  readonly page: number;
  /** May make files and read the bank's answer. */
  readonly pay: boolean;
}

/** Finance's room: every payment by where it is. */
export function PaymentsPage(props: ListProps): Html {
  const { language, shown, counts } = props;
  const words = paymentsText(language);
  const here = counts[shown];
  const always: readonly Status[] = ['waiting_first', 'waiting_second', 'ready', 'exported', 'paid'];
  const tabs = STATUSES.filter((status) => always.includes(status) || status === shown || counts[status]);
  return (
    <>
      {props.pay && (
        <p class="actions">
          <LinkButton href={exportPlace({})} look={counts.ready ? 'strong' : 'secondary'}>
            {words.makeFile}
          </LinkButton>
          <LinkButton href={statementPlace({})} look="secondary">
            {words.readBank}
          </LinkButton>
        </p>
      )}
      <TabsNav
        label={words.lists}
        tabs={tabs.map((status) => ({
          href: paymentsPlace({}, { vis: status }),
          label: words.statuses[status],
          current: status === shown,
          ...(counts[status] && status !== 'paid' && status !== 'stopped' ? { count: counts[status].count } : {}),
        }))}
      />
      {here && <p class="quiet">{words.sumOf(here.count, formatOre(here.sum, language))}</p>}
      <PaymentTable
        language={language}
        caption={words.statuses[shown]}
        payments={props.payments}
        empty={<EmptyState title={words.nothing[shown]} text={words.nothingText} />}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.max(1, Math.ceil((here?.count ?? 0) / PAYMENTS_A_PAGE))}
        href={(page) => paymentsPlace({}, { vis: shown, side: page })}
      />
      <ul>
        <li>
          <a href={batchesPlace({})}>{words.batches}</a>
        </li>
        <li>
          <a href={vouchersPlace({})}>{words.vouchers}</a>
        </li>
        <li>
          <a href={settingsPlace({})}>{words.rules}</a>
        </li>
      </ul>
    </>
  );
}

/** Payments one under another: number, payee, for what, when, how much. */
export function PaymentTable(props: {
  readonly language: Language;
  readonly caption: string;
  readonly payments: readonly Listed[];
  readonly empty?: Html;
  readonly withStatus?: boolean;
}): Html {
  const { language } = props;
  const words = paymentsText(language);
  return (
    <Table
      language={language}
      caption={props.caption}
      captionHidden
      rows={props.payments}
      empty={props.empty}
      columns={[
        { heading: words.voucher, cell: (one) => one.number },
        {
          heading: words.payee,
          names: true,
          cell: (one) => (
            <>
              <a href={paymentPlace({ id: one.id })}>
                <bdi>{one.payee}</bdi>
              </a>{' '}
              {one.changed && one.status !== 'paid' && <Tag colour="sol">{words.newAccount}</Tag>}
            </>
          ),
        },
        { heading: words.about, cell: (one) => one.reference },
        { heading: words.due, cell: (one) => <DateText day={one.dueOn} language={language} style="short" /> },
        ...(props.withStatus
          ? [
              {
                heading: words.status,
                cell: (one: Listed) => <PaymentStatus language={language} status={one.status} />,
              },
            ]
          : []),
        { heading: words.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} full /> },
      ]}
    />
  );
}

const LOOKS: Readonly<Record<Status, 'going' | 'waiting' | 'good' | 'resting' | 'stopped'>> = {
  bounced: 'stopped',
  waiting_first: 'waiting',
  waiting_second: 'waiting',
  ready: 'going',
  exported: 'going',
  awaited: 'waiting',
  paid: 'good',
  stopped: 'resting',
};

export function PaymentStatus(props: { readonly language: Language; readonly status: Status }): Html {
  return <StatusTag state={LOOKS[props.status]}>{paymentsText(props.language).statuses[props.status]}</StatusTag>;
}
