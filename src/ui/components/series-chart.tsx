import type { Html } from '#jsx/jsx-runtime';

export interface SeriesPoint {
  readonly label: string;
  /** Null: nothing was measured. It is not drawn, and no line goes through it. */
  readonly value: number | null;
  /** Where it should be. Null: nobody has said. */
  readonly aim: number | null;
  /** From here on something else is measured: the line is not drawn over to it. */
  readonly breaks: boolean;
}

const WIDE = 600;
const HIGH = 200;
const EDGE = 16;

/** What was measured, period by period, with the way to the target dotted. Its table stands beside it on the page. */
export function SeriesChart(props: {
  readonly title: string;
  readonly summary: string;
  readonly points: readonly SeriesPoint[];
}): Html | null {
  const { points } = props;
  const values = points.flatMap(({ value, aim }) => [value, aim].filter((one) => one !== null));
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  const top = Math.max(1, ...values);
  const step = (WIDE - 2 * EDGE) / (points.length - 1);
  const at = (value: number, index: number) => ({
    x: round(EDGE + index * step),
    y: round(HIGH - EDGE - (Math.max(value, 0) / top) * (HIGH - 2 * EDGE)),
  });
  const spots = points.flatMap(({ value }, index) => (value === null ? [] : [at(value, index)]));
  const aims = points.flatMap(({ aim }, index) => (aim === null ? [] : [at(aim, index)]));
  return (
    <figure class="chart">
      <figcaption>
        <strong>{props.title}</strong>
        <span class="quiet">{props.summary}</span>
      </figcaption>
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
          {aims.length > 1 && <polyline class="chart-aim" points={lineOf(aims)} />}
          {stretches(points).map((stretch) => (
            <polyline class="chart-stroke" points={lineOf(stretch.map(({ value, index }) => at(value, index)))} />
          ))}
          {spots.map(({ x, y }) => (
            <circle class="chart-spot" cx={x} cy={y} r="5" />
          ))}
        </svg>
        <div class="chart-axis">
          <span>{points[0]?.label}</span>
          <span>{points.at(-1)?.label}</span>
        </div>
      </div>
    </figure>
  );
}

/** What follows on each other without a gap or a break. */
function stretches(
  points: readonly SeriesPoint[],
): readonly (readonly { readonly value: number; readonly index: number }[])[] {
  const found: { value: number; index: number }[][] = [[]];
  for (const [index, { value, breaks }] of points.entries()) {
    if (value === null || breaks) found.push([]);
    if (value !== null) found.at(-1)?.push({ value, index });
  }
  return found.filter((stretch) => stretch.length > 1);
}

function lineOf(spots: readonly { readonly x: number; readonly y: number }[]): string {
  return spots.map(({ x, y }) => `${x},${y}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
