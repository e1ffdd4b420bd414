import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import { messageText } from '../text/messages.ts';

/** What is said to whoever held it; with a place, there is something to do there. */
export function saying(
  which: 'feedback' | 'feedbackLate' | 'noInvoice',
  about: { readonly title: string; readonly reference: string; readonly due: Day | null; readonly path: Path | null },
  language: Language,
): Saying {
  const words = messageText(language);
  const { title, reference, due, path } = about;
  return {
    subject: words.subjects[which](reference),
    paragraphs: words[which](title, reference, due ? formatDay(due, language) : '').split('\n'),
    ...(path ? { action: { label: words.action, path } } : {}),
  };
}
