import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import { Breadcrumb, Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { HappeningKind, YearRow } from '../../../decide/results/public.ts';
import { fundText } from '../text/fund.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { reportPlace, reportsPlace } from '../urls.ts';

export interface FundBehindProps {
  readonly language: Language;
  readonly year: number;
  readonly kind: HappeningKind;
  /** The fund that it was narrowed to. */
  readonly narrowed: string | null;
  readonly rows: readonly YearRow[];
  readonly total: number;
  /** Of all rows, not of this page alone. */
  readonly amount: Ore;
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => Path;
  /** Where a reader may read on; null where they may not know what it was about. */
  readonly hrefOf: (row: YearRow) => Path | null;
}

/** The rows that one figure of the funds is the sum of. */
export function FundBehindPage(props: FundBehindProps): Html {
  const { language, year, kind, narrowed, total } = props;
  const words = fundText(language);
  const what = narrowed ? `${words.kinds[kind]} (${narrowed})` : words.kinds[kind];
  return (
    <>
      <Breadcrumb
        language={language}
        steps={[
          { href: reportsPlace({}), label: pagesText(language).reports },
          { href: reportPlace({ year: String(year) }), label: reportText(language).title(year) },
        ]}
      />
      <h1 class="ds-heading page-title" data-size="lg">
        {words.behind(what, year)}
      </h1>
      {total > 0 && <p>{words.behindIntro(total)}</p>}
      <Table
        language={language}
        caption={words.kinds[kind]}
        captionHidden
        rows={props.rows}
        empty={<EmptyState title={words.noRows} />}
        columns={columnsOf(props)}
      />
      <Pagination language={language} page={props.page} pages={props.pages} href={props.pageHref} />
    </>
  );
}

function columnsOf({ language, kind, narrowed, amount, hrefOf }: FundBehindProps): readonly Column<YearRow>[] {
  const words = fundText(language);
  const sums: readonly Column<YearRow>[] = [
    {
      heading: words.amount,
      numeric: true,
      cell: (row) => <Amount ore={row.amount} language={language} />,
      foot: <Amount ore={amount} language={language} />,
    },
  ];
  return [
    { heading: words.number, cell: ({ reference }) => reference },
    {
      heading: words.project,
      names: true,
      cell: (row) => {
        const href = hrefOf(row);
        return href ? (
          <a lang="da" href={href}>
            {row.title}
          </a>
        ) : (
          words.unnamed
        );
      },
    },
    ...(narrowed ? [] : [{ heading: words.fund, cell: ({ fundName }: YearRow) => <bdi lang="da">{fundName}</bdi> }]),
    { heading: words.day, cell: ({ on }) => <DateText day={on} language={language} style="short" /> },
    ...(kind === 'told' ? [] : sums),
  ];
}
