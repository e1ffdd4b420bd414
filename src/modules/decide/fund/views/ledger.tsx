import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatPeriod } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore, toOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import { Pagination, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Figures } from '../rules/cases.ts';
import { type LedgerRow, POST_KINDS, POSTS_A_PAGE, type Post } from '../rules/money.ts';
import type { Fund } from '../rules/policy.ts';
import { ledgerText } from '../text/ledger.ts';
import { applicationPlace, carryOverPlace, ledgerPlace, topUpPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

interface ShownPeriod {
  readonly id: Id<'fund_period'>;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export interface LedgerProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly works: boolean;
  readonly period: ShownPeriod;
  readonly periods: readonly ShownPeriod[];
  readonly figures: Figures;
  /** Which sum is opened; null for all that moves the balance. */
  readonly post: Post | null;
  readonly rows: readonly LedgerRow[];
  readonly total: number;
  readonly page: number;
  /** Puts money in and carries it over. */
  readonly manages: boolean;
  /** What is left of a period that is over, and when the next one begins. */
  readonly carriesTo: { readonly amount: Ore; readonly startsOn: Day } | null;
  readonly problems?: FormProblems | undefined;
}

/** The money of one period: every sum, and the rows behind it. */
export function LedgerPage(props: LedgerProps): Html {
  const { language, fund, period, post } = props;
  const words = ledgerText(language);
  const href = (query: { readonly post?: Post | null; readonly side?: number }) =>
    ledgerPlace({ fund: fund.id }, { periode: period.id, post: query.post ?? null, side: query.side ?? null });
  return (
    <>
      <FundTabs language={language} fund={fund} current="ledger" works={props.works} />
      <ErrorSummary language={language} problems={props.problems} />
      <p class="lead">
        {words.period}: {formatPeriod(period.startsOn, period.endsOn, language)}
      </p>
      {props.periods.length > 1 && (
        <TabsNav
          label={words.periods}
          tabs={props.periods.map((one) => ({
            href: ledgerPlace({ fund: fund.id }, { periode: one.id }),
            label: formatPeriod(one.startsOn, one.endsOn, language),
            current: one.id === period.id,
          }))}
        />
      )}
      <FiguresTable language={language} figures={props.figures} href={(of) => href({ post: of })} />
      <Beside language={language} figures={props.figures} href={(of) => href({ post: of })} />
      <Heading level={2}>{post ? words.captionOf(words.posts[post]) : words.caption}</Heading>
      {post && (
        <p>
          <a href={href({})}>{words.all}</a>
        </p>
      )}
      <Posts {...props} />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(props.total / POSTS_A_PAGE)}
        href={(side) => href({ post, side })}
      />
      {props.manages && <Moves {...props} />}
    </>
  );
}

type Linked = {
  readonly language: Language;
  readonly figures: Figures;
  readonly href: (post: Post) => string;
};

function FiguresTable({ language, figures, href }: Linked): Html {
  const words = ledgerText(language);
  const sums = {
    topped_up: figures.toppedUp,
    carried_in: figures.carriedIn,
    carried_out: toOre(-figures.carriedOut),
    committed: toOre(-figures.committed),
    released: figures.released,
  };
  const shown = POST_KINDS.filter((kind) => sums[kind] !== 0 || kind === 'committed');
  const lines = [
    { label: words.total, amount: figures.total, post: null },
    ...shown.map((post) => ({ label: words.posts[post], amount: sums[post], post })),
  ];
  return (
    <Table
      language={language}
      caption={words.figures}
      rows={lines}
      columns={[
        {
          heading: words.figure,
          names: true,
          foot: <strong>{words.available}</strong>,
          cell: ({ label, post }) => (post ? <a href={href(post)}>{label}</a> : label),
        },
        {
          heading: words.amount,
          numeric: true,
          foot: <Amount ore={figures.available} language={language} full />,
          cell: ({ amount }) => <Amount ore={amount} language={language} full />,
        },
      ]}
    />
  );
}

/** What does not move the balance. */
function Beside({ language, figures, href }: Linked): Html {
  const words = ledgerText(language);
  const toPay = toOre(figures.committed - figures.released - figures.paid);
  return (
    <Card as="section">
      <Heading level={2}>{words.beside}</Heading>
      <p>{words.besideText}</p>
      <ul>
        <li>
          <a href={href('paid')}>{words.posts.paid}</a>: {formatOre(figures.paid, language)}
        </li>
        <li>
          {words.toPay}: {formatOre(toPay, language)}
        </li>
        <li>
          <a href={href('other')}>{words.posts.other}</a>: {formatOre(figures.other, language)}
        </li>
      </ul>
    </Card>
  );
}

function Posts({ language, rows, post, works }: LedgerProps): Html {
  const words = ledgerText(language);
  const left: Column<LedgerRow>[] =
    post === null
      ? [
          {
            heading: words.leftAfter,
            numeric: true,
            cell: (row) => (row.left === null ? '' : <Amount ore={row.left} language={language} full />),
          },
        ]
      : [];
  return (
    <Table
      language={language}
      caption={words.caption}
      captionHidden
      rows={rows}
      empty={<p>{words.empty}</p>}
      columns={[
        { heading: words.day, cell: (row) => <DateText day={row.on} language={language} style="short" /> },
        { heading: words.what, names: true, cell: (row) => words.posts[row.kind] },
        {
          heading: words.about,
          cell: (row) =>
            works && row.applicationId ? (
              <a lang="da" href={applicationPlace({ id: row.applicationId })}>
                {row.words}
              </a>
            ) : (
              <span lang="da">{row.words}</span>
            ),
        },
        {
          heading: words.amount,
          numeric: true,
          cell: (row) => <Amount ore={row.amount} language={language} full />,
        },
        ...left,
      ]}
    />
  );
}

function Moves({ language, fund, period, carriesTo, problems }: LedgerProps): Html {
  const words = ledgerText(language);
  const ask = { language, problems };
  return (
    <>
      {carriesTo && (
        <Card as="section">
          <p>{words.carryOverText(formatOre(carriesTo.amount, language), formatDay(carriesTo.startsOn, language))}</p>
          <Form action={carryOverPlace({ fund: fund.id })}>
            <input type="hidden" name="period" value={period.id} />
            <Button look="secondary">{words.carryOver}</Button>
          </Form>
        </Card>
      )}
      <Disclosure summary={words.topUp} open={problems !== undefined}>
        <Form action={topUpPlace({ fund: fund.id })}>
          <input type="hidden" name="period" value={period.id} />
          <p>{words.topUpHint}</p>
          <AmountField {...ask} name="amount" label={words.topUpAmount} />
          <TextField {...ask} name="reference" label={words.decisionReference} />
          <Button look="secondary">{words.topUpSend}</Button>
        </Form>
      </Disclosure>
    </>
  );
}
