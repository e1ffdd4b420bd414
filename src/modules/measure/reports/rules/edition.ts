import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Figures } from './figures.ts';

/** What staff write about the year. `version` 0: nobody has written yet. */
export interface Story {
  readonly words: string;
  readonly version: number;
}

export const UNWRITTEN: Story = { words: '', version: 0 };

/** A report as it was published: never changed. A correction is the next edition, with its reason. */
export interface Edition {
  readonly number: number;
  readonly reason: string;
  readonly publishedOn: Day;
  readonly publishedBy: Id<'person'>;
  readonly figures: Figures;
  readonly story: string;
}

/** An edition in a list, without its figures. */
export type EditionLine = Omit<Edition, 'figures' | 'story'> & { readonly year: number };

/** What is shown and printed: an edition, or the figures as they stand now. */
export interface Report {
  readonly figures: Figures;
  readonly story: string;
  readonly edition: Edition | null;
}

export type PublishRefusal = 'reason_missing' | 'published_meanwhile';

/** The first edition needs no reason; each after it says what it corrects. Nobody publishes over what they have not seen. */
export function publishRefusal(
  next: number,
  wanted: { readonly number: number; readonly reason: string },
): PublishRefusal | null {
  if (wanted.number !== next) return 'published_meanwhile';
  return next > 1 && wanted.reason === '' ? 'reason_missing' : null;
}

/** The report for the board, or one page for residents, as PDF or Word. */
export const REPORT_FORMS = ['pdf', 'docx', 'residents-pdf', 'residents-docx'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The file's name: arsrapport-2026.pdf, arsrapport-2026-udgave-2.pdf, arsrapport-2026-kladde.pdf. */
export function fileName({ figures, edition }: Report, form: ReportForm): string {
  const which = edition === null ? '-kladde' : edition.number > 1 ? `-udgave-${edition.number}` : '';
  const [whom, ending] = form.startsWith('residents-') ? ['-beboere', form.slice('residents-'.length)] : ['', form];
  return `arsrapport-${figures.year}${whom}${which}.${ending}`;
}
