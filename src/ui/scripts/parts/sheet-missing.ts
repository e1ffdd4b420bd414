/** A sheet that this telephone has read: whose it is (null: nobody's yet), and which themes are on it. */
export interface SheetOf {
  readonly table: number | null;
  readonly themes: readonly number[];
}

interface Lacking {
  readonly number: number;
  readonly left: readonly number[];
  readonly all: boolean;
}

let onPhone: readonly SheetOf[] = [];

/** Sheets on this telephone that the server has not told of yet: they are missing no more. */
export function haveOnPhone(sheets: readonly SheetOf[]): void {
  onPhone = sheets;
  tellMissing(document);
}

/** "Bord 4 mangler", from what the server said last and what the telephone has read since, with and without a net. */
export function tellMissing(within: ParentNode): void {
  const list = within.querySelector<HTMLElement>('[data-lacking]');
  if (!list) return;
  const words = list.dataset;
  const lacking: readonly Lacking[] = JSON.parse(words.lacking ?? '[]');
  const lines = lacking.flatMap(({ number, left, all }) => {
    const come = new Set(onPhone.flatMap((sheet) => (sheet.table === number ? sheet.themes : [])));
    const still = left.filter((theme) => !come.has(theme));
    if (still.length === 0) return [];
    const whole = all && still.length === left.length;
    const said = whole ? words.table : still.length === 1 ? words.theme : words.themes;
    return [(said ?? '').replace('{table}', String(number)).replace('{themes}', String(still.length))];
  });
  list.replaceChildren(
    ...(lines.length > 0 ? lines : [words.none ?? '']).map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}
