import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { Disclosure } from './disclosure.tsx';
import { Bar } from './figure-bar.tsx';
import { Table } from './table.tsx';

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  /** As it is read: "4.500 kr.". */
  readonly text: string;
}

/** Figures as a drawing, and the same figures as a table for those who cannot see it or want to look closer. */
export function Chart(props: {
  readonly language: Language;
  readonly title: string;
  /** What the labels are ("Afdeling") and what the figures are ("Deltagere"). */
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly points: readonly ChartPoint[];
  /** One sentence that says what the drawing shows. */
  readonly summary: string;
  /** Words on the disclosure: "Se tallene". */
  readonly tableLabel: string;
}): Html {
  const { points } = props;
  return (
    <figure class="chart">
      <figcaption>
        <strong>{props.title}</strong>
        <span class="quiet">{props.summary}</span>
      </figcaption>
      <Bars points={points} />
      <Disclosure summary={props.tableLabel}>
        <Table
          language={props.language}
          caption={props.title}
          captionHidden
          rows={points}
          columns={[
            { heading: props.labelHeading, names: true, cell: (point) => point.label },
            { heading: props.valueHeading, numeric: true, cell: (point) => <bdi>{point.text}</bdi> },
          ]}
        />
      </Disclosure>
    </figure>
  );
}

/** Lying bars, because Danish labels are long: text wraps and scales as text, only the bar is drawn. */
function Bars(props: { readonly points: readonly ChartPoint[] }): Html {
  const top = Math.max(1, ...props.points.map((point) => point.value));
  return (
    <div class="chart-bars" aria-hidden="true">
      {props.points.map((point) => (
        <div class="chart-row">
          <span class="chart-label">{point.label}</span>
          <Bar length={point.value} top={top} />
          <span class="chart-value">{point.text}</span>
        </div>
      ))}
    </div>
  );
}
