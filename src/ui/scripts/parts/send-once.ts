/** A second press on "Send" within a few seconds does nothing: old phones are slow, and thumbs are quick. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.once !== 'true' || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    // The way back (also the browser's own) finds a form that can be sent again.
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
  });
}
