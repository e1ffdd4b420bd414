import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Thread } from '../../../../ui/components/thread.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { ApprovalRefusal, GivenRole } from '../rules/approving.ts';
import type { Happened } from '../rules/history.ts';
import { destinationOf, liveExport, type Payment, type Status, statusOf } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';
import { threadText } from '../text/thread.ts';
import { batchPlace, voucherPlace, voucherSheetPlace } from '../urls.ts';
import { AccountText } from './account.tsx';
import { PaymentStatus } from './list.tsx';
import { newRoleText } from './new-role.ts';
import { PaymentWork } from './work.tsx';

export interface PaymentProps {
  readonly language: Language;
  readonly payment: Payment;
  readonly today: Day;
  /** Display names of people, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly history: readonly Happened[];
  /** Roles that approvers were given lately. */
  readonly newRoles: readonly GivenRole[];
  /** How many days back the rules look. */
  readonly lookBack: number;
  /** What else the payee gets, where it counts with an amount that one could approve alone. */
  readonly beside: Ore;
  /** SHA-256 in hex of what is shown; posted with the approval. */
  readonly digest: string;
  readonly needed: 1 | 2;
  readonly step: 1 | 2;
  /** Why this reader may not approve it now; null when they may. */
  readonly refusal: ApprovalRefusal | null;
  /** Correct the account, and say what the bank answered. */
  readonly pay: boolean;
  /** The bill was typed in, and there is nothing to see of it. */
  readonly unseen: boolean;
  readonly places: { readonly invoice: string; readonly fundCase: string };
  readonly problems?: FormProblems | undefined;
}

/** One payment: what is paid to whom and why, what is wanted of the reader, and all that happened. */
export function PaymentView(props: PaymentProps): Html {
  const { language, payment, problems } = props;
  const words = paymentsText(language);
  const status = statusOf(payment);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="tags">
        <PaymentStatus language={language} status={status} />
      </p>
      <Warnings {...props} status={status} />
      <Facts {...props} />
      <PaymentWork {...props} status={status} />
      <section class="stack">
        <Heading level={2}>{words.history}</Heading>
        <Thread label={words.history} entries={props.history.map((one) => entryOf(one, props))} />
      </section>
      {payment.amount > 0 && (
        <>
          <p>
            <LinkButton href={voucherPlace({ id: payment.id })} look="secondary">
              {words.getVoucher}
            </LinkButton>
          </p>
          <p>
            <a href={voucherSheetPlace({ id: payment.id })}>{words.getSheet}</a>
          </p>
        </>
      )}
    </>
  );
}

function Warnings({ language, payment, status, unseen }: PaymentProps & { readonly status: Status }): Html | null {
  const words = paymentsText(language);
  const bounced = payment.results.findLast(({ result }) => result === 'bounced');
  const { changed } = destinationOf(payment);
  const open = status === 'waiting_first' || status === 'waiting_second' || status === 'ready' || status === 'bounced';
  return (
    <>
      {open && bounced && (
        <Notice kind="danger" heading={words.bouncedHeading}>
          <p>
            <q lang="da">{bounced.words}</q>
          </p>
          <p>{words.bouncedText}</p>
        </Notice>
      )}
      {open && unseen && (
        <Notice kind="warning" heading={words.unseenHeading}>
          <p>{words.unseenText}</p>
        </Notice>
      )}
      {open && changed && (
        <Notice kind="warning" heading={words.changedHeading}>
          <p>{words.changedText}</p>
        </Notice>
      )}
    </>
  );
}

function Facts({ language, payment, names, places }: PaymentProps): Html {
  const words = paymentsText(language);
  const { to, typedBy, words: why } = destinationOf(payment);
  const live = liveExport(payment);
  return (
    <DescriptionList
      rows={[
        { term: words.payee, content: <bdi>{payment.payee}</bdi> },
        { term: words.amount, content: <Amount ore={payment.amount} language={language} full /> },
        {
          term: to.kind === 'slip' ? words.slip : words.account,
          content: payment.amount > 0 && (
            <>
              <AccountText to={to} language={language} />
              {typedBy && (
                <>
                  <br />
                  <span class="quiet">{words.typedBy(names.get(typedBy) ?? '')}</span>
                </>
              )}
              {why && (
                <>
                  {': '}
                  <q lang="da">{why}</q>
                </>
              )}
            </>
          ),
        },
        {
          term: words.earlierAccounts,
          content: payment.destinations.length > 1 && (
            <ul>
              {payment.destinations.slice(0, -1).map((one) => (
                <li>
                  <AccountText to={one.to} language={language} />
                </li>
              ))}
            </ul>
          ),
        },
        { term: words.due, content: <DateText day={payment.dueOn} language={language} /> },
        {
          term: words.invoiceNumber,
          content: (
            <>
              <bdi>{payment.invoiceNumber}</bdi> · <a href={places.invoice}>{words.seeInvoice}</a>
            </>
          ),
        },
        {
          term: words.reference,
          content: (
            <>
              {payment.reference} · <a href={places.fundCase}>{words.seeCase}</a>
            </>
          ),
        },
        { term: words.acceptedBy, content: payment.acceptedBy && names.get(payment.acceptedBy) },
        {
          term: words.endToEnd,
          content: live && (
            <>
              <bdi>{live.endToEndId}</bdi> ·{' '}
              <a href={batchPlace({ id: live.batchId })}>{words.sentIn(live.batchNumber)}</a>
            </>
          ),
        },
      ]}
    />
  );
}

const ICONS = {
  opened: 'document',
  account: 'tool',
  first: 'check',
  second: 'check',
  only: 'check',
  exported: 'money',
  undone: 'stop',
  paid: 'money',
  received: 'money',
  bounced: 'stop',
  stopped: 'stop',
} as const;

function entryOf(one: Happened, props: PaymentProps) {
  const { language, names } = props;
  const words = paymentsText(language);
  const { happened } = threadText(language);
  const sentence =
    one.what === 'exported' || one.what === 'undone' ? happened[one.what](one.batch ?? 0) : happened[one.what];
  const approved = one.what === 'first' || one.what === 'second' || one.what === 'only';
  const roleNote = approved && one.by && one.at ? newRoleText({ by: one.by, at: one.at }, props) : null;
  return {
    icon: ICONS[one.what],
    sentence: [sentence, one.void && words.noLongerCounts, roleNote].filter(Boolean).join(' '),
    when: <DateText day={one.on} language={language} />,
    who: one.by && (names.get(one.by) ?? null),
    quote: one.words || undefined,
    lang: 'da',
  };
}
