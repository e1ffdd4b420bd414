import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { Figures } from '../rules/cases.ts';
import { type LedgerRow, runningSums } from '../rules/money.ts';
import { ledgerText } from '../text/ledger.ts';

export interface LedgerProps {
  readonly language: Language;
  readonly figures: Figures;
  readonly rows: readonly LedgerRow[];
}

/** Every row behind what is left, with what was left after it. */
export function LedgerPage({ language, figures, rows }: LedgerProps): Html {
  const words = ledgerText(language);
  const sums = runningSums(figures.total, rows);
  const lines = rows.map((row, at) => ({ row, left: sums[at] ?? figures.total }));
  return (
    <>
      <p class="lead">
        {words.total} <Amount ore={figures.total} language={language} />
      </p>
      <Table
        language={language}
        caption={words.caption}
        captionHidden
        rows={lines}
        empty={<p>{words.empty}</p>}
        columns={[
          { heading: words.day, cell: ({ row }) => <DateText day={row.on} language={language} style="short" /> },
          { heading: words.what, names: true, cell: ({ row }) => words.kinds[row.kind], foot: words.left },
          { heading: words.about, cell: ({ row }) => row.words },
          {
            heading: words.amount,
            numeric: true,
            cell: ({ row }) => <Amount ore={row.amount} language={language} full />,
          },
          {
            heading: words.leftAfter,
            numeric: true,
            foot: <Amount ore={figures.available} language={language} full />,
            cell: ({ left }) => <Amount ore={left} language={language} full />,
          },
        ]}
      />
    </>
  );
}
