import type { Child, Html } from '#jsx/jsx-runtime';

/** The page's own h1, where the way up stands above it. The page says `heading: false`. */
export function PageTitle(props: { readonly children: Child; readonly lang?: string }): Html {
  return (
    <h1 class="ds-heading page-title" data-size="lg" lang={props.lang}>
      {props.children}
    </h1>
  );
}
