import type { Html } from '#jsx/jsx-runtime';

/** A number with its bar. The number is read; the bar is for the eye, and is not drawn where there is nothing to draw. */
export function FigureBar(props: {
  readonly text: string;
  /** Null: no measurement. */
  readonly length: number | null;
  /** The length of a whole bar. Null: there is nothing to compare with, so no bar is drawn. */
  readonly top: number | null;
  /** Last year's, beside this year's. */
  readonly faint?: boolean;
}): Html {
  const { length, top, faint } = props;
  return (
    <span class="figure-bar">
      <span class={length === null ? 'figure-none' : 'figure-number'}>{props.text}</span>
      {length !== null && top !== null && <Bar length={length} top={top} faint={faint} />}
    </span>
  );
}

/** A lying bar, `length` of `top` long, over its rail. */
export function Bar(props: {
  readonly length: number;
  readonly top: number;
  readonly faint?: boolean | undefined;
}): Html {
  const { length, top } = props;
  return (
    <svg
      class={props.faint ? 'chart-bar figure-faint' : 'chart-bar'}
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 100 10"
      width="100"
      height="10"
      preserveAspectRatio="none"
    >
      <rect class="chart-rail" width="100" height="10" />
      <rect class="chart-fill" width={top <= 0 ? 0 : Math.round((1000 * Math.max(0, length)) / top) / 10} height="10" />
    </svg>
  );
}
