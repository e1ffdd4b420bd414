import type { Child, Html } from '#jsx/jsx-runtime';

/** Something that not everybody needs to see. */
export function Disclosure(props: {
  readonly summary: Child;
  readonly open?: boolean;
  readonly id?: string;
  readonly children: Child;
}): Html {
  return (
    <details class="ds-details disclosure" id={props.id} open={props.open}>
      <summary>{props.summary}</summary>
      <div class="disclosure-inside">{props.children}</div>
    </details>
  );
}
