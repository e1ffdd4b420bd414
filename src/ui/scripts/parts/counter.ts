/** Says how many characters are left. Told aloud only when the person pauses. */
export function countCharacters(within: ParentNode): void {
  for (const field of within.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
    const help = document.getElementById(`${field.id}-count`);
    if (!help) continue;
    help.setAttribute('aria-live', 'polite');
    field.addEventListener(
      'input',
      afterPause(() => tell(field, help)),
    );
  }
}

function tell(field: HTMLTextAreaElement, help: HTMLElement): void {
  const left = Number(field.dataset.count) - Array.from(field.value).length;
  const words = left < 0 ? help.dataset.over : help.dataset.left;
  help.textContent = (words ?? '').replace('{n}', String(Math.abs(left)));
  help.classList.toggle('field-help-over', left < 0);
}

/** Runs once the events have been quiet for a moment. */
export function afterPause(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(then, 500);
  };
}
