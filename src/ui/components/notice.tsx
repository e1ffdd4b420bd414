import type { Child, Html } from '#jsx/jsx-runtime';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

/** Something worth stopping at. Not a live region: it stands on the page when it loads. */
export function Notice(props: {
  readonly kind?: NoticeKind;
  readonly heading?: string;
  readonly level?: 2 | 3;
  readonly children?: Child;
}): Html {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <div class="ds-alert notice" data-color={props.kind ?? 'info'}>
      {props.heading && (
        <Heading class="ds-heading" data-size="xs">
          {props.heading}
        </Heading>
      )}
      {props.children}
    </div>
  );
}
