import type { Html } from '#jsx/jsx-runtime';
import { type CellValue, writeCsv, writeXlsx } from '../../engines/table/write-table.ts';
import { defineText, type Language } from '../../kernel/language.ts';
import type { Visit } from './web.ts';

/** A list as a file: what stands in its columns, and the pages of it that the page itself shows. */
export interface ListFile<Row> {
  /** Name of the sheet, and of the file before the day. */
  readonly title: string;
  readonly columns: readonly (readonly [heading: string, cell: (row: Row) => CellValue])[];
  /** The list's own pages from 1, with its own filter: whoever may see the page may have the file. */
  readonly page: (number: number) => Promise<readonly Row[]>;
  /** Rows on a full page. */
  readonly size: number;
}

type Format = 'csv' | 'xlsx';

/** More is for the API: a sheet of this size is what a person can use, and what a process has memory for. */
const MOST_ROWS = 20_000;
const ASKED = 'hent';

const text = defineText({
  da: {
    fetch: 'Hent hele listen:',
    excel: 'Excel',
    csv: 'CSV',
    cut: (rows: number) => `Her er de første ${rows} linjer. Vælg noget færre på siden, og hent igen.`,
  },
  en: {
    fetch: 'Fetch the whole list:',
    excel: 'Excel',
    csv: 'CSV',
    cut: (rows: number) => `Here are the first ${rows} rows. Choose fewer on the page, and fetch again.`,
  },
});

/** For a list that its page shows whole. */
export function onePage<Row>(rows: readonly Row[]): Pick<ListFile<Row>, 'page' | 'size'> {
  return { page: async (number) => (number === 1 ? rows : []), size: rows.length + 1 };
}

/** Which file the address asks for (`?hent=xlsx`); null for the page. */
export function wantedFile(query: URLSearchParams): Format | null {
  const asked = query.get(ASKED);
  return asked === 'csv' || asked === 'xlsx' ? asked : null;
}

/** The whole list in one file, in the page's own order. */
export async function listFile<Row>(
  { tx, language, file }: Pick<Visit, 'tx' | 'language' | 'file'>,
  format: Format,
  list: ListFile<Row>,
): Promise<Response> {
  const cells: CellValue[][] = [list.columns.map(([heading]) => heading)];
  for (let number = 1, full = true; full && cells.length <= MOST_ROWS; number += 1) {
    const rows = await list.page(number);
    for (const row of rows) cells.push(list.columns.map(([, cell]) => cell(row)));
    full = rows.length >= list.size;
  }
  if (cells.length > MOST_ROWS + 1) {
    cells.length = MOST_ROWS + 1;
    cells.push([text(language).cut(MOST_ROWS)]);
  }
  const name = `${list.title} ${tx.today}.${format}`;
  if (format === 'csv') return file({ bytes: writeCsv(cells), type: 'text/csv; charset=utf-8', name });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return file({ bytes: await writeXlsx(list.title, cells), type, name });
}

/** Below a list: the same list as a file, with the same filter. */
export function FileLinks(props: { readonly language: Language; readonly query: URLSearchParams }): Html {
  const words = text(props.language);
  const href = (format: Format) => {
    const query = new URLSearchParams(props.query);
    query.delete('side');
    query.set(ASKED, format);
    return `?${query}`;
  };
  return (
    <p class="file-links">
      {words.fetch} <a href={href('xlsx')}>{words.excel}</a> · <a href={href('csv')}>{words.csv}</a>
    </p>
  );
}
