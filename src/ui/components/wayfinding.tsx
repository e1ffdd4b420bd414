import type { Child, Html } from '#jsx/jsx-runtime';
import { defineText, type Language } from '../../kernel/language.ts';

const words = defineText({
  da: {
    here: 'Du er her',
    pages: 'Sider',
    page: (page: number) => `Side ${page}`,
    previous: 'Forrige',
    next: 'Næste',
    newer: 'Nyere',
    older: 'Ældre',
  },
  en: {
    here: 'You are here',
    pages: 'Pages',
    page: (page: number) => `Page ${page}`,
    previous: 'Previous',
    next: 'Next',
    newer: 'Newer',
    older: 'Older',
  },
});

/** The way up. The page itself is not in it: its title stands right below. */
export function Breadcrumb(props: {
  readonly language: Language;
  readonly steps: readonly { readonly href: string; readonly label: Child }[];
}): Html {
  return (
    <nav class="breadcrumb" aria-label={words(props.language).here}>
      <ol>
        {props.steps.map((step) => (
          <li>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Views of the same thing, as links: each has its own address. */
export function TabsNav(props: {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: Child;
    readonly current: boolean;
    readonly count?: number;
  }[];
}): Html {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tab-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** More of the list. Nothing when everything stands on one page. `page` and `pages` count from 1. */
export function Pagination(props: {
  readonly language: Language;
  readonly page: number;
  readonly pages: number;
  /** There are pages after these, which nobody has counted: the last one is not shown. */
  readonly more?: boolean;
  readonly href: (page: number) => string;
  /** When a page has two lists: "Sider med idéer". */
  readonly label?: string;
}): Html | null {
  const { page, pages, href, more = false } = props;
  if (pages <= 1) return null;
  const text = words(props.language);
  return (
    <nav class="pagination" aria-label={props.label ?? text.pages}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {text.previous}
            </a>
          </li>
        )}
        {pagesAround(page, pages, more).map((one) =>
          one === null ? (
            <li aria-hidden="true">…</li>
          ) : (
            <li>
              <a href={href(one)} aria-label={text.page(one)} aria-current={one === page ? 'page' : undefined}>
                {one}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {text.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** To the newer and the older rows of a list that is not counted. Nothing when everything stands on one page. */
export function NewerOlder(props: {
  readonly language: Language;
  /** Counts from 1, the newest. */
  readonly page: number;
  readonly more: boolean;
  readonly href: (page: number) => string;
}): Html | null {
  const { page, more, href } = props;
  if (page === 1 && !more) return null;
  const text = words(props.language);
  return (
    <p class="actions">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {text.newer}
        </a>
      )}{' '}
      {more && (
        <a href={href(page + 1)} rel="next">
          {text.older}
        </a>
      )}
    </p>
  );
}

/** First, last (unless there are `more`), and those beside the present one; null where pages are skipped. */
export function pagesAround(page: number, pages: number, more = false): readonly (number | null)[] {
  const shown: (number | null)[] = [];
  let last = 0;
  const near = [1, page - 1, page, page + 1, ...(more ? [] : [pages])];
  for (const one of new Set(near.filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b))) {
    if (one - last > 1) shown.push(one - last === 2 ? last + 1 : null);
    shown.push(one);
    last = one;
  }
  return more ? [...shown, null] : shown;
}
