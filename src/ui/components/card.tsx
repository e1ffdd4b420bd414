import type { Child, Html } from '#jsx/jsx-runtime';

/** The colours of the courtyard: leaf green (the organisation's own), brick, sun, sky, and paper. */
export type Colour = 'accent' | 'tegl' | 'sol' | 'himmel' | 'neutral';

/** A rounded sheet of paper. Tinted when it has a colour. */
export function Card(props: {
  readonly children: Child;
  readonly colour?: Colour;
  readonly as?: 'div' | 'section' | 'article' | 'li';
  readonly id?: string;
}): Html {
  const Tag = props.as ?? 'div';
  return (
    <Tag
      class="ds-card card"
      id={props.id}
      data-color={props.colour}
      data-variant={props.colour ? 'tinted' : 'default'}
    >
      {props.children}
    </Tag>
  );
}

/** Cards side by side where there is room, under each other where there is not. A list, so that its length is told. */
export function CardGrid(props: { readonly children: readonly Child[]; readonly narrow?: boolean }): Html {
  return (
    <ul class={props.narrow ? 'card-grid card-grid-narrow' : 'card-grid'}>
      {props.children.map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}
