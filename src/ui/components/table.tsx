import type { Child, Html } from '#jsx/jsx-runtime';
import { defineText, type Language } from '../../kernel/language.ts';

const words = defineText({
  da: { ascending: '(stigende)', descending: '(faldende)' },
  en: { ascending: '(ascending)', descending: '(descending)' },
});

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Child;
  /** Figures stand to the right under each other. */
  readonly numeric?: boolean;
  /** The cell that names the row. One column has it. */
  readonly names?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | 'none' };
  /** The last line: a sum. */
  readonly foot?: Child;
}

/** Rows of figures. On a phone each row becomes a card, each cell with its column's name beside it. */
export function Table<Row>(props: {
  readonly language: Language;
  readonly caption: Child;
  /** When the heading above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Shown instead of an empty table: an `EmptyState`. */
  readonly empty?: Child;
}): Html {
  const { columns, rows } = props;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <table class="ds-table table">
      <caption class={props.captionHidden ? 'only-heard' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHeading language={props.language} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {columns.some((column) => column.foot !== undefined) && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell column={column} content={column.foot} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function ColumnHeading<Row>(props: { readonly language: Language; readonly column: Column<Row> }): Html {
  const { heading, numeric, sort } = props.column;
  return (
    <th
      scope="col"
      class={numeric ? 'numeric' : undefined}
      aria-sort={sort && sort.now !== 'none' ? sort.now : undefined}
    >
      {sort ? (
        <a class="sort-link" href={sort.href} data-now={sort.now}>
          {heading}
          {sort.now !== 'none' && <span class="only-heard"> {words(props.language)[sort.now]}</span>}
        </a>
      ) : (
        heading
      )}
    </th>
  );
}

function Cell<Row>(props: { readonly column: Column<Row>; readonly content: Child }): Html {
  const { heading, numeric, names } = props.column;
  const look = numeric ? 'numeric' : undefined;
  // A foot without a sum of its own names nothing.
  if (names && props.content !== undefined) {
    return (
      <th scope="row" class={look}>
        {props.content}
      </th>
    );
  }
  return (
    <td class={look} data-label={heading}>
      {props.content}
    </td>
  );
}
