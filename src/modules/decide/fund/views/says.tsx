import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../../ui/components/progress-bar.tsx';
import type { Page } from '../rules/application.ts';
import { CHARACTERS_A_PAGE, charactersOf, type Finding } from '../rules/findings.ts';
import { applyingText } from '../text/applying.ts';
import { findingsText } from '../text/findings.ts';

/** Beside which fields the policy can say something, in the order of the form. */
const SAID_AT = [
  'purpose',
  'startsOn',
  'lines',
  'otherMoney',
  'grounds',
  'groundReason',
  'departmentIds',
  'minors',
  'nonResidents',
  'applicantAge',
  'applicantKind',
] as const satisfies readonly (keyof Page)[];

/** What the policy says to one field. Its place stands there empty too, so that script can fill it while one types. */
export function Says(props: {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly at: (typeof SAID_AT)[number];
}): Html {
  const found = props.findings.filter((finding) => finding.field === props.at);
  return (
    <div class="says" id={`siger-${props.at}`} data-says aria-live="polite">
      {found.map((finding) => (
        <p data-severity={finding.severity}>{findingSentence(finding, props.language)}</p>
      ))}
    </div>
  );
}

/** How full the one page is as it will really be printed; `fill` is null where nothing can measure it. */
export function PageMeter(props: {
  readonly language: Language;
  readonly page: Page;
  readonly fill: number | null;
}): Html {
  const { language, fill } = props;
  const words = applyingText(language);
  const share = fill ?? charactersOf(props.page) / CHARACTERS_A_PAGE;
  const percent = share > 1 ? Math.max(101, Math.round(share * 100)) : Math.round(share * 100);
  return (
    <div class="page-meter" id="siger-arket" data-says aria-live="polite">
      <ProgressBar
        id="arket"
        label={words.onePage}
        value={Math.min(100, percent)}
        max={100}
        text={
          fill === null
            ? words.characters(charactersOf(props.page), CHARACTERS_A_PAGE)
            : share > 1
              ? words.tooFull(percent)
              : words.full(percent)
        }
      />
    </div>
  );
}

/** Every place that what is said stands in, with the meter: what script puts into the form while somebody writes. */
export function Regions(props: {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly page: Page;
  readonly fill: number | null;
}): Html {
  return (
    <>
      <PageMeter language={props.language} page={props.page} fill={props.fill} />
      {SAID_AT.map((at) => (
        <Says language={props.language} findings={props.findings} at={at} />
      ))}
    </>
  );
}

/** All that the policy would say, in one place: for those who decide, and above a draft. */
export function Findings(props: {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly heading: string;
}): Html | null {
  if (props.findings.length === 0) return null;
  const stops = props.findings.some((finding) => finding.severity === 'stop');
  return (
    <Notice kind={stops ? 'warning' : 'info'} heading={props.heading}>
      <ul>
        {props.findings.map((finding) => (
          <li>{findingSentence(finding, props.language)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** One finding as a sentence, with its amount or day. */
export function findingSentence(finding: Finding, language: Language): string {
  const { amount, day } = finding;
  return findingsText(language)
    [finding.code].replace('{amount}', amount === null ? '' : formatOre(amount, language))
    .replace('{day}', day === null ? '' : formatDay(day, language));
}
