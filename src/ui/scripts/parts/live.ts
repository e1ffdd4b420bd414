/** News often comes in pairs: wait a moment, then fetch once. */
const GATHER_MS = 300;

type Prepare = (within: ParentNode) => void;

/**
 * Keeps regions marked `data-live="topic"` fresh: on a hint the page is fetched again and those regions are swapped.
 * A region with something half typed or ticked in it is left alone. The stream is the one that the head of the page names
 * (`<link type="text/event-stream">`); each message is a topic that has news, never the news itself.
 */
export function followLiveRegions(prepare: Prepare): void {
  const topics = new Set([...regions(document)].map(({ dataset }) => dataset.live ?? ''));
  const source = document.querySelector<HTMLLinkElement>('link[type="text/event-stream"]')?.href;
  if (topics.size === 0 || !source || typeof EventSource === 'undefined') return;
  const stream = new EventSource(`${source}?topic=${[...topics].map(encodeURIComponent).join('&topic=')}`);
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  stream.addEventListener('message', ({ data }) => {
    waiting.add(String(data));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const fresh = new Set(waiting);
      waiting.clear();
      void refresh(fresh, prepare);
    }, GATHER_MS);
  });
  addEventListener('pagehide', () => stream.close());
}

async function refresh(topics: ReadonlySet<string>, prepare: Prepare): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = new Map([...regions(page)].map((region) => [keyOf(region), region]));
  for (const region of regions(document)) {
    const news = fresh.get(keyOf(region));
    if (news && topics.has(region.dataset.live ?? '') && !halfTyped(region)) swap(region, news, prepare);
  }
}

function swap(old: HTMLElement, news: HTMLElement, prepare: Prepare): void {
  if (old.outerHTML === news.outerHTML) return;
  const focus = document.activeElement;
  const trail = focus && old.contains(focus) ? pathTo(old, focus) : null;
  old.replaceWith(news);
  prepare(news);
  if (!trail) return;
  const again = trail.id ? document.getElementById(trail.id) : walk(news, trail.steps);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

function halfTyped(region: HTMLElement): boolean {
  const fields = region.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]),textarea');
  return [...fields].some(
    (field) =>
      field.value !== field.defaultValue ||
      (field instanceof HTMLInputElement && field.checked !== field.defaultChecked),
  );
}

function regions(page: Document): NodeListOf<HTMLElement> {
  return page.querySelectorAll<HTMLElement>('[data-live]');
}

function keyOf(region: HTMLElement): string {
  return `${region.dataset.live} ${region.id}`;
}

function pathTo(root: Element, leaf: Element): { readonly id: string; readonly steps: readonly number[] } {
  const steps: number[] = [];
  for (let at: Element | null = leaf; at && at !== root; at = at.parentElement) {
    steps.unshift(at.parentElement ? [...at.parentElement.children].indexOf(at) : 0);
  }
  return { id: leaf.id, steps };
}

function walk(root: Element, steps: readonly number[]): Element {
  return steps.reduce((at, step) => at.children[step] ?? at, root);
}
