import type { SheetOf } from './sheet-missing.ts';

/**
 * Looks at pictures of sheets on the telephone itself, as soon as they are chosen, and says what can be seen, so that a
 * better one can be taken while the sheet lies there. The reader is large, so it is fetched at the first picture. Whatever
 * goes wrong here, the picture is sent and read all the same.
 */
export function lookAtPictures(within: ParentNode): void {
  for (const form of within.querySelectorAll<HTMLFormElement>('form[data-sheet-camera]')) {
    const says = form.querySelector<HTMLElement>('[data-sheet-says]');
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (!says || !input) continue;
    // Where sheets are gathered there may be no net when they are: then all that looking needs is here already.
    if ('sheetReady' in form.dataset) void Promise.all([layoutsOf(form), import('./sheet-look.ts')]).catch(() => null);
    let round = 0;
    input.addEventListener('change', () => {
      round += 1;
      void look(form, [...(input.files ?? [])], says, round, () => round);
    });
  }
}

async function look(
  form: HTMLFormElement,
  files: readonly File[],
  says: HTMLElement,
  round: number,
  latest: () => number,
): Promise<void> {
  const words = form.dataset;
  says.replaceChildren(...(files.length > 0 ? [lineOf(words.looking ?? '')] : []));
  if (files.length === 0) return;
  const layouts = await layoutsOf(form);
  const reader = layouts && (await import('./sheet-look.ts').catch(() => null));
  const lines: string[] = [];
  for (const file of reader ? files : []) {
    // Lets the page draw what it says before the reading begins.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const seen = layouts && (await reader?.lookAt(file, layouts).catch(() => null));
    if (latest() !== round) return;
    if (!seen) continue;
    const line =
      seen.kind === 'read'
        ? (words.seen ?? '').replace('{sure}', String(seen.sure)).replace('{all}', String(seen.all))
        : (form.getAttribute(`data-${seen.reason}`) ?? '');
    const of = layouts?.find(({ layout }) => layout === seen.layout) ?? null;
    if (seen.kind === 'read' && of?.themes) sheets.set(file, { table: of.table ?? null, themes: of.themes });
    lines.push(`${nameOf(words, of, files.length > 1 ? file.name : '')}${line}`);
  }
  if (latest() === round) says.replaceChildren(...lines.map(lineOf));
}

/** What the facilitator's page says of each sheet besides its measures; elsewhere nobody is told whose it is. */
type Layouts = readonly (Parameters<typeof import('./sheet-look.ts')['lookAt']>[1][number] &
  Partial<SheetOf> & { readonly title?: string })[];

const sheets = new WeakMap<File, SheetOf>();

/** Which sheet a chosen picture shows; null when it was not read here. */
export function sheetIn(file: File): SheetOf | null {
  return sheets.get(file) ?? null;
}

/** "Bord 4, De fysiske rammer: ", where that is known; else the picture's own name where there are several. */
function nameOf(words: DOMStringMap, of: Layouts[number] | null, file: string): string {
  const said = of?.themes ? (of.table ? words.of : words.spare) : undefined;
  if (said && of) return `${said.replace('{table}', String(of.table)).replace('{title}', of.title ?? '')} `;
  return file && `${file}: `;
}

const layoutsKnown = new WeakMap<HTMLFormElement, Layouts>();

/** The measures of the sheets, fetched once for a page. Null when they cannot be had now. */
async function layoutsOf(form: HTMLFormElement): Promise<Layouts | null> {
  const known = layoutsKnown.get(form);
  if (known) return known;
  const layouts: Layouts | null = await fetch(new URL('layout', form.action))
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  if (layouts) layoutsKnown.set(form, layouts);
  return layouts;
}

function lineOf(words: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = words;
  return line;
}
