import type { Html } from '#jsx/jsx-runtime';

/** Our mark: two houses with a leaf between them. Says nothing to those who hear the page: the name stands beside it. */
export function HouseMark(): Html {
  return (
    <svg class="house-mark" viewBox="0 0 48 40" width="48" height="40" aria-hidden="true" focusable="false">
      <path class="fill-roof" d="M3 20 14 8l11 12v17H3z" />
      <path class="fill-leaf" d="M24 37c-1-9 2-17 11-20 2 9-1 17-11 20z" />
      <path class="fill-wall" d="M29 23l8-8 8 8v14H24c7-2 8-8 5-14z" />
      <path class="fill-window" d="M10 23h7v7h-7zM35 26h5v5h-5z" />
    </svg>
  );
}
