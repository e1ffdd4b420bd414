import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { Saying, TurnKinds } from '../../turns/public.ts';
import { applicantText } from './text/applicants.ts';
import { threadText } from './text/thread.ts';
import { invoicePlace, invoicesPlace } from './urls.ts';

/** What an invoice can want of a person. */
export const invoicesTurns: TurnKinds = {
  'invoice.handle': {
    sentence: ({ language, facts }) =>
      threadText(language).turnHandle(facts.reference ? String(facts.reference) : null),
    action: (language) => threadText(language).turnHandleAction,
    place: (subject) => invoicePlace({ id: subject.id }),
    instant: true,
    errand: true,
  },
  'invoice.mail': {
    sentence: (telling) => threadText(telling.language).turnMail,
    action: (language) => threadText(language).turnMailAction,
    place: () => invoicesPlace({}),
    errand: true,
  },
};

/** What the applicant hears about a bill. */
export function billNews(
  what: 'received' | 'returned' | 'paid',
  bill: { readonly supplier: string; readonly title: string; readonly place: Path },
): (language: Language) => Saying {
  return (language) => {
    const words = applicantText(language);
    return {
      subject: words[what].subject,
      paragraphs: [words[what].text(bill.supplier || words.supplier, bill.title)],
      action: { label: words.see, path: bill.place },
    };
  };
}
