/** Asks before something typed is lost. Only in forms that say so (`warnUnsaved`). */
export function warnUnsaved(): void {
  let unsaved = false;
  document.addEventListener('input', (event) => {
    if (event.target instanceof Element && event.target.closest('form[data-warn-unsaved]')) unsaved = true;
  });
  document.addEventListener('submit', () => {
    unsaved = false;
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}
