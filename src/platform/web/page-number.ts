const LAST_PAGE = 10_000;

/** `?side=3`; whatever is not a page is the first. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('side'));
  return Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : 1;
}
