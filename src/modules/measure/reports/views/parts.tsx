import type { Child, Html } from '#jsx/jsx-runtime';

/** Figures side by side, two on a phone. A list, so that its length is told. */
export function BigFigures(props: { readonly children: readonly Child[] }): Html {
  return (
    <ul class="big-figures">
      {props.children.map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}

/** One figure, large, and what it says. It opens to its rows when it has any. */
export function Big(props: {
  readonly count: number | string;
  readonly words: string;
  /** Null or left out where there is nothing behind it. */
  readonly href?: string | null;
}): Html {
  const long = typeof props.count === 'string' && !/^[\d.,]+$/.test(props.count);
  const inside = (
    <>
      <span class={long ? 'big-figure big-figure-words' : 'big-figure'}>{props.count}</span> <span>{props.words}</span>
    </>
  );
  if (!props.href || props.count === 0) return <p class="big">{inside}</p>;
  return (
    <a class="big" href={props.href}>
      {inside}
    </a>
  );
}
