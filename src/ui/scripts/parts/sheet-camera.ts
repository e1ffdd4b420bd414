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
  const layouts = await fetch(new URL('layout', form.action))
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  const reader = layouts && (await import('./sheet-look.ts').catch(() => null));
  const lines: string[] = [];
  for (const file of reader ? files : []) {
    // Lets the page draw what it says before the reading begins.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const seen = await reader?.lookAt(file, layouts).catch(() => null);
    if (latest() !== round) return;
    if (!seen) continue;
    const line =
      seen.kind === 'read'
        ? (words.seen ?? '').replace('{sure}', String(seen.sure)).replace('{all}', String(seen.all))
        : (words[seen.reason] ?? '');
    lines.push(files.length > 1 ? `${file.name}: ${line}` : line);
  }
  if (latest() === round) says.replaceChildren(...lines.map(lineOf));
}

function lineOf(words: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = words;
  return line;
}
