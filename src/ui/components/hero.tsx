import type { Child, Html } from '#jsx/jsx-runtime';
import { type Season, Street } from '../drawings/street.tsx';

/** The top of a front page: a greeting, a sentence, the one strong action, and the street we live in. */
export function Hero(props: {
  readonly title: Child;
  readonly text?: Child;
  readonly season?: Season;
  /** The page's one strong action: a `LinkButton` or a small form. */
  readonly children?: Child;
}): Html {
  return (
    <div class="hero">
      <div class="hero-words">
        <h1 class="ds-heading" data-size="xl">
          {props.title}
        </h1>
        {props.text && <p class="hero-text">{props.text}</p>}
        {props.children}
      </div>
      <Street season={props.season ?? 'summer'} />
    </div>
  );
}
