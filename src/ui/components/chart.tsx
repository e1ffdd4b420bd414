import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { Disclosure } from './disclosure.tsx';
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
  readonly kind: 'bar' | 'line';
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
      {props.kind === 'bar' ? <Bars points={points} /> : <Line points={points} />}
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
          <svg
            class="chart-bar"
            aria-hidden="true"
            focusable="false"
            viewBox="0 0 100 10"
            width="100"
            height="10"
            preserveAspectRatio="none"
          >
            <rect class="chart-rail" width="100" height="10" />
            <rect class="chart-fill" width={percent(point.value, top)} height="10" />
          </svg>
          <span class="chart-value">{point.text}</span>
        </div>
      ))}
    </div>
  );
}

const WIDE = 600;
const HIGH = 200;
const EDGE = 16;

function Line(props: { readonly points: readonly ChartPoint[] }): Html {
  const { points } = props;
  const top = Math.max(1, ...points.map((point) => point.value));
  const step = points.length > 1 ? (WIDE - 2 * EDGE) / (points.length - 1) : 0;
  const spots = points.map((point, index) => ({
    x: round(points.length > 1 ? EDGE + index * step : WIDE / 2),
    y: round(HIGH - EDGE - (Math.max(point.value, 0) / top) * (HIGH - 2 * EDGE)),
  }));
  return (
    <div aria-hidden="true">
      <svg
        class="chart-line"
        aria-hidden="true"
        focusable="false"
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        width={WIDE}
        height={HIGH}
      >
        <path class="chart-grid" d={`M0 ${HIGH - EDGE}H${WIDE}M0 ${HIGH / 2}H${WIDE}M0 ${EDGE}H${WIDE}`} />
        {spots.length > 1 && <polyline class="chart-stroke" points={spots.map(({ x, y }) => `${x},${y}`).join(' ')} />}
        {spots.map(({ x, y }) => (
          <circle class="chart-spot" cx={x} cy={y} r="5" />
        ))}
      </svg>
      <div class="chart-axis">
        <span>{points[0]?.label}</span>
        {points.length > 1 && <span>{points.at(-1)?.label}</span>}
      </div>
    </div>
  );
}

function percent(value: number, top: number): number {
  return round((Math.max(value, 0) / top) * 100);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
