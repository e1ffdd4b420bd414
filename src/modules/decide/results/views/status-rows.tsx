import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { sumOre } from '../../../../kernel/money.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { Happening, HappeningKind } from '../rules/status.ts';
import { followUpText } from '../text/follow-up.ts';
import { statusText } from '../text/status.ts';

export interface StatusRowsProps {
  readonly language: Language;
  readonly kind: HappeningKind;
  readonly rows: readonly Happening[];
  /** Of all rows, not of this page alone. */
  readonly total: number;
  readonly all: readonly Happening[];
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
  readonly caseHref: (id: Happening['applicationId']) => string;
}

/** The rows that one figure is the sum of. */
export function StatusRowsPage(props: StatusRowsProps): Html {
  const { language, kind, all } = props;
  const words = statusText(language);
  return (
    <>
      <p>{words.behindIntro(props.total)}</p>
      <Table
        language={language}
        caption={words.figures[kind]}
        captionHidden
        rows={props.rows}
        empty={<p>{words.none}</p>}
        columns={[
          { heading: followUpText(language).number, cell: (row) => row.reference },
          {
            heading: words.project,
            names: true,
            cell: (row) => (
              <a lang="da" href={props.caseHref(row.applicationId)}>
                {row.title}
              </a>
            ),
          },
          { heading: words.day, cell: (row) => <DateText day={row.on} language={language} style="short" /> },
          ...(kind === 'told'
            ? []
            : [
                {
                  heading: words.amount,
                  numeric: true,
                  foot: <Amount ore={sumOre(all.map(({ amount }) => amount))} language={language} />,
                  cell: (row: Happening) => <Amount ore={row.amount} language={language} />,
                },
              ]),
        ]}
      />
      <Pagination language={language} page={props.page} pages={props.pages} href={props.pageHref} />
    </>
  );
}
