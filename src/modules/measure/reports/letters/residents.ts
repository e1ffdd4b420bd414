import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Block, ReportSpec } from '../../../../platform/documents/spec.ts';
import { bestOf, type CountedFigure } from '../rules/counted.ts';
import type { Report } from '../rules/edition.ts';
import { cameText } from '../rules/fund.ts';
import { fundText } from '../text/fund.ts';
import { managementText } from '../text/management.ts';
import { reportText } from '../text/report.ts';
import { threadsText } from '../text/threads.ts';
import { yearPairs } from './management.ts';
import { threadLines } from './threads.ts';

/** What fits on one A4 page: so many figures, threads, projects and letters of the story. */
const MOST = { figures: 5, projects: 3, threads: 2, story: 450, learned: 200 } as const;

/** The year on one page, for the stairwells: large words and few, and how to join. */
export function residentsPage(
  { figures, story, edition }: Report,
  made: { readonly language: Language; readonly day: Day; readonly origin: string },
): ReportSpec {
  const { language } = made;
  const words = managementText(language);
  const counted = bestOf(figures.counted ?? [], MOST.figures);
  const came = (figures.fund?.projects ?? []).filter(({ outcome }) => outcome === 'told' || outcome === 'closed');
  const learned = (figures.strategy?.areas ?? []).flatMap(({ evaluation }) => evaluation?.learned || []);
  return {
    kind: 'report',
    language,
    title: words.residentsTitle(figures.year),
    subtitle: words.residentsSubtitle,
    day: edition?.publishedOn ?? made.day,
    body: [
      ...(edition
        ? []
        : [{ kind: 'callout' as const, label: reportText(language).draft, text: reportText(language).draftText }]),
      ...(story === '' ? [] : [paragraph(cut(story.split(/\n\s*\n/)[0] ?? '', MOST.story))]),
      ...drawn(counted, figures.year, language),
      ...section(
        threadsText(language).title,
        figures.threads ? threadLines(figures.threads, MOST.threads, language) : [],
      ),
      ...section(
        words.residentsCame,
        came.slice(0, MOST.projects).map((one) => {
          const people =
            one.came === null
              ? ''
              : ` – ${fundText(language).cameHeading.toLowerCase()}: ${cameText(one.came, fundText(language))}`;
          return `${one.title}${people}`;
        }),
      ),
      ...section(
        words.residentsLearned,
        learned.slice(0, 2).map((text) => cut(text, MOST.learned)),
      ),
      { kind: 'callout', label: words.residentsNext, text: words.residentsNextText(made.origin) },
    ],
  };
}

/** The figures as bars, with last year's beside each. */
function drawn(counted: readonly CountedFigure[], year: number, language: Language): readonly Block[] {
  const words = managementText(language);
  if (counted.length === 0) return [];
  const years = [String(year), String(year - 1)] as const;
  return [
    { kind: 'heading', text: words.residentsFigures },
    yearPairs(counted, { caption: '', alt: words.residentsAlt, years, language }),
  ];
}

function section(heading: string, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items },
      ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Cut at a word. */
function cut(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  const short = whole.slice(0, most);
  return `${short.slice(0, short.lastIndexOf(' '))} …`;
}
