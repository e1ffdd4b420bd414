import type { Child, Html } from '#jsx/jsx-runtime';

/** What is known about one thing: a word and what it is. Rows without content are left out. */
export function DescriptionList(props: {
  readonly rows: readonly { readonly term: string; readonly content: Child }[];
}): Html {
  return (
    <dl class="facts">
      {props.rows
        .filter(({ content }) => content !== null && content !== undefined && content !== '' && content !== false)
        .map(({ term, content }) => (
          <div>
            <dt>{term}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}
