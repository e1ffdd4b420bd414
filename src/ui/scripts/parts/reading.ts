import { lixOf } from '../../../engines/readability/lix.ts';
import { afterPause } from './counter.ts';

/** Tells kindly whether what is being written is easy to read. Our promise is LIX 35. */
export function judgeReading(within: ParentNode): void {
  for (const field of within.querySelectorAll<HTMLTextAreaElement>('textarea[data-lix]')) {
    const help = document.getElementById(`${field.id}-lix`);
    if (!help) continue;
    const first = help.textContent;
    help.setAttribute('aria-live', 'polite');
    field.addEventListener(
      'input',
      afterPause(() => {
        const lix = lixOf(field.value);
        help.textContent = (lix === null ? first : judgement(help, lix)) ?? first;
      }),
    );
  }
}

function judgement(help: HTMLElement, lix: number): string | undefined {
  if (lix <= 35) return help.dataset.easy;
  return lix <= 45 ? help.dataset.medium : help.dataset.hard;
}
