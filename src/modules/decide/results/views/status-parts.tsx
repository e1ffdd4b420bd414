import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Chart } from '../../../../ui/components/chart.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import type { FiguresByKind, HappeningKind, Status } from '../rules/status.ts';
import { statusText } from '../text/status.ts';
import { supportedText } from '../text/supported.ts';

/** The figures that are money, in the order they come. */
export const MONEY = ['sought', 'committed', 'paid', 'released'] as const;

interface PartsProps {
  readonly language: Language;
  readonly status: Status;
  readonly behind: (kind: HappeningKind, narrow?: Readonly<Record<string, string>>) => string;
}

/** The same money by ground, by department and by subject. */
export function Divided(props: PartsProps): Html {
  const { language, status } = props;
  const words = statusText(language);
  const named = supportedText(language);
  const { byGround, byDepartment, byCategory } = status.now;
  return (
    <>
      <Part
        {...props}
        heading={words.byGround}
        intro={words.byGroundIntro}
        label={words.ground}
        rows={byGround.map((row) => ({ ...row, name: named.grounds[row.ground], narrow: { grund: row.ground } }))}
      />
      <Part
        {...props}
        heading={words.byDepartment}
        intro={words.byDepartmentIntro}
        label={words.department}
        rows={byDepartment
          .filter((row) => row.departmentId !== null || row.sought.count > 0)
          .map((row) => ({
            ...row,
            name: (row.departmentId && status.departments.get(row.departmentId)) ?? words.noDepartment,
            narrow: { afdeling: row.departmentId ?? 'ingen' },
          }))}
      />
      <Part
        {...props}
        heading={words.byCategory}
        intro={words.byCategoryIntro}
        label={words.category}
        rows={byCategory.map((row) => ({
          ...row,
          name: row.category ? named.categories[row.category] : words.noCategory,
          narrow: { emne: row.category ?? 'ingen' },
        }))}
      />
    </>
  );
}

type PartRow = FiguresByKind & { readonly name: string; readonly narrow: Readonly<Record<string, string>> };

function Part(
  props: PartsProps & {
    readonly heading: string;
    readonly intro: string;
    readonly label: string;
    readonly rows: readonly PartRow[];
  },
): Html {
  const { language, rows, behind } = props;
  const words = statusText(language);
  const cell =
    (kind: HappeningKind) =>
    (row: PartRow): Child => {
      const shown = formatOre(row[kind].amount, language);
      return row[kind].count === 0 ? shown : <a href={behind(kind, row.narrow)}>{shown}</a>;
    };
  const columns: readonly Column<PartRow>[] = [
    { heading: props.label, names: true, cell: (row) => row.name },
    ...MONEY.map((kind) => ({ heading: words.figures[kind], numeric: true, cell: cell(kind) })),
  ];
  return (
    <section class="stack">
      <Heading level={2}>{props.heading}</Heading>
      <p class="quiet">{props.intro}</p>
      <Chart
        language={language}
        title={`${props.heading}: ${words.figures.committed.toLowerCase()}`}
        summary={words.chartCommitted}
        labelHeading={props.label}
        valueHeading={words.figures.committed}
        tableLabel={words.seeFigures}
        points={rows.map((row) => ({
          label: row.name,
          value: row.committed.amount,
          text: formatOre(row.committed.amount, language),
        }))}
      />
      <Table language={language} caption={props.heading} captionHidden rows={rows} columns={columns} />
    </section>
  );
}
