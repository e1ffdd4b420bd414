const ANSWERS: Readonly<Record<string, string>> = { v: 'V', x: 'X', t: 'empty', u: 'unreadable' };

/**
 * Going through a sheet by keyboard: V, X, T (empty) and U (unreadable) answer the box that has the focus, and go on to the
 * next. The keys do something only inside the boxes, so nobody presses them by accident.
 */
export function answerByKeys(within: ParentNode): void {
  for (const boxes of within.querySelectorAll<HTMLElement>('[data-sheet-keys]')) {
    for (const help of boxes.querySelectorAll<HTMLElement>('[data-keys-say]')) help.hidden = false;
    boxes.addEventListener('keydown', (event) => {
      const answer = ANSWERS[event.key.toLowerCase()];
      const box = event.target instanceof Element ? event.target.closest('[data-sheet-field]') : null;
      if (!answer || !box || event.ctrlKey || event.metaKey || event.altKey) return;
      const radio = box.querySelector<HTMLInputElement>(`input[type=radio][value="${answer}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.click();
      focusAfter(boxes, box);
    });
  }
}

function focusAfter(boxes: HTMLElement, box: Element): void {
  const all = [...boxes.querySelectorAll('[data-sheet-field]')];
  const next = all[all.indexOf(box) + 1];
  const radio =
    next?.querySelector<HTMLInputElement>('input[type=radio]:checked') ??
    next?.querySelector<HTMLInputElement>('input[type=radio]');
  if (radio) radio.focus();
  else boxes.parentElement?.querySelector<HTMLElement>('textarea, button[type=submit]')?.focus();
}
