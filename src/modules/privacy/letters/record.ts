import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Block, ReportSpec } from '../../../platform/documents/spec.ts';
import type { Keeping } from '../../../platform/privacy/holdings.ts';
import type { RecordEntry } from '../rules/record.ts';
import type { Periods } from '../rules/settings.ts';
import { officeText } from '../text/office.ts';

/** "12 måneder. Navn og kontakt slettes (…)": one way of keeping, in words. */
export function keepingWords(keeping: Keeping, periods: Periods, language: Language): string {
  const words = officeText(language);
  const law = words.laws[keeping.law];
  if (!('after' in keeping)) {
    const until = { forgotten: words.untilForgotten, house: words.untilHouse, closed: words.untilClosed }[
      keeping.until
    ];
    return `${until} (${law})`;
  }
  return `${periodWords(keeping, periods, language)}. ${words[keeping.rows]} (${law})`;
}

/** "12 måneder", "5 år efter regnskabsåret". */
export function periodWords(
  { period }: Extract<Keeping, { after: string }>,
  periods: Periods,
  language: Language,
): string {
  const words = officeText(language);
  if ('days' in period) return words.forDays(period.days);
  const value = periods[period.setting];
  if (period.setting === 'bookkeepingYears') return words.forYears(value);
  return period.setting === 'importDays' ? words.forDays(value) : words.forMonths(value);
}

/** The record of processing on paper. */
export function recordDocument(
  record: readonly RecordEntry[],
  made: {
    readonly language: Language;
    readonly day: Day;
    readonly house: string;
    readonly own: string;
    readonly periods: Periods;
  },
): ReportSpec {
  const { language } = made;
  const words = officeText(language);
  return {
    kind: 'report',
    language,
    title: words.record,
    subtitle: made.house,
    day: made.day,
    body: [
      { kind: 'paragraph', text: words.recordIntro },
      { kind: 'heading', text: words.recordWho },
      ...paragraphs(made.own),
      ...record.flatMap((entry) => entryBlocks(entry, made.periods, language)),
      { kind: 'heading', text: words.recordSecurity },
      { kind: 'list', items: words.recordSecurityText },
      { kind: 'paragraph', text: words.recordThird },
    ],
  };
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/^## /, '').trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));
}

function entryBlocks({ activity, keeps }: RecordEntry, periods: Periods, language: Language): readonly Block[] {
  const words = officeText(language);
  const { name, purpose, people, data, basis, recipients } = activity;
  return [
    { kind: 'heading', text: name[language] },
    {
      kind: 'table',
      caption: '',
      columns: [{ title: words.rule }, { title: words.recordData }],
      rows: [
        [words.recordPurpose, purpose[language]],
        [words.recordPeople, people[language]],
        [words.recordData, data[language]],
        [words.recordBasis, basis[language]],
        [words.recordRecipients, recipients[language]],
        ...keeps.map(({ keeping, holdings }) => [
          words.recordKept,
          `${holdings.map((one) => one.called[language]).join(', ')}: ${keepingWords(keeping, periods, language)}`,
        ]),
      ],
    },
  ];
}
