const LAST_PAGE = 10_000;

/** `?side=3`, or the list's own name where a page has two; whatever is not a page is the first. */
export function pageNumber(query: URLSearchParams, name = 'side'): number {
  const page = Number(query.get(name));
  return Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : 1;
}
