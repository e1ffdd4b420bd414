import type { Language } from '../../../../kernel/language.ts';
import { formatOre, unitOfMoney } from '../../../../kernel/money.ts';
import type { Block, Column } from '../../../../platform/documents/spec.ts';
import type { FundYear, SpanFigures, YearProject } from '../../../decide/results/public.ts';
import { decimal } from '../rules/figures.ts';
import { cameText, MONEY_KINDS, outcomeText, shareOf } from '../rules/fund.ts';
import { fundText } from '../text/fund.ts';

const KINDS = ['sought', 'committed', 'refused', 'waited', 'paid', 'released'] as const;

/** The funds on the paper for the board: money, answer times, fund by fund, and what each project came to. */
export function fundBlocks(fund: FundYear | null, language: Language): readonly Block[] {
  const words = fundText(language);
  const heading: Block = { kind: 'heading', text: words.title };
  if (fund === null) return [heading, { kind: 'paragraph', text: words.missing }];
  return [
    heading,
    { kind: 'paragraph', text: words.intro },
    chart(fund.all, language),
    {
      kind: 'table',
      caption: '',
      columns: [{ title: words.figure }, right(words.count), right(words.amount)],
      rows: KINDS.map((kind) => [
        words.kinds[kind],
        String(fund.all.money[kind].count),
        formatOre(fund.all.money[kind].amount, language),
      ]),
    },
    ...answered(fund.all, language),
    ...(fund.funds.length > 1 ? byFund(fund, language) : []),
    ...projects(fund, language),
  ];
}

function chart({ money }: SpanFigures, language: Language): Block {
  const words = fundText(language);
  return {
    kind: 'chart',
    caption: words.chartTitle,
    alt: words.chartSummary,
    unit: unitOfMoney(language),
    bars: MONEY_KINDS.map((kind) => ({
      label: words.kinds[kind],
      value: money[kind].amount,
      shown: formatOre(money[kind].amount, language),
    })),
  };
}

function answered({ answers, came }: SpanFigures, language: Language): readonly Block[] {
  const words = fundText(language);
  const share = shareOf(answers);
  const rows = [
    [words.medianRow, decimal(answers.medianDays, language) ?? words.notMeasured],
    [words.keptRow, share === null ? words.notMeasured : words.keptOf(answers.kept, answers.answered, share)],
    [words.cameRow, came.counted === 0 ? words.notMeasured : String(came.people)],
  ];
  const few: Block[] = came.few > 0 ? [{ kind: 'paragraph', text: words.few(came.few) }] : [];
  return [{ kind: 'table', caption: '', columns: [{ title: words.figure }, right(words.count)], rows }, ...few];
}

/** Two narrow tables: one wide one would leave no room for the names. */
function byFund({ all, funds }: FundYear, language: Language): readonly Block[] {
  const words = fundText(language);
  const rows = [...funds, { ...all, name: words.all }];
  return [
    { kind: 'subheading', text: words.byFund },
    {
      kind: 'table',
      caption: '',
      columns: [{ title: words.fund }, ...MONEY_KINDS.map((kind) => right(words.kinds[kind]))],
      rows: rows.map(({ name, money }) => [
        name,
        ...MONEY_KINDS.map((kind) => formatOre(money[kind].amount, language)),
      ]),
    },
    {
      kind: 'table',
      caption: '',
      columns: [{ title: words.fund }, right(words.medianRow), right(words.cameRow)],
      rows: rows.map(({ name, answers, came }) => [
        name,
        decimal(answers.medianDays, language) ?? words.notMeasured,
        came.counted === 0 ? words.notMeasured : String(came.people),
      ]),
    },
  ];
}

function projects({ projects: shown, projectCount }: FundYear, language: Language): readonly Block[] {
  const words = fundText(language);
  const heading: Block = { kind: 'subheading', text: words.projects };
  if (shown.length === 0) return [heading, { kind: 'paragraph', text: words.noProjects }];
  const more = projectCount - shown.length;
  return [
    heading,
    { kind: 'paragraph', text: words.projectsIntro },
    {
      kind: 'table',
      caption: '',
      columns: [
        { title: words.project },
        right(words.yes),
        right(words.paid),
        right(words.cameHeading),
        { title: words.outcome },
      ],
      rows: shown.map((one) => [
        one.title,
        formatOre(one.committed, language),
        formatOre(one.paid, language),
        cameText(one.came, words),
        said(one, language),
      ]),
    },
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: words.more(more) }] : []),
  ];
}

function said(one: YearProject, language: Language): string {
  const words = fundText(language);
  const outcome = outcomeText(one, words);
  return one.best ? `${outcome} ${words.quoted(one.best.words)}` : outcome;
}

function right(title: string): Column {
  return { title, align: 'right' };
}
