/** Escape, or a press beside it, closes an open menu; Escape gives the focus back to its button. */
export function closeMenus(): void {
  const open = () => document.querySelector<HTMLDetailsElement>('details.menu[open]');
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? open() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    const menu = open();
    if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
